"""A week with a schedule, of a search or given, for what comes after it."""

from __future__ import annotations

import threading

from benchmarks.instances import Instance
from scheduler.domain.outcome import Settings
from scheduler.domain.rules import goals_in_order
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.model.options import options_of
from scheduler.solve import solve
from scheduler.solve.alone import Alone
from scheduler.solve.beginnings import begin, fill
from scheduler.solve.bounds import Bounds
from scheduler.solve.clock import Clock
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.run import Run, run_of
from scheduler.solve.work import Work
from scheduler.verify import evaluate


def searched(week: Week, limit: float, seed: int = 1) -> Work:
    """The schedule of a search, with what is known of each client alone, and no other bound of the last goals."""
    outcome = solve(week, Settings(time_limit=limit, workers=1, seed=seed))
    assert outcome.schedule is not None
    return begun(week, outcome.schedule)


def begun(week: Week, schedule: Schedule) -> Work:
    """With a right schedule as the best so far, and what each client could have alone."""
    options, goals, clock = options_of(week), goals_in_order(week.goal_ranks), Clock(60.0, threading.Event())
    evaluation = evaluate(week, schedule)
    assert [finding.message for finding in evaluation.findings] == []
    values = tuple(evaluation.goals[goal.number - 1] for goal in goals)
    alone, bounds = Alone(options, clock), Bounds(goals)
    alone.first_two([client.name for client in options.clients], bounds, 30.0)
    alone.later(goals, values, bounds, 30.0, len(goals) - 1)
    best = Incumbent(schedule, values, {})
    return Work(options, goals, bounds, best, Settings(), clock, lambda _: None, alone)


def filled_by_hand(times: str = "fixed") -> tuple[Run, int]:
    """A run on a week of 25 clients filled by hand, as it were, and where its Waiting stands: far from what can be.

    times: `fixed`, `half` or `free`.
    """
    run = run_of(Instance(25, 3, times).week(), Settings(time_limit=60.0), lambda _: None, threading.Event())
    begin(run, None)
    fill(run)
    waiting = run.improvement.work.place_of(6)
    assert waiting is not None
    return run, waiting
