"""Each half of the week holds the schedule, leaves the other as it is, and by halves a later goal only gets better."""

from __future__ import annotations

from scheduler.solve.halves import meetings_half, sessions_half
from scheduler.solve.narrow import plan_of
from tests.solve.searched import filled_by_hand


def test_by_halves_a_later_goal_gets_better_and_none_before_it_worse() -> None:
    run, waiting = filled_by_hand()
    before = run.best.values
    run.improvement.halves.go(waiting, 5.0)
    assert run.best.values[:waiting] <= before[:waiting]
    assert run.best.values[: waiting + 1] < before[: waiting + 1]


def test_halves_are_all_sessions_and_all_meetings() -> None:
    run, _ = filled_by_hand()
    plan = plan_of(run.options, run.best.schedule_found)
    assert plan.attending
    assert plan.meetings

    sessions = sessions_half(run.options, plan)
    assert sessions.admissions == run.options.admissions
    assert {offer.key for offer in sessions.offers} == plan.meetings.keys()
    assert all(offer in run.options.offers for offer in sessions.offers)

    meetings = meetings_half(run.options, plan)
    assert meetings.offers == run.options.offers
    assert {admission.key for admission in meetings.admissions} == plan.attending
    assert {slot.key for slot in meetings.slots} == plan.starts.keys()
