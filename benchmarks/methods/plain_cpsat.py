"""Plain CP-SAT: the straightforward model, goals one after another, each with half of the time that is left.

The first goal has all the time it needs until there is a schedule at all.
"""

from __future__ import annotations

import math
import threading

from ortools.sat.python import cp_model

from benchmarks.methods.plain.build import encode
from benchmarks.methods.plain.encoding import Encoding
from benchmarks.methods.plain.goals import goal
from benchmarks.methods.plain.linear import AtOnce, Linear, Terms, Use
from benchmarks.methods.plain.read_back import schedule
from benchmarks.methods.trajectory import Bound, Found, Stopwatch, Trajectory
from scheduler.domain.rules import goals_in_order
from scheduler.domain.week import Week

Solution = tuple[float, tuple[int, ...]]


def run(week: Week, seconds: float, workers: int) -> Trajectory:
    """Every goal in its order, those before held at the values reached, each hinted with the best solution so far."""
    watch = Stopwatch(seconds)
    encoding = encode(week)
    numbers = [g.number for g in goals_in_order(week.goal_ranks)]
    translation = Translation(encoding.linear)
    build_seconds = watch.elapsed
    solutions: list[Solution] = []
    bounds: list[Bound] = []
    proven = []
    for position, number in enumerate(numbers):
        terms = goal(encoding, number)
        translation.catch_up()
        share = watch.left if position == len(numbers) - 1 else watch.left / 2
        stage = _Stage(watch, watch.elapsed + share, number, solutions, bounds)
        proven.append(translation.minimize(terms, workers, stage))
        if not solutions or watch.left <= 0:
            break
    done = len(proven) == len(numbers) and all(proven)
    return Trajectory(
        found=tuple(_found(encoding, solution) for solution in solutions),
        bounds=tuple(bounds),
        build_seconds=build_seconds,
        seconds=watch.elapsed,
        all_proven=watch.elapsed if done else None,
    )


def _found(encoding: Encoding, solution: Solution) -> Found:
    seconds, values = solution
    return Found(seconds, schedule(encoding, lambda variable: variable >= 0 and values[variable] == 1))


class _Stage(cp_model.CpSolverSolutionCallback):  # type: ignore[misc]
    """Notes each solution of one goal as it comes, and each bound."""

    def __init__(
        self, watch: Stopwatch, until: float, number: int, solutions: list[Solution], bounds: list[Bound]
    ) -> None:
        super().__init__()
        self.watch, self.until = watch, until
        self.number, self.solutions, self.bounds = number, solutions, bounds

    @property
    def over(self) -> bool:
        return bool(self.solutions) and self.watch.elapsed >= self.until

    def on_solution_callback(self) -> None:
        self.solutions.append((self.watch.elapsed, tuple(self.response_proto.solution)))
        if self.over:
            self.stop_search()

    def note_bound(self, bound: float) -> None:
        if math.isfinite(bound):
            self.bounds.append(Bound(self.watch.elapsed, self.number, max(0, math.ceil(bound - 1e-6))))


def _stop_if_over(stage: _Stage, solver: cp_model.CpSolver) -> None:
    if stage.over:
        solver.stop_search()


class Translation:
    """The rows as a CP-SAT model: times at once as optional intervals."""

    def __init__(self, linear: Linear) -> None:
        self.cp = cp_model.CpModel()
        self.linear = linear
        self.variables: list[cp_model.IntVar] = []
        self.starts: dict[tuple[tuple[int, int], ...], cp_model.IntVar] = {}
        self.rows = 0
        self.catch_up()
        for limit in linear.at_once:
            self._at_once(limit)

    def catch_up(self) -> None:
        """Takes over the variables and rows that are new."""
        new = self.linear.highest[len(self.variables) :]
        self.variables += [self.cp.new_int_var(0, highest, "") for highest in new]
        for row in self.linear.rows[self.rows :]:
            self._row(row.terms, row.low, row.high)
        self.rows = len(self.linear.rows)

    def minimize(self, terms: Terms, workers: int, stage: _Stage) -> bool:
        """Makes the sum as small as the stage's time allows and holds it there; True if proven."""
        if not terms:
            return True
        if stage.solutions:
            self._hint(stage.solutions[-1][1])
        self.cp.minimize(self._sum(terms))
        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = max(0.1, stage.watch.left)
        solver.parameters.num_workers = workers
        solver.best_bound_callback = stage.note_bound
        timer = threading.Timer(stage.until - stage.watch.elapsed, _stop_if_over, (stage, solver))
        timer.start()
        status = solver.solve(self.cp, stage)
        timer.cancel()
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            stage.note_bound(solver.best_objective_bound)
            self.cp.add(self._sum(terms) <= round(solver.objective_value))
        return bool(status == cp_model.OPTIMAL)

    def _hint(self, values: tuple[int, ...]) -> None:
        self.cp.clear_hints()
        hint = self.cp.proto.solution_hint
        hint.vars.extend(range(len(values)))
        hint.values.extend(values)

    def _sum(self, terms: Terms) -> cp_model.LinearExprT:
        return cp_model.LinearExpr.weighted_sum([self.variables[v] for _, v in terms], [c for c, _ in terms])

    def _row(self, terms: Terms, low: int | None, high: int | None) -> None:
        if terms:
            least = cp_model.INT_MIN if low is None else low
            most = cp_model.INT_MAX if high is None else high
            self.cp.add_linear_constraint(self._sum(terms), least, most)
        elif (low or 0) > 0 or (high or 0) < 0:
            self.cp.add_bool_or([])

    def _at_once(self, limit: AtOnce) -> None:
        intervals = [self._interval(use, limit.pause) for use in limit.uses]
        intervals += [self.cp.new_fixed_size_interval_var(start, end - start, "") for start, end in limit.closed]
        if limit.most == 1:
            self.cp.add_no_overlap(intervals)
        else:
            self.cp.add_cumulative(intervals, [1] * len(intervals), limit.most)

    def _interval(self, use: Use, pause: int) -> cp_model.IntervalVar:
        start: cp_model.LinearExprT = use.starts[0][0]
        if len(use.starts) > 1:
            start = self._start(use.starts)
        presence = self.variables[use.presence]
        return self.cp.new_optional_fixed_size_interval_var(start, use.minutes + pause, presence, "")

    def _start(self, starts: tuple[tuple[int, int], ...]) -> cp_model.IntVar:
        if starts not in self.starts:
            values = cp_model.Domain.from_values([start for start, _ in starts])
            variable = self.starts[starts] = self.cp.new_int_var_from_domain(values, "")
            for start, chosen in starts:
                self.cp.add(variable == start).only_enforce_if(self.variables[chosen])
        return self.starts[starts]
