"""Rows as a program of HiGHS."""

from __future__ import annotations

import highspy
import numpy as np

from scheduler.mip.rows import LinearRows


def program_of(rows: LinearRows) -> highspy.HighsLp:
    """The program of the rows, every column free to be a fraction."""
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(rows.lower), len(rows.rows)
    program.col_cost_ = np.array(rows.costs, float)
    program.offset_ = float(rows.offset)
    program.col_lower_, program.col_upper_ = np.array(rows.lower, float), np.array(rows.upper, float)
    program.row_lower_ = np.array([least for _, least, _ in rows.rows], float)
    program.row_upper_ = np.array([most for _, _, most in rows.rows], float)
    entries = [sorted(entries.items()) for entries, _, _ in rows.rows]
    matrix = program.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *map(len, entries)])
    matrix.index_ = np.array([column for row in entries for column, _ in row], int)
    matrix.value_ = np.array([coefficient for row in entries for _, coefficient in row], float)
    return program


def quiet_solver(seconds: float) -> highspy.Highs:
    """A solver that prints nothing and works on one core for so long at the most."""
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("time_limit", max(0.0, seconds))
    return solver
