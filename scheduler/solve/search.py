"""A search over one draft: the best values so far, goals posted one after another, each held once it is worked on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.schedule import Schedule
from scheduler.model.build import goal_value
from scheduler.model.draft import Draft
from scheduler.solve.call import Answer, Effort, call
from scheduler.solve.extract import extract
from scheduler.solve.hint import decisions
from scheduler.solve.values import value_of

COMPLETION_SECONDS = 30.0


class Search:
    """Keeps a draft and the values of its variables for the best schedule found so far; never loses them."""

    def __init__(self, draft: Draft, effort: Effort, stop: threading.Event | None = None) -> None:
        self.draft = draft
        self.effort = effort
        self.stop = stop
        self.values: tuple[int, ...] | None = None

    @property
    def schedule(self) -> Schedule:
        """The best schedule found so far; call only once there is one."""
        values = self._known()
        return extract(self.draft, lambda variable: values[variable.index])

    def start(self, schedule: Schedule, keep_all: bool = True) -> bool:
        """Takes a schedule over as the best so far, if it is right; otherwise only hints at it (keep_all False)."""
        hints = decisions(self.draft, schedule)
        if keep_all:
            return self._complete(hints)
        self._hint(hints)
        return False

    def first(self, seconds: float) -> Answer:
        """Any right schedule, from whatever has been hinted."""
        return self._take(call(self.draft.cp, self._for(seconds), self.stop))

    def improve(self, goal: int, seconds: float, report: Callable[[int, int], None] | None = None) -> Answer:
        """Makes one goal as small as the time allows, from the best values so far, which must exist."""
        expression = goal_value(self.draft, goal)
        known = self._known()
        if len(known) < len(self.draft.cp.proto.variables):
            self._complete(dict(enumerate(known)), expression)
        self._hint(dict(enumerate(self._known())))
        self.draft.cp.minimize(expression)
        answer = self._take(call(self.draft.cp, self._for(seconds), self.stop, report))
        self.draft.cp.clear_objective()
        return answer

    def value(self, expression: LinearExprT) -> int:
        """An expression's value for the best schedule so far."""
        return value_of(expression, self._known())

    def hold(self, expression: LinearExprT) -> None:
        """From now on no schedule may be worse in this than the best one so far."""
        if not isinstance(expression, int):
            self.draft.cp.add(expression <= self.value(expression))

    def _known(self) -> tuple[int, ...]:
        if self.values is None:
            raise RuntimeError("There is no schedule yet.")
        return self.values

    def _for(self, seconds: float) -> Effort:
        return replace(self.effort, seconds=seconds)

    def _take(self, answer: Answer) -> Answer:
        if answer.values is not None:
            self.values = answer.values
        return answer

    def _complete(self, hints: dict[int, int], minimize: LinearExprT | None = None) -> bool:
        """Finds values for the variables that follow from those hinted; False if the hints break a rule."""
        self._hint(hints)
        if minimize is not None:
            self.draft.cp.minimize(minimize)
        answer = call(self.draft.cp, Effort(COMPLETION_SECONDS, 1, self.effort.seed), fix_hints=True)
        self.draft.cp.clear_objective()
        self._take(answer)
        return answer.values is not None

    def _hint(self, hints: dict[int, int]) -> None:
        cp = self.draft.cp
        cp.clear_hints()
        for index, value in hints.items():
            cp.add_hint(cp.get_int_var_from_proto_index(index), value)
