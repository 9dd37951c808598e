"""A goal of an outline by two solvers at once: CP-SAT finds good plans, HiGHS proves how good a plan can be.

Where not everybody can have what he or she could have alone, as for want of staff, the cuts of HiGHS prove in seconds
which care plans must be missed, and find a plan without the others, where the search does neither in a minute.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from ortools.sat.python.cp_model import LinearExprT

from scheduler.solve.call import Answer, Effort, Report, Stop
from scheduler.solve.clock import Clock
from scheduler.solve.hint import deciding
from scheduler.solve.mip_call import MipAnswer, asked_about, question_of
from scheduler.solve.search import Search
from scheduler.solve.values import value_of


@dataclass(frozen=True)
class Raced:
    """What CP-SAT says of its aim, and HiGHS of the goal; proven: that the goal's least value is known."""

    answer: Answer
    mip: MipAnswer
    proven: bool


class _Either:
    """Set where any of two events is."""

    def __init__(self, one: Stop, other: Stop) -> None:
        self.events = one, other

    def is_set(self) -> bool:
        return any(event.is_set() for event in self.events)


def raced(
    search: Search,
    aim: LinearExprT,
    goal: LinearExprT,
    start: tuple[int, ...] | None,
    effort: Effort,
    clock: Clock,
    report: Report | None = None,
) -> Raced:
    """CP-SAT towards an aim and HiGHS towards a goal, which comes first in it, until one has proven it.

    The search has the better of what they found, by the aim. start: values that HiGHS begins with.
    """
    cp = search.draft.cp
    cp.minimize(goal)
    question = question_of(cp, effort.seconds, start=start)
    cp.clear_objective()
    ended, known = threading.Event(), threading.Event()

    def ask() -> MipAnswer:
        answer = asked_about(question, lambda: ended.is_set() or clock.over)
        if answer.values is not None and answer.bound == value_of(goal, answer.values):
            known.set()
        return answer

    with ThreadPoolExecutor(max_workers=1) as pool:
        asked = pool.submit(ask)
        answer = search.minimize(aim, effort.seconds, report, effort, _Either(search.stop or clock.stop, known))
        if answer.proven or answer.infeasible:
            ended.set()
        mip = asked.result()
    _take(search, aim, mip.values)
    return Raced(answer, mip, answer.proven or known.is_set())


def _take(search: Search, aim: LinearExprT, values: tuple[int, ...] | None) -> None:
    """Takes values of HiGHS over if they keep all rules and are better: its rows may say less than the model."""
    before = search.values
    if values is None or (before is not None and value_of(aim, values) >= value_of(aim, before)):
        return
    if not search.complete({variable.index: values[variable.index] for variable in deciding(search.draft)}, aim) or (
        before is not None and search.value(aim) >= value_of(aim, before)
    ):
        search.values = before
