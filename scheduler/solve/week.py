"""Solves a week: goal after goal, none making an earlier one worse."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from scheduler.domain.outcome import GoalResult, Outcome, Progress, Settings, SolveStatus
from scheduler.domain.rules import Goal, goals_in_order
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.model.build import build, goal_value
from scheduler.model.options import options_of
from scheduler.solve.call import Effort
from scheduler.solve.search import Search

Report = Callable[[Progress], None]

SHARES = {1: 0.4, 2: 0.4}
"""Part of the time left that a goal may take; the rest of them take LATER_SHARE, the last one all."""
LATER_SHARE = 0.35
LEAST_SECONDS = 0.2


def solve(
    week: Week,
    settings: Settings | None = None,
    progress: Report | None = None,
    stop: threading.Event | None = None,
    start: Schedule | None = None,
) -> Outcome:
    """The best schedule found for the week within the settings, with value and bound of each goal.

    progress is called with every better value. stop, once set, ends the search with the best schedule so far. start:
    a schedule to begin with, used as far as it fits.
    """
    run = _Run(week, settings or Settings(), progress or (lambda _: None), stop or threading.Event())
    return run.outcome(start)


class _Run:
    """One run: the clock, the search, and the goals one after another."""

    def __init__(self, week: Week, settings: Settings, progress: Report, stop: threading.Event) -> None:
        self.began = time.monotonic()
        self.week, self.settings, self.progress, self.stop = week, settings, progress, stop
        effort = Effort(settings.time_limit, settings.workers or 8, settings.seed)
        self.search = Search(build(options_of(week)), effort, stop)

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.began

    @property
    def left(self) -> float:
        return self.settings.time_limit - self.elapsed

    def outcome(self, start: Schedule | None) -> Outcome:
        if start is None or not self.search.start(start):
            if start is not None:
                self.search.start(start, keep_all=False)
            first = self.search.first(max(self.left, LEAST_SECONDS))
            if first.infeasible:
                return Outcome(SolveStatus.CLASH, None, (), self.elapsed)
            if first.values is None:
                return Outcome(SolveStatus.INTERRUPTED, None, (), self.elapsed, True)
        goals = goals_in_order(self.week.goal_ranks)
        results = tuple(self._stage(goal, last=goal is goals[-1]) for goal in goals)
        return Outcome(SolveStatus.SOLVED, self.search.schedule, results, self.elapsed, self.stop.is_set())

    def _stage(self, goal: Goal, last: bool) -> GoalResult:
        """Works on one goal and holds what was reached."""
        expression = goal_value(self.search.draft, goal.number)
        if isinstance(expression, int):
            return GoalResult(goal.number, goal.title, expression, expression, True)

        def report(value: int, bound: int) -> None:
            self.progress(Progress(goal.title, value, bound, self.elapsed))

        share = 1.0 if last else SHARES.get(goal.number, LATER_SHARE)
        answer = self.search.improve(goal.number, max(self.left * share, LEAST_SECONDS), report)
        value = self.search.value(expression)
        self.search.hold(expression)
        self.progress(Progress(goal.title, value, answer.bound, self.elapsed))
        return GoalResult(goal.number, goal.title, value, answer.bound, answer.proven)
