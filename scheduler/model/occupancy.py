"""One at a time, or as many as there are: the uses of a person's or a room's time, posted as constraints.

Uses whose times are all known become cliques (the uses that cover one moment), which bound strongly; as soon as one
use can move, the whole day becomes intervals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ortools.sat.python.cp_model import IntVar

from scheduler.domain.calendar import Window
from scheduler.model.draft import Draft, total


@dataclass(frozen=True)
class Use:
    """A possible use: present or not, for `minutes`, at one of its starts (each with its own literal)."""

    presence: IntVar
    minutes: int
    starts: tuple[tuple[int, IntVar], ...]
    start_variable: Callable[[], IntVar]
    movable: bool
    """Whether the literal of a start is true without the use being present: then times are not known alone."""


@dataclass
class Occupancy:
    """The time of one person, or of a pool of `capacity` rooms, on one day; `pause` minutes lie between uses."""

    capacity: int = 1
    pause: int = 0
    uses: list[Use] = field(default_factory=list)
    closed: list[Window] = field(default_factory=list)
    reserved: list[tuple[Window, int]] = field(default_factory=list)
    """Stretches in which so many of the capacity are not to be had."""

    def post(self, draft: Draft) -> None:
        if not self.uses:
            return
        if any(use.movable for use in self.uses):
            self._post_intervals(draft)
        else:
            self._post_cliques(draft)

    def _post_cliques(self, draft: Draft) -> None:
        known = [(start, start + use.minutes, literal) for use in self.uses for start, literal in use.starts]
        for start, end, literal in known:
            if any(window.start < end and start < window.end for window in self.closed):
                draft.cp.add(literal == 0)
        for clique in cliques([(start, end + self.pause, literal) for start, end, literal in known]):
            if self.capacity == 1 and len(clique) > 1:
                draft.cp.add_at_most_one(clique)
            elif len(clique) > self.capacity:
                draft.cp.add(total(clique) <= self.capacity)
        for window, count in self.reserved:
            self._post_reserved(draft, known, window, self.capacity - count)

    def _post_reserved(self, draft: Draft, known: list[tuple[int, int, IntVar]], window: Window, capacity: int) -> None:
        there = [
            (max(start, window.start), min(end, window.end), literal)
            for start, end, literal in known
            if start < window.end and window.start < end
        ]
        for clique in cliques(there):
            if len(clique) > capacity:
                draft.cp.add(total(clique) <= capacity)

    def _post_intervals(self, draft: Draft) -> None:
        intervals = [
            draft.cp.new_optional_fixed_size_interval_var(
                use.start_variable() if use.movable or len(use.starts) > 1 else use.starts[0][0],
                use.minutes + self.pause,
                use.presence,
                "",
            )
            for use in self.uses
        ]
        for window in self.closed:
            # A closure takes every room and needs no pause; a use may end as it begins.
            self._keep_clear(draft, window)
        if self.capacity == 1:
            draft.cp.add_no_overlap(intervals)
        elif len(intervals) > self.capacity:
            draft.cp.add_cumulative(intervals, [1] * len(intervals), self.capacity)

    def _keep_clear(self, draft: Draft, window: Window) -> None:
        for use in self.uses:
            for start, literal in use.starts:
                if window.start < start + use.minutes and start < window.end:
                    draft.cp.add_bool_or([literal.negated(), use.presence.negated()])


def cliques(known: list[tuple[int, int, IntVar]]) -> list[list[IntVar]]:
    """The largest sets of uses (start, end, literal) that share a moment, in order of time."""
    waiting = sorted(known, key=lambda use: (use[0], use[1]))
    present: list[tuple[int, int, IntVar]] = []
    result = []
    grown = False
    for use in waiting:
        staying = [other for other in present if other[1] > use[0]]
        if grown and len(staying) < len(present):
            result.append([literal for _, _, literal in present])
        present = [*staying, use]
        grown = True
    if present:
        result.append([literal for _, _, literal in present])
    return result
