"""One call of HiGHS for a model of CP-SAT, as a mixed integer program.

Of the week in outline, whose linear relaxation is tight, its cuts prove in a few seconds what CP-SAT does not in many.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python.cp_model import CpModel

from scheduler.mip.rows import MipQuestion
from scheduler.solve.asked import Told, asked
from scheduler.solve.linear_rows import linear_rows


@dataclass(frozen=True)
class MipAnswer:
    """bound: what the objective can't be below; values: of every variable by index, in the best solution of the rows.

    None is what was not found. The rows may say less than the model, so that the values are no more than a guide.
    """

    bound: int | None = None
    values: tuple[int, ...] | None = None


def question_of(
    model: CpModel, seconds: float, seed: int = 0, gap: float = 0.0, start: tuple[int, ...] | None = None
) -> MipQuestion:
    """The question about a model that minimizes, as it is now, to be answered within so many seconds from now.

    gap: how far from its bound, as a part of it, the solution may be; start: values of every variable that are known to
    keep all rules, so that only what is better is looked for.
    """
    end = time.time() + seconds
    return MipQuestion(linear_rows(model), end, seed, gap, start)


def asked_about(
    question: MipQuestion, stop: Callable[[], bool] = lambda: False, told: Told = lambda word, numbers: None
) -> MipAnswer:
    """The answer to it; stop is looked at all the time, and ends the call with what is known.

    Where no other process can be started nothing is found out. told: hears each bound and each values meanwhile.
    """
    answer = asked(question, stop, told)
    bounds, values = answer.get("bound"), answer.get("values")
    return MipAnswer(bounds[-1][0] if bounds else None, tuple(values[-1]) if values else None)


def mip_call(
    model: CpModel, seconds: float, stop: Callable[[], bool] = lambda: False, seed: int = 0, gap: float = 0.0
) -> MipAnswer:
    """Asks about the model as it is, and waits for the answer."""
    return asked_about(question_of(model, seconds, seed, gap), stop)
