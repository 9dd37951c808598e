"""What columns come to where all may be fractions: a linear program, solved again and again under a tighter limit."""

from __future__ import annotations

import time

import highspy

from scheduler.mip.program import program_of, quiet_solver
from scheduler.mip.rows import THOUSAND, RelaxedQuestion


def print_values(question: RelaxedQuestion) -> None:
    """Prints, for each limit that can be kept, the columns asked about, in thousandths.

    Each limit is solved from the solution of the one before, which takes a fraction of what the first does.
    """
    solver = quiet_solver(question.end - time.time())
    solver.passModel(program_of(question.rows))
    for most in question.limits:
        solver.changeColBounds(question.limited, float(question.rows.lower[question.limited]), float(most))
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return
        values = solver.getSolution().col_value
        print("values", *(round(THOUSAND * values[column]) for column in question.columns), flush=True)
