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
from scheduler.solve.call import Effort, call
from scheduler.solve.extract import extract
from scheduler.solve.values import value_of

Report = Callable[[Progress], None]


def solve(
    week: Week,
    settings: Settings | None = None,
    progress: Report | None = None,
    stop: threading.Event | None = None,
) -> Outcome:
    """The best schedule found for the week within the settings, with value and bound of each goal."""
    return _Run(week, settings or Settings(), progress or (lambda _: None), stop or threading.Event()).outcome()


class _Run:
    def __init__(self, week: Week, settings: Settings, progress: Report, stop: threading.Event) -> None:
        self.began = time.monotonic()
        self.week, self.settings, self.progress, self.stop = week, settings, progress, stop
        self.workers = settings.workers or 8
        self.draft = build(options_of(week))
        self.values: tuple[int, ...] | None = None

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.began

    @property
    def left(self) -> float:
        return self.settings.time_limit - self.elapsed

    def outcome(self) -> Outcome:
        first = call(self.draft.cp, Effort(self.left, self.workers, self.settings.seed), self.stop)
        if first.infeasible:
            return Outcome(SolveStatus.CLASH, None, (), self.elapsed)
        if first.values is None:
            return Outcome(SolveStatus.INTERRUPTED, None, (), self.elapsed, True)
        self.values = first.values
        results = []
        goals = goals_in_order(self.week.goal_ranks)
        for position, goal in enumerate(goals):
            share = 0.45 if position < 2 else 0.3
            results.append(self._stage(goal, self.left * share if position + 1 < len(goals) else self.left))
        schedule = self.schedule()
        return Outcome(SolveStatus.SOLVED, schedule, tuple(results), self.elapsed, self.stop.is_set())

    def schedule(self) -> Schedule:
        assert self.values is not None
        values = self.values
        return extract(self.draft, lambda variable: values[variable.index])

    def _stage(self, goal: Goal, seconds: float) -> GoalResult:
        cp, expression = self.draft.cp, goal_value(self.draft, goal.number)
        if isinstance(expression, int):
            return GoalResult(goal.number, goal.title, expression, expression, True)
        cp.clear_hints()
        for index, value in enumerate(self.values or ()):
            cp.add_hint(cp.get_int_var_from_proto_index(index), value)
        cp.minimize(expression)

        def report(value: int, bound: int) -> None:
            self.progress(Progress(goal.title, value, bound, self.elapsed))

        answer = call(cp, Effort(max(1.0, seconds), self.workers, self.settings.seed), self.stop, report)
        cp.clear_objective()
        if answer.values is None:
            raise RuntimeError(f"lost the schedule at {goal.title}")
        self.values = answer.values
        value = value_of(expression, answer.values)
        cp.add(expression <= value)
        self.progress(Progress(goal.title, value, answer.bound, self.elapsed))
        return GoalResult(goal.number, goal.title, value, answer.bound, answer.proven)
