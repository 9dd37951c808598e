"""When sessions are held where times can be chosen: group by group, where they serve most who still lack care.

Found without a solver, in a second or two for hundreds of clients; who leads and who sits where is decided afterwards,
with the times as they are.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass

from scheduler.domain.groups import Group
from scheduler.model.draft import SlotKey
from scheduler.model.options import Options, Slot
from scheduler.model.options.slots import Placement
from scheduler.solve.narrow import Plan
from scheduler.solve.timetable.resources import Place, Resources
from scheduler.solve.timetable.turnout import Turnout

MOST_TEAMS = 6
"""Teams tried where one has to lead all sessions of a group."""
URGENT = 1_000_000
"""What a session is worth beside its minutes of care if a lock wants it held."""
TIDY = 16
"""Of the worth of a time, what is added for each end of it that touches another session of a track or a window's."""


@dataclass(frozen=True)
class _Session:
    slot: Slot
    placement: Placement
    place: Place
    worth: int

    @property
    def start(self) -> int:
        return self.placement.start


@dataclass(frozen=True)
class _Series:
    """Sessions of a group thought of together."""

    sessions: tuple[_Session, ...] = ()

    @property
    def worth(self) -> int:
        return sum(session.worth for session in self.sessions)


NONE = _Series()


class Timetable:
    """placed: by group, the sessions with the clinicians and rooms that they could have.

    loud: by client, in how many timetables before he or she was left short.
    """

    def __init__(self, options: Options, loud: Mapping[str, int]) -> None:
        self.options, self.week = options, options.week
        self.turnout, self.resources = Turnout(options, loud), Resources(options)
        self.edges: dict[tuple[str, int], set[int]] = {}
        for track in self.week.tracks:
            for day, windows in enumerate(track.windows):
                self.edges[track.name, day] = {time for window in windows for time in (window.start, window.end)}
        self.promised = _promised(options)
        self.placed: dict[str, list[_Session]] = {}

    def fill(self) -> Plan:
        """Places what has to be held, then what serves most for its staff, then what there are still staff for.

        Returns a plan of starts only, with those who could lead what is not only there for choice.
        """
        groups = [group for group in self.week.active_groups if group.name in self.options.slots_of_group]
        for group in groups:
            if group.must_run or group.name in self.promised:
                self._take(self._best(group))
        self._place(groups)
        wanted = {s.slot.key: s.place.team for placed in self.placed.values() for s in placed}
        self.turnout.open_to_all()
        self._place(groups)
        return Plan(self._starts(), frozenset(), {}, wanted)

    def _place(self, groups: list[Group]) -> None:
        """Group by group, whichever gives most for its staff first."""
        queue = [(-URGENT, place) for place in range(len(groups))]
        heapq.heapify(queue)
        while queue:
            _, place = heapq.heappop(queue)
            best = self._best(groups[place])
            rate = -_rate(best)
            if queue and rate > queue[0][0]:
                # Others that have been placed since have left less to it.
                heapq.heappush(queue, (rate, place))
            elif best.sessions:
                self._take(best)

    def _starts(self) -> dict[SlotKey, int]:
        """The sessions placed; others at the only time that is left to them, should they yet find staff."""
        starts = {}
        for slot in self.options.slots:
            placed = self.placed.get(slot.group.name, [])
            own = [session.start for session in placed if session.slot.day == slot.day]
            others = {session.start for session in placed} if slot.group.same_time else set()
            times = own or [one.start for one in slot.placements if one.start in others or not slot.movable]
            if len(times) == 1:
                starts[slot.key] = times[0]
        return starts

    def _take(self, series: _Series) -> None:
        for session in series.sessions:
            slot, placement = session.slot, session.placement
            self.placed.setdefault(slot.group.name, []).append(session)
            self.resources.take(slot, placement, session.place)
            self.turnout.seat(slot, placement.start, session.place.seats)
            for track in placement.tracks:
                self.edges[track, slot.day] |= {placement.start, placement.end}

    def _best(self, group: Group) -> _Series:
        """The start, and the team where it has to be one team, that give most; as they are if sessions are placed."""
        placed = self.placed.get(group.name, [])
        days = {session.slot.day for session in placed}
        slots = tuple(slot for slot in self.options.slots_of_group[group.name] if slot.day not in days)
        starts: list[int | None] = [None]
        if group.same_time:
            times = {p.start for slot in slots for p in slot.placements}
            starts = [*sorted({session.start for session in placed} or times)]
        teams: list[tuple[str, ...] | None] = [None]
        if group.same_clinician and group.facilitators:
            teams = [placed[0].place.team] if placed else [*self.resources.teams(group)[:MOST_TEAMS]]
        left = group.sessions - len(placed)
        found = (self._series(slots, left, start, team) for start in starts for team in teams)
        return max(found, key=lambda series: series.worth, default=NONE)

    def _series(self, slots: tuple[Slot, ...], most: int, start: int | None, team: tuple[str, ...] | None) -> _Series:
        """The days on which sessions at the start give most."""
        sessions: list[_Session] = []
        for slot in slots if most > 0 else ():
            possible = (
                self._session(slot, placement, team, len(sessions))
                for placement in slot.placements
                if start is None or placement.start == start
            )
            best = max((m for m in possible if m is not None), key=lambda m: m.worth, default=None)
            if best is not None:
                sessions.append(best)
        sessions.sort(key=lambda session: (-session.worth, session.slot.day))
        return _Series(tuple(sessions[:most]))

    def _session(self, slot: Slot, placement: Placement, team: tuple[str, ...] | None, planned: int) -> _Session | None:
        wanted = self.promised.get(slot.group.name, {}).get(slot.day)
        if wanted is not None and placement.start not in wanted:
            return None
        worth = self.turnout.worth(slot, placement.start, slot.group.max_clients)
        worth += URGENT * (wanted is not None) + (1 if slot.group.must_run else 0)
        if worth <= 0:
            return None
        place = self.resources.place(slot, placement, team, planned)
        if place is None:
            return None
        edges: set[int] = set().union(*(self.edges[track, slot.day] for track in placement.tracks))
        touching = (placement.start in edges) + (placement.end in edges)
        return _Session(slot, placement, place, worth * (TIDY + touching))


def _rate(series: _Series) -> int:
    """What it gives for each hour of staff."""
    staff = sum(max(1, m.slot.group.facilitators) * m.slot.group.minutes for m in series.sessions)
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
