"""The least costs of rows in whole numbers, and what they can't be below."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable

import highspy

from scheduler.mip.program import program_of, quiet_solver
from scheduler.mip.rows import MipQuestion

TOLERANCE = 1e-3
"""HiGHS reckons with fractions; a bound that is above a whole number by no more than this is that number."""


def print_solution(question: MipQuestion) -> None:
    """Prints whole numbers that the costs can't be below, and solutions, each once known; the last is the best."""
    program = program_of(question.rows)
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(question.rows.lower)
    solver = quiet_solver(question.end - time.time())
    solver.setOptionValue("random_seed", question.seed)
    solver.setOptionValue("mip_rel_gap", question.gap)
    solver.cbMipInterrupt += lambda event: _tell(event.data_out.mip_dual_bound)
    solver.cbMipImprovingSolution += lambda event: _tell_values(event.data_out.mip_solution)
    solver.passModel(program)
    if question.start is not None:
        known = highspy.HighsSolution()
        known.col_value = [float(value) for value in question.start]
        solver.setSolution(known)
    solver.run()
    # Of a program without any solution there is nothing to say: who asks has one, so that it is an error of reckoning.
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return
    info = solver.getInfo()
    _tell(info.mip_dual_bound)
    if info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
        _tell_values(solver.getSolution().col_value)


def _tell_values(values: Iterable[float]) -> None:
    print("values", *(round(value) for value in values), flush=True)


def _tell(bound: float) -> None:
    if math.isfinite(bound):
        print("bound", math.ceil(bound - TOLERANCE), flush=True)
