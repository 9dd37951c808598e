"""What the costs of rows can't be below."""

from __future__ import annotations

import math
import time

import highspy

from scheduler.mip.program import program_of, quiet_solver
from scheduler.mip.rows import BoundQuestion

TOLERANCE = 1e-3
"""HiGHS reckons with fractions; a bound that is above a whole number by no more than this is that number."""


def print_bounds(question: BoundQuestion) -> None:
    """Prints whole numbers that the costs can't be below, each once it is known."""
    program = program_of(question.rows)
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(question.rows.lower)
    solver = quiet_solver(question.end - time.time())
    solver.cbMipInterrupt += lambda event: _tell(event.data_out.mip_dual_bound)
    solver.passModel(program)
    solver.run()
    # Of a program without any solution there is nothing to say: who asks has one, so that it is an error of reckoning.
    if solver.getModelStatus() != highspy.HighsModelStatus.kInfeasible:
        _tell(solver.getInfo().mip_dual_bound)


def _tell(bound: float) -> None:
    if math.isfinite(bound):
        print("bound", math.ceil(bound - TOLERANCE), flush=True)
