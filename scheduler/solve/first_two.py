"""Goals 1 and 2, the first in every order, as one: their linear relaxation together is far better than one by one."""

from __future__ import annotations

from collections.abc import Callable

from scheduler.domain.rules import Goal
from scheduler.model.build import goal_value
from scheduler.model.draft import Draft
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Answer, Report
from scheduler.solve.search import Search, weighted

FIRST_TWO = 2


class FirstTwo:
    """The first two goals of a draft. both: one expression in their strict order."""

    def __init__(self, draft: Draft, goals: tuple[Goal, ...]) -> None:
        self.draft = draft
        self.expressions = [goal_value(draft, goal.number) for goal in goals[:FIRST_TWO]]
        self.both, weights = weighted(self.expressions, draft)
        self.weight = weights[0]

    def values(self, search: Search) -> tuple[int, ...]:
        """The two goals for the best schedule of a search over the draft."""
        return tuple(search.value(expression) for expression in self.expressions)

    def know(self, bounds: Bounds) -> None:
        """Tells the draft what is proven already."""
        for position, expression in enumerate(self.expressions):
            if not isinstance(expression, int):
                self.draft.cp.add(expression >= bounds.always(position))

    def told(self, report: Report | None) -> Report | None:
        """A report of both as one of goal 1."""
        if report is None:
            return None
        tell: Callable[[int, int], None] = report
        return lambda value, bound: tell(value // self.weight, self._first_bound(bound))

    def note(self, answer: Answer, search: Search, bounds: Bounds) -> None:
        """Notes what an answer about both proves, of goal 2 under the value reached of goal 1."""
        if answer.bound is not None and search.values is not None:
            reached = self.values(search)
            bounds.add(0, self._first_bound(answer.bound), ())
            bounds.add(1, answer.bound - self.weight * reached[0], reached[:1])

    def first_proven(self, search: Search, bounds: Bounds) -> bool:
        """Whether the best schedule of the search has goal 1 at its bound."""
        return search.values is not None and bounds.proven(0, self.values(search))

    def proven(self, search: Search, bounds: Bounds) -> bool:
        """The same for both goals."""
        return self.first_proven(search, bounds) and bounds.proven(1, self.values(search))

    def _first_bound(self, bound: int) -> int:
        """weight x first + second is at least the bound, and second stays below the weight."""
        return max(0, -(-(bound - self.weight + 1) // self.weight))
