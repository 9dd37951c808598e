"""A later goal towards guides: outlines of the week that are as good in it as can be, each by another chance.

What either the schedule or the guide holds is left open, and nothing else, with meetings at any start: the union of
two good solutions is small enough to be searched to the end, and often holds one better than both (Danna, Rothberg and
Le Pape, "Exploring relaxation induced neighborhoods to improve MIP solutions", 2005; here the outline's optimum stands
in for the relaxation's).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from scheduler.model.draft import Draft
from scheduler.solve.later_draft import later_draft
from scheduler.solve.mip_call import MipAnswer, mip_call
from scheduler.solve.narrow import Plan, plan_of
from scheduler.solve.outlined import given_plan
from scheduler.solve.within_plan import search_within
from scheduler.solve.work import Work

K = TypeVar("K")
V = TypeVar("V")

GUIDE_PART, TOWARDS_PART = 0.5, 0.5
"""Of the time left, for a guide, and for the search of what it and the schedule hold."""
ENOUGH = 0.02
"""How far from its bound a guide may be: the best takes longer and leads no further."""
PATIENCE = 2
"""Guides in a row that may bring nothing."""


class Guided:
    """Goes towards guides, the next of which is sought while the last are followed. asked: guides sought so far."""

    def __init__(self, work: Work, over: Callable[[int, float], bool]) -> None:
        self.work, self.over = work, over
        self.asked = 0
        self.ended = threading.Event()

    def go(self, position: int, seconds: float, meanwhile: Callable[[], None]) -> None:
        """For so long at the most, until guides bring nothing or there is none to be had.

        meanwhile: something else to do until there is a first guide.

        Towards one guide first; where the search came to its end without anything better, towards one more of the last.
        """
        until = self.work.clock.elapsed + seconds
        guides: list[Plan] = []
        fruitless, together = 0, 1
        self.ended.clear()
        with ThreadPoolExecutor(max_workers=1) as pool:
            following = self._ask(pool, position, until)
            meanwhile()
            while following is not None and fruitless < PATIENCE and not self.over(position, until):
                guide = self._answer(position, *following)
                if guide is None or self.over(position, until):
                    break
                guides.append(guide)
                following = self._ask(pool, position, until)
                before = self.work.best.values[: position + 1]
                proven = self._towards(guides[-together:], position, until)
                better = self.work.best.values[: position + 1] < before
                fruitless = 0 if better else fruitless + 1
                if not proven:
                    together = max(1, together - 1)
                elif not better:
                    together += 1
            self.ended.set()

    def _ask(
        self, pool: ThreadPoolExecutor, position: int, until: float
    ) -> tuple[Draft, tuple[int, ...], Future[MipAnswer]] | None:
        """A guide being sought, with the values that are held in it; None if there is nothing to choose."""
        later = later_draft(self.work, position)
        if later is None:
            return None
        draft, expression = later
        draft.cp.minimize(expression)
        self.asked += 1
        seconds = GUIDE_PART * (until - self.work.clock.elapsed)
        answer = pool.submit(mip_call, draft.cp, seconds, self._stopped, self.asked, ENOUGH)
        return draft, self.work.best.values[:position], answer

    def _stopped(self) -> bool:
        return self.ended.is_set() or self.work.clock.over

    def _answer(self, position: int, draft: Draft, held: tuple[int, ...], asked: Future[MipAnswer]) -> Plan | None:
        answer = asked.result()
        self.work.bounds.add(position, answer.bound, held)
        return None if answer.values is None else given_plan(draft, answer.values)

    def _towards(self, guides: list[Plan], position: int, until: float) -> bool:
        """Searches what the schedule and the guides hold; True if that was searched to the end."""
        work = self.work
        both = united([plan_of(work.options, work.best.schedule_found), *guides])
        return search_within(work, both, position, TOWARDS_PART * (until - work.clock.elapsed))


def united(plans: Sequence[Plan]) -> Plan:
    """What any of the plans holds; where several hold a session at different times, at that of the first."""
    return Plan(
        {key: start for plan in reversed(plans) for key, start in plan.starts.items()},
        frozenset[tuple[str, str, int]]().union(*(plan.attending for plan in plans)),
        _any_of([plan.meetings for plan in plans]),
        _any_of([plan.leaders for plan in plans]),
        _any_of([plan.pools for plan in plans]),
    )


def _any_of(parts: Sequence[Mapping[K, tuple[V, ...]]]) -> dict[K, tuple[V, ...]]:
    keys = {key: None for part in parts for key in part}
    return {key: tuple({value: None for part in parts for value in part.get(key, ())}) for key in keys}
