"""One call of CP-SAT: in a thread of its own, stoppable, its status read before any of its numbers."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ortools.sat.python import cp_model

POLL = 0.02
"""Seconds between two looks at the stop event."""
QUIET = 3.0
"""Seconds without anything better that say nothing yet."""

Report = Callable[[int, int], None]


class Stop(Protocol):
    """What ends a call once it is set, as an event of `threading`."""

    def is_set(self) -> bool: ...


@dataclass(frozen=True)
class Answer:
    """values: of every variable by index, None without a solution; bound: None without one; proven: optimal."""

    values: tuple[int, ...] | None
    bound: int | None
    proven: bool
    infeasible: bool


NO_ANSWER = Answer(values=None, bound=None, proven=False, infeasible=False)
"""Of what was not asked."""


@dataclass(frozen=True)
class Effort:
    """How hard one call may try.

    work: the solver's own measure of time, the same on every machine and in every run, which keeps short calls
    repeatable; None: no limit but the seconds. patient: False ends a search that finds nothing better for as long again
    as its best value took, and QUIET seconds. linearization 2 lets the linear relaxation know every constraint, by
    far the best for assignments (one worker so proves in seconds what eight do not in minutes); None: the default.
    quick: little presolve, for small questions asked often; brief: one round of all of it. kinds: the solver's names of
    the searches that some of the workers do; the others look around the best solution; none: its own choice.
    in_step: the workers keep step with each other, at some cost of time, so that equal input gives equal output.
    above: ends a search that tells of a bound which is not above this, mostly the first, of its linear relaxation.
    """

    seconds: float
    workers: int = 1
    seed: int = 1
    linearization: int | None = 2
    work: float | None = None
    quick: bool = False
    brief: bool = False
    patient: bool = True
    kinds: tuple[str, ...] = ()
    in_step: bool = False
    above: int | None = None


class _Watch(cp_model.CpSolverSolutionCallback):
    """Reports each better value, and the bound with it; knows when the last one came, and what bounds were told of."""

    def __init__(self, report: Report | None, effort: Effort) -> None:
        super().__init__()
        self._report, self._patient, self._above = report, effort.patient, effort.above
        self._nothing_new = False
        self._began = time.monotonic()
        self._best_after: float | None = None

    def on_solution_callback(self) -> None:
        self._best_after = time.monotonic() - self._began
        if self._report is not None:
            self._report(round(self.objective_value), math.ceil(self.best_objective_bound - 1e-6))

    def hear(self, bound: float) -> None:
        """Called with each better bound."""
        self._nothing_new |= self._above is not None and math.ceil(bound - 1e-6) <= self._above

    @property
    def weary(self) -> bool:
        """Whether nothing better has come for so long that hardly anything will, or nothing new can be proven."""
        if self._nothing_new:
            return True
        if self._patient or self._best_after is None:
            return False
        return time.monotonic() - self._began > 2 * self._best_after + QUIET


def call(
    model: cp_model.CpModel,
    effort: Effort,
    stop: Stop | None = None,
    report: Report | None = None,
    fix_hints: bool = False,
) -> Answer:
    """Solves the model within the effort; a stop event ends it early with what it has.

    fix_hints: hinted variables keep their hinted values.
    """
    solver = cp_model.CpSolver()
    _set(solver, effort)
    solver.parameters.fix_variables_to_their_hinted_value = fix_hints
    watched = report is not None or not effort.patient or effort.above is not None
    watch = _Watch(report, effort) if watched else None
    if watch is not None and effort.above is not None:
        solver.best_bound_callback = watch.hear
    try:
        status = _run(solver, model, watch, stop)
    except IndexError:
        # ortools 9.15 fails so ("raw_hash_map<>::at") where presolve proves a model infeasible while it merges
        # constraints, before it looks for symmetries; without them it says so.
        solver.parameters.symmetry_level = 0
        status = _run(solver, model, watch, stop)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return Answer(
        values=tuple(solver.response_proto.solution) if found else None,
        bound=_bound(solver, model, status),
        proven=status == cp_model.OPTIMAL,
        infeasible=status == cp_model.INFEASIBLE,
    )


def _set(solver: cp_model.CpSolver, effort: Effort) -> None:
    parameters = solver.parameters
    parameters.max_time_in_seconds = max(0.05, effort.seconds)
    parameters.num_workers = effort.workers
    parameters.random_seed = effort.seed
    # The solver's own handler of Ctrl-C belongs to the thread that solves; reached in the main one it aborts.
    parameters.catch_sigint_signal = False
    parameters.subsolvers.extend(effort.kinds)
    parameters.interleave_search = effort.in_step
    if effort.linearization is not None:
        parameters.linearization_level = effort.linearization
    if effort.quick or effort.brief:
        parameters.max_presolve_iterations = 1
    if effort.quick:
        parameters.cp_model_probing_level = 0
        parameters.merge_at_most_one_work_limit = 0
        parameters.symmetry_level = 0
    if effort.work is not None:
        parameters.max_deterministic_time = effort.work


def _bound(solver: cp_model.CpSolver, model: cp_model.CpModel, status: int) -> int | None:
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.UNKNOWN) or not model.has_objective():
        return None
    bound = solver.best_objective_bound
    return math.ceil(bound - 1e-6) if math.isfinite(bound) else None


def _run(
    solver: cp_model.CpSolver,
    model: cp_model.CpModel,
    watch: _Watch | None,
    stop: Stop | None,
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
        ended = (stop is not None and stop.is_set()) or (watch is not None and watch.weary)
        if ended and thread.is_alive():
            solver.stop_search()
            time.sleep(POLL)
    if failure:
        raise failure[0]
    return result[0]
