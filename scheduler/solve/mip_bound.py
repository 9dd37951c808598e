"""A bound of a model of CP-SAT by HiGHS.

Of the week in outline, whose linear relaxation is tight, its cuts prove in a few seconds what CP-SAT does not in many.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from ortools.sat.python.cp_model import CpModel

from scheduler.mip.rows import BoundQuestion
from scheduler.solve.asked import asked
from scheduler.solve.linear_rows import linear_rows


def mip_bound(model: CpModel, seconds: float, stop: Callable[[], bool] = lambda: False) -> int | None:
    """What the objective of a model that minimizes can't be below; None if nothing was found out in the time."""
    bounds = asked(BoundQuestion(linear_rows(model), time.time() + seconds), "bound", stop)
    return bounds[-1][0] if bounds else None
