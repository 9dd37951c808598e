"""A question to HiGHS about a goal of a draft, answered while something else goes on."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from types import TracebackType

from ortools.sat.python.cp_model import LinearExprT

from scheduler.model.draft import Draft
from scheduler.solve.clock import Clock
from scheduler.solve.mip_call import MipAnswer, asked_about, question_of
from scheduler.solve.values import value_of


class Raced:
    """HiGHS towards a goal, as a context within which others work, too; it is set once their work is of no more use.

    answer: what HiGHS has found, once the context is left, which it is given all of its seconds for unless they are;
    before that, what it has found so far.
    """

    def __init__(
        self,
        draft: Draft,
        goal: LinearExprT,
        seconds: float,
        clock: Clock,
        seed: int = 0,
        start: tuple[int, ...] | None = None,
    ) -> None:
        self.goal, self.clock = goal, clock
        self.until = clock.elapsed + seconds
        self.answer = MipAnswer()
        self._known: tuple[int, ...] | None = start
        self._ended, self._proven = threading.Event(), threading.Event()
        draft.cp.minimize(goal)
        self._question = question_of(draft.cp, seconds, seed, start=start)
        draft.cp.clear_objective()
        self._pool = ThreadPoolExecutor(max_workers=1)

    def __enter__(self) -> Raced:
        self._asked = self._pool.submit(self._ask)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None or self.clock.elapsed < self.until:
            self._ended.set()
        self.answer = self._asked.result()
        self._pool.shutdown()

    def is_set(self) -> bool:
        """Whether the goal's least value is known, or everything is to stop."""
        return self._proven.is_set() or self.clock.over

    def news(self) -> tuple[int, ...] | None:
        """The values found, if they are others than when this was last asked."""
        values, before = self.answer.values, self._known
        self._known = values
        return values if values != before else None

    def _hear(self, word: str, numbers: list[int]) -> None:
        if word == "bound":
            self.answer = replace(self.answer, bound=numbers[0])
        elif word == "values":
            self.answer = replace(self.answer, values=tuple(numbers))

    def _ask(self) -> MipAnswer:
        answer = asked_about(self._question, lambda: self._ended.is_set() or self.clock.over, self._hear)
        if answer.values is not None and answer.bound == value_of(self.goal, answer.values):
            self._proven.set()
        return answer
