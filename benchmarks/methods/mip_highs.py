"""MIP with HiGHS: the same straightforward rows; goal 1 with half of the time, goal 2 with the rest.

highspy must not be imported where ortools is: their two copies of HiGHS clash.
"""

from __future__ import annotations

import math
from typing import Any

import highspy
import numpy

from benchmarks.methods.plain.build import encode
from benchmarks.methods.plain.encoding import Encoding
from benchmarks.methods.plain.goals import goal
from benchmarks.methods.plain.linear import AtOnce, Linear, Terms, Use, gathered, minus, ones
from benchmarks.methods.plain.read_back import schedule
from benchmarks.methods.trajectory import Bound, Found, Stopwatch, Trajectory
from scheduler.domain.week import Week

Solution = tuple[float, Any]


def run(week: Week, seconds: float, workers: int) -> Trajectory:
    """Goals 1 and 2: the later goals would only cost it time."""
    watch = Stopwatch(seconds)
    encoding = encode(week)
    goals = [goal(encoding, number) for number in (1, 2)]
    by_moments(encoding.linear)
    solver = _solver(encoding.linear, workers)
    build_seconds = watch.elapsed
    solutions: list[Solution] = []
    bounds: list[Bound] = []
    proven = []
    for number, terms in enumerate(goals, start=1):
        stage = _Stage(watch, watch.elapsed + watch.left / (3 - number), number, solutions, bounds)
        proven.append(_minimize(solver, gathered(terms), stage))
        if not solutions or watch.left <= 0:
            break
    found = [_found(encoding, solution) for solution in solutions]
    done = watch.elapsed if proven == [True, True] else None
    return Trajectory(tuple(found), tuple(bounds), build_seconds, watch.elapsed, done, complete=False)


def _found(encoding: Encoding, solution: Solution) -> Found:
    seconds, values = solution
    return Found(seconds, schedule(encoding, lambda variable: variable >= 0 and bool(values[variable] > 0.5)))


class _Stage:
    """Notes each solution of one goal as it comes, and each bound."""

    def __init__(
        self, watch: Stopwatch, until: float, number: int, solutions: list[Solution], bounds: list[Bound]
    ) -> None:
        self.watch, self.until = watch, until
        self.number, self.solutions, self.bounds = number, solutions, bounds

    def improved(self, event: Any) -> None:
        self.solutions.append((self.watch.elapsed, numpy.array(event.data_out.mip_solution)))
        self.note_bound(event.data_out.mip_dual_bound)

    def logged(self, event: Any) -> None:
        self.note_bound(event.data_out.mip_dual_bound)

    def asked(self, event: Any) -> None:
        """The first goal has all the time it needs until there is a schedule at all."""
        event.data_in.user_interrupt = bool(self.solutions) and self.watch.elapsed >= self.until

    def note_bound(self, bound: float) -> None:
        if math.isfinite(bound):
            self.bounds.append(Bound(self.watch.elapsed, self.number, max(0, math.ceil(bound - 1e-6))))


def _minimize(solver: Any, terms: Terms, stage: _Stage) -> bool:
    """Makes the sum as small as the stage's time allows and holds it there; True if proven."""
    count = solver.getNumCol()
    cost = numpy.zeros(count)
    for coefficient, variable in terms:
        cost[variable] = coefficient
    solver.changeColsCost(count, numpy.arange(count, dtype=numpy.int32), cost)
    if stage.solutions:
        best = highspy.HighsSolution()
        best.col_value = list(stage.solutions[-1][1])
        solver.setSolution(best)
    solver.setOptionValue("time_limit", max(0.1, stage.watch.left))
    notices = {
        solver.cbMipImprovingSolution: stage.improved,
        solver.cbMipLogging: stage.logged,
        solver.cbMipInterrupt: stage.asked,
    }
    for callback, notice in notices.items():
        callback.subscribe(notice)
    solver.run()
    for callback in notices:
        callback.clear()
    info, optimal = solver.getInfo(), solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return False
    stage.solutions.append((stage.watch.elapsed, numpy.array(solver.getSolution().col_value)))
    stage.note_bound(info.mip_dual_bound)
    variables = numpy.array([variable for _, variable in terms], dtype=numpy.int32)
    coefficients = numpy.array([float(coefficient) for coefficient, _ in terms])
    solver.addRow(-highspy.kHighsInf, round(info.objective_function_value), len(terms), variables, coefficients)
    return bool(optimal)


def _solver(linear: Linear, workers: int) -> Any:
    """The rows as a HiGHS model."""
    terms = [(c, v) for row in linear.rows for c, v in row.terms]
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(linear.highest), len(linear.rows)
    lp.col_cost_ = numpy.zeros(lp.num_col_)
    lp.col_lower_ = numpy.zeros(lp.num_col_)
    lp.col_upper_ = numpy.array(linear.highest, dtype=float)
    lp.row_lower_ = numpy.array([-highspy.kHighsInf if row.low is None else row.low for row in linear.rows])
    lp.row_upper_ = numpy.array([highspy.kHighsInf if row.high is None else row.high for row in linear.rows])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = numpy.cumsum([0, *(len(row.terms) for row in linear.rows)], dtype=numpy.int32)
    lp.a_matrix_.index_ = numpy.array([v for _, v in terms], dtype=numpy.int32)
    lp.a_matrix_.value_ = numpy.array([c for c, _ in terms], dtype=float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", workers)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.999)
    solver.passModel(lp)
    return solver


def by_moments(linear: Linear) -> None:
    """What may happen at once, as rows: at each start, no more is under way than may be."""
    for limit in linear.at_once:
        _at_once(linear, limit)
    linear.at_once.clear()


def _at_once(linear: Linear, limit: AtOnce) -> None:
    stretches = [
        (start, start + use.minutes + limit.pause, variable)
        for use in limit.uses
        for start, variable in _own_starts(linear, use)
    ]
    for moment in sorted({start for start, _, _ in stretches} | {start for start, _ in limit.closed}):
        under_way = ones(variable for start, end, variable in stretches if start <= moment < end)
        most = limit.most - sum(start <= moment < end for start, end in limit.closed)
        if len(under_way) > most:
            linear.at_most(under_way, max(0, most))


def _own_starts(linear: Linear, use: Use) -> list[tuple[int, int]]:
    """For each start a variable that is 1 if the use is there then."""
    if use.own:
        return list(use.starts)
    both = [(start, linear.bool(), there) for start, there in use.starts]
    linear.equal([*ones(variable for _, variable, _ in both), *minus([(1, use.presence)])], 0)
    for _, variable, there in both:
        linear.implies(variable, there)
    return [(start, variable) for start, variable, _ in both]
