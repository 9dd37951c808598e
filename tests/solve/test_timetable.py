"""Timetables made without a solver: nobody and no room twice at a time, and who was left short is heard."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from benchmarks.instances import Instance
from scheduler.domain.locks import Lock
from scheduler.domain.outcome import Progress, Settings
from scheduler.domain.rules import goals_in_order
from scheduler.domain.week import Week
from scheduler.model.options import Options, options_of
from scheduler.solve import solve
from scheduler.solve.alone import Alone
from scheduler.solve.beginnings import begin, by_timetable
from scheduler.solve.bounds import Bounds
from scheduler.solve.clock import Clock
from scheduler.solve.narrow import Plan, at_times
from scheduler.solve.run import run_of
from scheduler.solve.timetable.attempts import Attempts
from scheduler.solve.timetable.timetable import Timetable
from scheduler.verify import evaluate
from tests.weeks.random_weeks import random_week

SEEDS = (0, 1, 2, 4, 6, 7, 11, 12, 13)


def _filled(week: Week) -> Timetable:
    timetable = Timetable(options_of(week), {})
    timetable.fill()
    return timetable


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_and_no_room_is_in_two_places(seed: int) -> None:
    """Breaks and turnarounds are kept, too."""
    week = random_week(seed)
    timetable = _filled(week)
    rooms = {pool.key: pool.count for pool in timetable.options.pools}
    sessions = [session for placed in timetable.placed.values() for session in placed]
    assert sessions
    for one in sessions:
        same_day = [other for other in sessions if other.slot.day == one.slot.day]
        pause, turnaround = week.program.clinician_break, week.program.room_turnaround
        for name in one.place.team:
            led = [other for other in same_day if name in other.place.team]
            assert sum(o.start < one.placement.end + pause and one.start < o.placement.end + pause for o in led) == 1
        if one.place.pool is not None:
            hosted = [other for other in same_day if other.place.pool == one.place.pool]
            at_its_start = [o for o in hosted if o.start <= one.start < o.placement.end + turnaround]
            assert len(at_its_start) <= rooms[one.place.pool]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_group_keeps_its_time_its_team_and_its_number_of_sessions(seed: int) -> None:
    week = random_week(seed)
    for name, placed in _filled(week).placed.items():
        group = week.group_by_name[name]
        assert len({session.slot.day for session in placed}) == len(placed) <= group.sessions
        if group.same_time:
            assert len({session.start for session in placed}) == 1
        if group.same_clinician:
            assert len({tuple(sorted(session.place.team)) for session in placed}) == 1
        assert all(session.placement in session.slot.placements for session in placed)


def test_a_session_that_a_lock_wants_is_placed_when_the_client_can_come() -> None:
    week = random_week(1)
    options = options_of(week)
    admission = next(a for a in options.admissions if len(a.placements) < len(a.slot.placements))
    client, group, day = admission.key
    locked = replace(week, locks=(*week.locks, Lock(True, client=client, group=group, day=day)))
    placed = {session.slot.day: session.start for session in _filled(locked).placed[group]}
    assert placed[day] in {placement.start for placement in admission.placements}


def _least(options: Options, plan: Plan) -> int:
    """Minutes that must be missing at the times of the plan."""
    alone = Alone(at_times(options, plan), Clock(60.0, threading.Event()))
    alone.first_two(alone.everybody, Bounds(goals_in_order(options.week.goal_ranks)), 60.0)
    return sum(alone.least[2].values())


def test_who_is_left_short_is_heard() -> None:
    """A generated site whose first timetable leaves somebody short who need not be: one of the next does not."""
    week = Instance(25, 3, "free").week()
    options, goals, clock = options_of(week), goals_in_order(week.goal_ranks), Clock(60.0, threading.Event())
    first = _least(options, Timetable(options, {}).fill())
    best = Attempts(options, goals, Alone(options, clock), Bounds(goals), clock).best(20.0)
    alone = Alone(options, clock)
    alone.first_two(alone.everybody, Bounds(goals), 20.0)
    assert sum(alone.least[2].values()) <= _least(options, best) < first


def test_a_small_week_has_a_schedule_before_any_outline() -> None:
    """At the times of a timetable: most care plans that can be met are."""
    week = Instance(20, 1, "free").week()
    run = run_of(week, Settings(time_limit=30.0), lambda _: None, threading.Event())
    begin(run, None)
    empty = run.best.values[0]
    by_timetable(run)
    assert run.best.schedule is not None
    assert [finding.message for finding in evaluate(week, run.best.schedule).findings] == []
    assert run.best.values[0] < empty / 2


def test_a_hundred_and_twenty_clients_with_all_times_free() -> None:
    """A generated site comes to a right schedule with most of its care plans met; how soon depends on the machine."""
    week = Instance(120, 1, "free").week()
    missed, enough = goals_in_order(week.goal_ranks)[0].title, threading.Event()

    def look(progress: Progress) -> None:
        # Goal 1 counts every plan at least once.
        if progress.goal == missed and progress.value is not None and progress.value < 0.3 * len(week.active_clients):
            enough.set()

    outcome = solve(week, Settings(time_limit=60.0), look, enough)
    assert outcome.schedule is not None
    evaluation = evaluate(week, outcome.schedule)
    assert [finding.message for finding in evaluation.findings] == []
    assert sum(account.met for account in evaluation.accounts) > 0.7 * len(week.active_clients)
