"""When sessions are held where times can be chosen: group by group, where they serve most who still lack care.

Found without a solver, in a second or two for hundreds of clients; who leads and who sits where is decided afterwards,
with the times as they are.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass

from scheduler.domain.groups import Group
from scheduler.model.options import Options, Slot
from scheduler.model.options.slots import Placement
from scheduler.solve.narrow import Plan
from scheduler.solve.timetable.resources import Place, Resources
from scheduler.solve.timetable.turnout import Turnout

MOST_TEAMS = 6
"""Teams tried where one has to lead all sessions of a group."""
URGENT = 1_000_000
TIDY = 16
"""Of the worth of a time, what is added for each end of it that touches another session of a track or a window's."""


@dataclass(frozen=True)
class _Meeting:
    slot: Slot
    placement: Placement
    place: Place
    worth: int


@dataclass(frozen=True)
class _Series:
    """Sessions of a group thought of together."""

    meetings: tuple[_Meeting, ...] = ()

    @property
    def worth(self) -> int:
        return sum(meeting.worth for meeting in self.meetings)


NONE = _Series()


class Timetable:
    """plan: the sessions placed, with leaders and rooms that they could have."""

    def __init__(self, options: Options, loud: Mapping[str, int] = {}) -> None:
        self.options, self.week = options, options.week
        self.turnout, self.resources = Turnout(options, loud), Resources(options)
        self.edges: dict[tuple[str, int], set[int]] = {}
        for track in self.week.tracks:
            for day, windows in enumerate(track.windows):
                self.edges[track.name, day] = {time for window in windows for time in (window.start, window.end)}
        self.promised = _promised(options)
        self.placed: list[_Meeting] = []

    def fill(self) -> Plan:
        """Places every group once: those first that have to be held, then whichever serves most for its staff."""
        groups = [group for group in self.week.active_groups if group.name in self.options.slots_of_group]
        for group in groups:
            if group.must_run or group.name in self.promised:
                self._take(self._best(group))
        rest = [group for group in groups if not (group.must_run or group.name in self.promised)]
        queue = [(-URGENT, place) for place in range(len(rest))]
        heapq.heapify(queue)
        while queue:
            _, place = heapq.heappop(queue)
            best = self._best(rest[place])
            rate = -_rate(best)
            if queue and rate > queue[0][0]:
                # Others that have been placed since have left less to it.
                heapq.heappush(queue, (rate, place))
            elif best.meetings:
                self._take(best)
        return self._plan()

    def _plan(self) -> Plan:
        held = {m.slot.key: m for m in self.placed}
        return Plan(
            {key: m.placement.start for key, m in held.items()},
            frozenset(),
            {},
            {key: m.place.team for key, m in held.items()},
            {key: (m.place.pool,) for key, m in held.items() if m.place.pool is not None},
        )

    def _take(self, series: _Series) -> None:
        for meeting in series.meetings:
            slot, placement = meeting.slot, meeting.placement
            self.placed.append(meeting)
            self.resources.take(slot, placement, meeting.place)
            self.turnout.seat(slot, placement.start, meeting.place.seats)
            for track in placement.tracks:
                self.edges[track, slot.day] |= {placement.start, placement.end}

    def _best(self, group: Group) -> _Series:
        """The start, and the team where it has to be one team, that give most."""
        slots = self.options.slots_of_group[group.name]
        starts: list[int | None] = [None]
        if group.same_time:
            starts = [*sorted({placement.start for slot in slots for placement in slot.placements})]
        teams: list[tuple[str, ...] | None] = [None]
        if group.same_clinician and group.facilitators:
            teams = [*self.resources.teams(group)[:MOST_TEAMS]]
        found = (self._series(group, slots, start, team) for start in starts for team in teams)
        return max(found, key=lambda series: series.worth, default=NONE)

    def _series(
        self, group: Group, slots: tuple[Slot, ...], start: int | None, team: tuple[str, ...] | None
    ) -> _Series:
        """The days on which sessions at the start give most."""
        meetings = []
        for slot in slots:
            possible = (
                self._meeting(slot, placement, team)
                for placement in slot.placements
                if start is None or placement.start == start
            )
            best = max((m for m in possible if m is not None), key=lambda m: m.worth, default=None)
            if best is not None:
                meetings.append(best)
        meetings.sort(key=lambda meeting: (-meeting.worth, meeting.slot.day))
        return _Series(tuple(meetings[: group.sessions]))

    def _meeting(self, slot: Slot, placement: Placement, team: tuple[str, ...] | None) -> _Meeting | None:
        wanted = self.promised.get(slot.group.name, {}).get(slot.day)
        if wanted is not None and placement.start not in wanted:
            return None
        worth = self.turnout.worth(slot, placement.start, slot.group.max_clients)
        worth += URGENT * (wanted is not None) + (1 if slot.group.must_run else 0)
        if worth <= 0:
            return None
        place = self.resources.place(slot, placement, team)
        if place is None:
            return None
        edges: set[int] = set().union(*(self.edges[track, slot.day] for track in placement.tracks))
        touching = (placement.start in edges) + (placement.end in edges)
        return _Meeting(slot, placement, place, worth * (TIDY + touching))


def _rate(series: _Series) -> int:
    """What it gives for each hour of staff."""
    staff = sum(max(1, m.slot.group.facilitators) * m.slot.group.minutes for m in series.meetings)
    return 60 * series.worth // max(1, staff)


def _promised(options: Options) -> dict[str, dict[int, set[int]]]:
    """By group and day that a lock wants held, the starts at which those whom it names could come."""
    result: dict[str, dict[int, set[int]]] = {}
    for lock in options.week.locks:
        if not lock.must or lock.group is None:
            continue
        days = result.setdefault(lock.group, {})
        if lock.day is None:
            continue
        slot = options.slot_by_key.get((lock.group, lock.day))
        starts = {placement.start for placement in slot.placements} if slot is not None else set()
        if lock.client is not None:
            admission = options.admission_by_key.get((lock.client, lock.group, lock.day))
            starts &= {placement.start for placement in admission.placements} if admission is not None else set()
        days[lock.day] = days.get(lock.day, starts) & starts
    return result
