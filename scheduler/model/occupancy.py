"""One at a time, or as many as there are: the uses of a person's or a room's time, posted as constraints.

Uses whose times are all known become cliques (the uses that cover one moment), which bound strongly; as soon as one
use can move, the whole day becomes intervals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from ortools.sat.python.cp_model import IntVar

from scheduler.domain.calendar import Window, overlaps
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


Known = tuple[int, int, IntVar | int]
"""Start, end, and the literal of a use whose time is known; 1 for one that is certain."""


@dataclass
class Occupancy:
    """The time of one person, or of a pool of `capacity` rooms, on one day; `pause` minutes lie between uses."""

    capacity: int = 1
    pause: int = 0
    uses: list[Use] = field(default_factory=list)
    closed: list[Window] = field(default_factory=list)
    reserved: list[tuple[Window, int]] = field(default_factory=list)
    """Stretches in which so many of the capacity are not to be had."""
    engaged: list[Window] = field(default_factory=list)
    """Uses that are certain, pauses not included."""

    def post(self, draft: Draft) -> None:
        if not self.uses:
            return
        if any(use.movable for use in self.uses):
            self._post_intervals(draft)
        else:
            self._post_cliques(draft)

    def _post_cliques(self, draft: Draft) -> None:
        known: list[Known] = [(start, start + use.minutes, at) for use in self.uses for start, at in use.starts]
        for start, end, literal in known:
            if overlaps(self.closed, start, end):
                draft.cp.add(literal == 0)
        known += [(window.start, window.end, 1) for window in self._in_the_way()]
        for clique in cliques([(start, end + self.pause, literal) for start, end, literal in known]):
            _post_clique(draft, clique, self.capacity)
        for window, count in self.reserved:
            _post_reserved(draft, known, window, self.capacity - count)

    def _in_the_way(self) -> list[Window]:
        """Of what is certain, that which is at a time of one of the uses."""
        times = {(start, start + use.minutes) for use in self.uses for start, _ in use.starts}
        pause = self.pause
        return [w for w in self.engaged if any(w.start < end + pause and start < w.end + pause for start, end in times)]

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
        intervals += [
            draft.cp.new_fixed_size_interval_var(window.start, window.minutes + self.pause, "")
            for window in self._in_the_way()
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


def _post_clique(draft: Draft, clique: list[IntVar | int], capacity: int) -> None:
    """Of these uses at one moment, no more than the capacity."""
    literals = [literal for literal in clique if not isinstance(literal, int)]
    left = capacity - (len(clique) - len(literals))
    if left == 1 and len(literals) > 1:
        draft.cp.add_at_most_one(literals)
    elif len(literals) > left:
        draft.cp.add(total(literals) <= left)


def _post_reserved(draft: Draft, known: list[Known], window: Window, capacity: int) -> None:
    """The same for what of the uses lies in the window."""
    there = [
        (max(start, window.start), min(end, window.end), literal)
        for start, end, literal in known
        if start < window.end and window.start < end
    ]
    for clique in cliques(there):
        _post_clique(draft, clique, capacity)


def cliques(known: list[Known]) -> list[list[IntVar | int]]:
    """The largest sets of uses that share a moment, in order of time."""
    waiting = sorted(known, key=lambda use: (use[0], use[1]))
    present: list[Known] = []
    result = []
    for start, beginning in groupby(waiting, key=lambda use: use[0]):
        staying = [use for use in present if use[1] > start]
        if len(staying) < len(present):
            result.append([literal for _, _, literal in present])
        present = [*staying, *beginning]
    if present:
        result.append([literal for _, _, literal in present])
    return result
