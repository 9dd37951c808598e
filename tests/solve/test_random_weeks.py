"""Random weeks: whatever the solver writes, the verifier finds right, and says the same of every goal."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from scheduler.domain.locks import Lock
from scheduler.domain.outcome import Outcome, Settings, SolveStatus
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.solve import solve
from scheduler.verify import evaluate
from tests.weeks.random_weeks import random_week

QUICK = Settings(time_limit=1.0)


def _check(week: Week, outcome: Outcome) -> Schedule:
    assert outcome.status is SolveStatus.SOLVED
    assert outcome.schedule is not None
    evaluation = evaluate(week, outcome.schedule)
    assert [finding.message for finding in evaluation.findings] == []
    assert [goal.value for goal in outcome.goals] == [evaluation.goals[goal.number - 1] for goal in outcome.goals]
    assert all(goal.bound is None or goal.bound <= goal.value for goal in outcome.goals)
    return outcome.schedule


@pytest.mark.parametrize("seed", range(12))
def test_every_schedule_is_right_and_honest(seed: int) -> None:
    """No broken rule, and each goal's value is what the verifier computes."""
    week = random_week(seed)
    _check(week, solve(week, QUICK))


@pytest.mark.parametrize("seed", [304, 308, 310, 340])
def test_locks_taken_from_a_schedule_hold(seed: int) -> None:
    """A session and an individual session locked as they were can be held so again."""
    week = random_week(seed)
    schedule = _check(week, solve(week, QUICK))
    session = schedule.sessions[0]
    locks = [Lock(True, group=session.group, day=session.day, start=session.start, room=session.room)]
    if schedule.one_on_ones:
        meeting = schedule.one_on_ones[0]
        locks.append(Lock(True, client=meeting.client, service=meeting.service, clinician=meeting.clinician))
    locked = replace(week, locks=tuple(locks))
    _check(locked, solve(locked, QUICK))


def test_last_week_is_kept_when_nothing_changed() -> None:
    """A schedule proven best in every goal comes back as it was, with no change counted."""
    week = random_week(304)
    schedule = _check(week, solve(week, Settings(20.0)))
    again = replace(week, previous=schedule)
    outcome = solve(again, Settings(20.0))
    assert _check(again, outcome) == schedule
    assert next(goal.value for goal in outcome.goals if goal.number == 3) == 0


def test_the_same_week_gives_the_same_schedule() -> None:
    """Where every goal is proven, two runs give equal schedules."""
    week = random_week(341)
    first, second = solve(week, Settings(20.0)), solve(week, Settings(20.0))
    assert all(goal.proven for goal in first.goals)
    assert first.schedule == second.schedule


def test_locks_that_clash_are_told() -> None:
    """A group that must and must never meet on a day has no schedule."""
    week = random_week(304)
    name = week.active_groups[0].name
    clash = replace(week, locks=(Lock(True, group=name, day=0), Lock(False, group=name, day=0)))
    assert solve(clash, QUICK).status is SolveStatus.CLASH


def test_instances_settings_and_results_travel() -> None:
    """Week, settings and outcome survive a pickle."""
    week = random_week(341)
    outcome = solve(week, QUICK)
    for value in (week, QUICK, outcome):
        assert pickle.loads(pickle.dumps(value)) == value
