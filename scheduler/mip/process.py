"""The process that answers about a program: reads a question, prints each better bound, then the solution, as lines."""

from __future__ import annotations

import math
import pickle
import sys
import time

import highspy
import numpy as np

from scheduler.mip.rows import LinearRows, MipQuestion

TOLERANCE = 1e-3
"""HiGHS reckons with fractions; a bound that is above a whole number by no more than this is that number."""


def answer(question: MipQuestion) -> None:
    """Prints whole numbers that the costs can't be below, each once it is known, and the best solution at the end."""
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("random_seed", question.seed)
    solver.setOptionValue("mip_rel_gap", question.gap)
    solver.setOptionValue("time_limit", question.end - time.time())
    solver.cbMipInterrupt += lambda event: _tell(event.data_out.mip_dual_bound)
    solver.passModel(_program(question.rows))
    solver.run()
    # Of a program without any solution there is nothing to say: who asks has one, so that it is an error of reckoning.
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return
    info = solver.getInfo()
    _tell(info.mip_dual_bound)
    if info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
        print("values", *(round(value) for value in solver.getSolution().col_value), flush=True)


def _tell(bound: float) -> None:
    if math.isfinite(bound):
        print("bound", math.ceil(bound - TOLERANCE), flush=True)


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
    answer(pickle.load(sys.stdin.buffer))
