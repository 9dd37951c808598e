"""Fewer options for a part: a few starts of each meeting, or what one of two schedules holds."""

from __future__ import annotations

import pytest

from scheduler.domain.outcome import Settings
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.model.options import options_of
from scheduler.solve import solve
from scheduler.solve.few_starts import with_few_starts
from scheduler.solve.fewer import either_of
from scheduler.solve.narrow import NOTHING, at_times, plan_of
from scheduler.solve.part import around
from tests.weeks.random_weeks import random_week


def _schedule(week: Week, seed: int) -> Schedule:
    schedule = solve(week, Settings(time_limit=0.6, seed=seed)).schedule
    assert schedule is not None
    return schedule


@pytest.mark.parametrize("seed", [1, 4])
def test_few_starts_are_ends_of_rows_and_what_follows_end_to_end(seed: int) -> None:
    """Of each row of starts the first and the last stay; no gap is longer than the meeting, its pause and a step."""
    options = options_of(random_week(seed))
    step = options.week.program.time_step
    few = {offer.key: offer for offer in with_few_starts(options, NOTHING).offers}
    assert sum(len(o.starts) for o in few.values()) < sum(len(o.starts) for o in options.offers)
    for offer in options.offers:
        kept = few[offer.key].starts
        assert set(kept) <= set(offer.starts)
        longest = offer.demand.minutes + options.week.program.clinician_break + step
        for start in offer.starts:
            if start - step not in offer.starts or start + step not in offer.starts:
                assert start in kept
            assert any(start - longest < other <= start for other in kept)


@pytest.mark.parametrize("seed", [2, 6])
def test_a_part_of_either_schedule_holds_what_one_of_them_does(seed: int) -> None:
    """A free client is left the sessions of the first schedule, and those of the second that the first holds."""
    week = random_week(seed)
    options = options_of(week)
    first, second = (plan_of(options, _schedule(week, number)) for number in (1, 2))
    client = week.active_clients[0].name
    part = around(options, first, [client], fewer=either_of((first, second), ()))
    mine = {admission.key for admission in part.admissions_of_client.get(client, ())}
    assert mine >= {key for key in first.attending if key[0] == client}
    assert mine <= {key for key in first.attending | second.attending if key[0] == client}
    assert {o.key for o in part.offers} <= first.meetings.keys() | second.meetings.keys()


def test_at_the_times_of_a_plan_nothing_moves() -> None:
    """Only sessions of the plan are left, each at its time; whoever fits there is still admitted."""
    week = random_week(5)
    options = options_of(week)
    plan = plan_of(options, _schedule(week, 1))
    fixed = at_times(options, plan)
    assert {slot.key: slot.placements[0].start for slot in fixed.slots} == plan.starts
    assert not fixed.movable
    assert {a.key for a in fixed.admissions} >= plan.attending
