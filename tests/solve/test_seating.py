"""Clients come in one by one: what they are given is a right week for each, and seats go to whoever is left."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import replace

import pytest

from scheduler.domain.rules import goals_in_order
from scheduler.domain.week import Week
from scheduler.model.build import build
from scheduler.model.options import Options, options_of
from scheduler.solve.call import Effort, call
from scheduler.solve.clock import Clock
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.narrow import Plan, narrowed
from scheduler.solve.polish import construct
from scheduler.solve.seating import Seating
from scheduler.solve.staffing import staffed
from scheduler.verify import evaluate
from tests.weeks.random_weeks import random_week


def _with_fixed_times(week: Week) -> Options | None:
    options = options_of(week)
    return None if options.movable or not options.slots else options


def _seated(options: Options) -> tuple[Seating, Plan]:
    clock = Clock(60.0, threading.Event())
    seating = Seating(options, staffed(options, Effort(5.0, quick=True), clock), clock, 60.0)
    for _ in seating.fill():
        pass
    return seating, seating.plan


WEEKS = [seed for seed in range(40) if _with_fixed_times(random_week(seed)) is not None][:8]


def test_there_are_weeks_to_ask_about() -> None:
    assert len(WEEKS) >= 4


@pytest.mark.parametrize("seed", WEEKS)
def test_everybody_keeps_the_seats_given(seed: int) -> None:
    """A schedule holds all attendances of the plan at once, and breaks no rule."""
    week = random_week(seed)
    options = options_of(week)
    _, plan = _seated(options)
    draft = build(narrowed(options, plan, staffing_stays=True))
    draft.cp.add_bool_and(draft.attend.values())
    assert not call(draft.cp, Effort(10.0)).infeasible
    best, goals = Incumbent(), goals_in_order(week.goal_ranks)
    assert construct(options, plan, goals, best, Effort(10.0), Clock(20.0, threading.Event()), rough=True)
    assert [finding.message for finding in evaluate(week, best.schedule_found).findings] == []
    held = {(name, s.group, s.day) for s in best.schedule_found.sessions for name in s.clients}
    assert plan.attending <= held


@pytest.mark.parametrize("seed", WEEKS)
def test_no_session_is_left_too_small_or_too_full(seed: int) -> None:
    options = options_of(random_week(seed))
    _, plan = _seated(options)
    sitting = Counter((group, day) for _, group, day in plan.attending)
    for key, number in sitting.items():
        group = options.slot_by_key[key].group
        assert number <= group.max_clients
        locked = any(lock.must and (lock.group, lock.day) == key for lock in options.week.locks)
        assert number >= group.min_clients or group.must_run or locked


@pytest.mark.parametrize("seed", WEEKS)
def test_a_clinician_is_never_asked_for_twice(seed: int) -> None:
    """Meetings given and sessions led of each clinician's day do not overlap, pauses included."""
    options = options_of(random_week(seed))
    seating, plan = _seated(options)
    pause = options.week.program.clinician_break
    uses: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for (group, day), names in plan.leaders.items():
        start = plan.starts[group, day]
        for name in names:
            uses.setdefault((name, day), []).append((start, start + options.week.group_by_name[group].minutes))
    for own in seating.desk.weeks.values():
        for offer, start in own.meetings:
            uses.setdefault((offer.clinician, offer.day), []).append((start, start + offer.demand.minutes))
    for day in uses.values():
        for (_, end), (following, _) in zip(sorted(day), sorted(day)[1:], strict=False):
            assert end + pause <= following


def test_seats_of_small_sessions_are_given_up_for_others() -> None:
    """With a minimum that no session reaches nobody sits anywhere, and no meeting is left without its client's week."""
    seed = WEEKS[0]
    week = random_week(seed)
    groups = tuple(replace(g, min_clients=500, max_clients=500, must_run=False) for g in week.groups)
    options = options_of(replace(week, groups=groups, locks=()))
    seating, plan = _seated(options)
    assert plan.attending == frozenset()
    assert all(not names for names in seating.desk.seats.members.values())
