"""One call of CP-SAT: in a thread of its own, stoppable, its status read before any of its numbers."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python import cp_model

POLL = 0.05
"""Seconds between two looks at the stop event."""


@dataclass(frozen=True)
class Answer:
    """values: of every variable by index, None without a solution; bound: None without one; proven: optimal."""

    values: tuple[int, ...] | None
    bound: int | None
    proven: bool
    infeasible: bool


class _Watch(cp_model.CpSolverSolutionCallback):
    """Reports each better value, and the bound with it."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        super().__init__()
        self._report = report

    def on_solution_callback(self) -> None:
        self._report(round(self.objective_value), math.ceil(self.best_objective_bound - 1e-6))


@dataclass(frozen=True)
class Effort:
    """How hard one call may try: seconds, workers and seed; linearization None: the solver's default."""

    seconds: float
    workers: int
    seed: int = 1
    linearization: int | None = None


def call(
    model: cp_model.CpModel,
    effort: Effort,
    stop: threading.Event | None = None,
    report: Callable[[int, int], None] | None = None,
    fix_hints: bool = False,
) -> Answer:
    """Solves the model within the effort; a stop event ends it early with what it has."""
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.1, effort.seconds)
    solver.parameters.num_workers = effort.workers
    solver.parameters.random_seed = effort.seed
    if effort.linearization is not None:
        solver.parameters.linearization_level = effort.linearization
    solver.parameters.fix_variables_to_their_hinted_value = fix_hints
    watch = _Watch(report) if report is not None else None
    status = _run(solver, model, watch, stop)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return Answer(
        values=tuple(solver.response_proto.solution) if found else None,
        bound=_bound(solver, model, status),
        proven=status == cp_model.OPTIMAL,
        infeasible=status == cp_model.INFEASIBLE,
    )


def _bound(solver: cp_model.CpSolver, model: cp_model.CpModel, status: int) -> int | None:
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.UNKNOWN) or not model.has_objective():
        return None
    bound = solver.best_objective_bound
    return math.ceil(bound - 1e-6) if math.isfinite(bound) else None


def _run(
    solver: cp_model.CpSolver,
    model: cp_model.CpModel,
    watch: cp_model.CpSolverSolutionCallback | None,
    stop: threading.Event | None,
) -> int:
    """Runs the solver in a thread: it holds on to Ctrl-C itself and would return as if nothing had happened."""
    result: list[int] = []
    failure: list[BaseException] = []

    def work() -> None:
        try:
            result.append(solver.solve(model, watch))
        except BaseException as error:
            failure.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(POLL)
        if stop is not None and stop.is_set() and thread.is_alive():
            solver.stop_search()
            time.sleep(POLL)
    if failure:
        raise failure[0]
    return result[0]
