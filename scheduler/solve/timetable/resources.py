"""Clinicians and rooms that are still to be had while a timetable is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from scheduler.domain.calendar import Window, overlaps
from scheduler.domain.groups import Group
from scheduler.model.draft import SlotKey
from scheduler.model.options import Options, Pool, Slot
from scheduler.model.options.pools import needs_room, suits_group
from scheduler.model.options.slots import Placement
from scheduler.model.rules.clinicians import may_lead, qualified
from scheduler.solve.diary import Diary
from scheduler.solve.narrow import NOTHING
from scheduler.solve.staffing import beside_meetings


@dataclass(frozen=True)
class Place:
    """Where and with whom a session could be held; pool: None where it needs no room."""

    team: tuple[str, ...]
    pool: str | None
    seats: int


class Resources:
    """Nothing is taken at first but what individual sessions take of those who alone can hold them."""

    def __init__(self, options: Options) -> None:
        self.options, self.week = options, options.week
        self.turnaround = options.week.program.room_turnaround
        left = replace(options.week, clinicians=beside_meetings(options))
        self.diary = Diary(replace(options, week=left), NOTHING)
        self.hosting: dict[tuple[str, int], list[Window]] = {}
        groups = self.week.active_groups
        self.able = {g.name: [c for c in self.week.clinicians if qualified(c, g)] for g in groups}
        self.suiting = {g.name: self._suiting(g) for g in groups}
        self.asked = Counter(c.name for able in self.able.values() for c in able)
        self.wanted = {g.name: self._locked_to(g) for g in groups}
        self.there: dict[tuple[SlotKey, int], frozenset[str]] = {}

    def teams(self, group: Group) -> list[tuple[str, ...]]:
        """Where one team leads all sessions of a group: each who may, with others beside."""
        names = [clinician.name for clinician in self.able[group.name]]
        first = [name for name in names if not group.lead or name in group.lead]
        result = []
        for name in sorted(first, key=lambda one: self._rank(group, one)):
            rest = sorted(set(names) - {name}, key=lambda one: self._rank(group, one))[: group.facilitators - 1]
            if len(rest) == group.facilitators - 1:
                result.append((name, *rest))
        return result

    def place(self, slot: Slot, placement: Placement, team: Collection[str] | None, planned: int = 0) -> Place | None:
        """Who could lead the session and in what kind of room; None: there is nobody, or no room.

        team: the only ones who may. planned: sessions of the group that are thought of, but not taken yet.
        """
        group = slot.group
        leading = self._leading(slot, placement, team, planned)
        if leading is None:
            return None
        if not needs_room(self.week, group):
            return Place(leading, None, group.max_clients)
        for pool in self.suiting[group.name]:
            if self._has_room(pool, slot.day, placement):
                seats = pool.first.capacity // max(1, group.seats_per_client)
                return Place(leading, pool.key, min(seats, group.max_clients))
        return None

    def take(self, slot: Slot, placement: Placement, place: Place) -> None:
        """From now on they are taken."""
        self.diary.lead(slot.key, place.team, placement.start, slot.group.minutes)
        if place.pool is not None:
            window = Window(placement.start, placement.end + self.turnaround)
            self.hosting.setdefault((place.pool, slot.day), []).append(window)

    def _leading(
        self, slot: Slot, placement: Placement, team: Collection[str] | None, planned: int
    ) -> tuple[str, ...] | None:
        group = slot.group
        if group.facilitators == 0:
            return ()
        there = self._there(slot, placement)
        names = [name for name in there if team is None or name in team]
        time = (slot.day, placement.start, group.minutes, planned * group.minutes)
        free = [name for name in names if self.diary.is_free(name, *time)]
        free.sort(key=lambda name: self._rank(group, name))
        if group.lead:
            leads = [name for name in free if name in group.lead][:1]
            free = [*leads, *(name for name in free if name not in leads)] if leads else []
        return tuple(free[: group.facilitators]) if len(free) >= group.facilitators else None

    def _there(self, slot: Slot, placement: Placement) -> frozenset[str]:
        key = (slot.key, placement.start)
        if key not in self.there:
            at_this_time = replace(slot, placements=(placement,))
            able = self.able[slot.group.name]
            self.there[key] = frozenset(c.name for c in able if may_lead(self.week, c, at_this_time))
        return self.there[key]

    def _has_room(self, pool: Pool, day: int, placement: Placement) -> bool:
        start, end = placement.start, placement.end
        if overlaps(pool.closed[day], start, end):
            return False
        end += self.turnaround
        used = sum(w.start < end and start < w.end for w in self.hosting.get((pool.key, day), ()))
        return used < pool.count

    def _suiting(self, group: Group) -> list[Pool]:
        """Pools for the group: the smallest that seat all first, then the largest."""
        wanted = group.max_clients * group.seats_per_client
        locked = {lock.room for lock in self.week.locks if lock.must and lock.group == group.name and lock.room}
        pools: Iterable[Pool] = (pool for pool in self.options.pools if suits_group(pool, group))
        if locked:
            pools = (pool for pool in pools if locked.intersection(pool.rooms))
        return sorted(pools, key=lambda pool: (pool.first.capacity < wanted, abs(pool.first.capacity - wanted)))

    def _locked_to(self, group: Group) -> frozenset[str]:
        return frozenset(
            lock.clinician for lock in self.week.locks if lock.must and lock.group == group.name and lock.clinician
        )

    def _rank(self, group: Group, name: str) -> tuple[bool, bool, int, int, str]:
        """Whoever a lock names, then who leads, then who may lead little else, then who has most time left."""
        return (
            name not in self.wanted[group.name],
            name not in group.lead,
            self.asked[name],
            -self.diary.left[name],
            name,
        )
