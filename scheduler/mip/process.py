"""The process that bounds a program: reads rows and the time at which to end, prints each better bound as a line."""

from __future__ import annotations

import math
import pickle
import sys
import time

import highspy
import numpy as np

from scheduler.mip.rows import LinearRows

TOLERANCE = 1e-3
"""HiGHS reckons with fractions; a bound that is above a whole number by no more than this is that number."""


def tell_bounds(rows: LinearRows, seconds: float) -> None:
    """Prints whole numbers that the costs can't be below, each once it is known, for so many seconds."""
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("time_limit", seconds)
    solver.cbMipInterrupt += lambda event: _tell(event.data_out.mip_dual_bound)
    solver.passModel(_program(rows))
    solver.run()
    # Of a program without any solution there is nothing to say: who asks has one, so that it is an error of reckoning.
    if solver.getModelStatus() != highspy.HighsModelStatus.kInfeasible:
        _tell(solver.getInfo().mip_dual_bound)


def _tell(bound: float) -> None:
    if math.isfinite(bound):
        print(math.ceil(bound - TOLERANCE), flush=True)


def _program(rows: LinearRows) -> highspy.HighsLp:
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(rows.lower), len(rows.rows)
    program.col_cost_ = np.array(rows.costs, float)
    program.offset_ = float(rows.offset)
    program.col_lower_, program.col_upper_ = np.array(rows.lower, float), np.array(rows.upper, float)
    program.row_lower_ = np.array([least for _, least, _ in rows.rows], float)
    program.row_upper_ = np.array([most for _, _, most in rows.rows], float)
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(rows.lower)
    entries = [sorted(entries.items()) for entries, _, _ in rows.rows]
    matrix = program.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *map(len, entries)])
    matrix.index_ = np.array([column for row in entries for column, _ in row], int)
    matrix.value_ = np.array([coefficient for row in entries for _, coefficient in row], float)
    return program


if __name__ == "__main__":
    program, end = pickle.load(sys.stdin.buffer)
    tell_bounds(program, end - time.time())
