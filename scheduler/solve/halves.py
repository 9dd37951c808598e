"""A later goal by halves of the week: all sessions with each meeting on its day, then all meetings.

Either half has a fraction of the week's options, for what makes it large is that sessions and meetings go with each
other; it is mostly searched to its end in seconds, with everybody and everything of its kind free. What one half has
won opens something to the other (block coordinate descent).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import cycle

from scheduler.model.options import Options
from scheduler.solve.fair_load import STAFF_TIME
from scheduler.solve.in_turn import CROWDING
from scheduler.solve.narrow import Plan, narrowed, plan_of
from scheduler.solve.within_plan import search_part
from scheduler.solve.work import Work

MOST_OPTIONS = 25_000
"""Of a half; a larger one takes longer to be built than it is worth."""
SEARCH_PART = 0.5
"""Of the time left, for a search."""
OF_SESSIONS = (CROWDING, STAFF_TIME)
"""Goals that meetings have no part in."""


class Halves:
    """Searches one half after the other until neither brings anything."""

    def __init__(self, work: Work, over: Callable[[int, float], bool]) -> None:
        self.work, self.over = work, over

    def go(self, position: int, seconds: float) -> None:
        """For so long at the most, for the goal at the position."""
        until = self.work.clock.elapsed + seconds
        self.work.bounds.searched.add(position)
        halves = (sessions_half,) if self.work.goals[position].number in OF_SESSIONS else (sessions_half, meetings_half)
        fruitless = 0
        for half in cycle(halves):
            if fruitless == len(halves) or self.over(position, until):
                return
            fruitless = 0 if self._search(half, position, until) else fruitless + 1

    def _search(self, half: Callable[[Options, Plan], Options], position: int, until: float) -> bool:
        """Searches a half unless it is too large; True if the goal got better."""
        work, before = self.work, self.work.best.values[: position + 1]
        part = half(work.options, plan_of(work.options, work.best.schedule_found))
        if part.size <= MOST_OPTIONS:
            search_part(work, part, position, SEARCH_PART * (until - work.clock.elapsed))
        return work.best.values[: position + 1] < before


def sessions_half(options: Options, plan: Plan) -> Options:
    """Who attends and leads what at which times, each meeting of the plan on its day with its clinician."""
    return replace(options, offers=tuple(offer for offer in options.offers if offer.key in plan.meetings))


def meetings_half(options: Options, plan: Plan) -> Options:
    """All meetings, and who leads what, with everybody in the sessions of the plan."""
    return narrowed(options, replace(plan, meetings={offer.key: offer.starts for offer in options.offers}))
