"""When each group could be held at all: a place in its tracks, somebody to lead it, a room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from scheduler.domain.calendar import MIDNIGHT, Window, holds, overlaps
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.people import Clinician
from scheduler.domain.program import Room
from scheduler.domain.week import Week


@dataclass(frozen=True, slots=True)
class Slot:
    """A day and start at which a group could be held; tracks: those that hold it; leaders: who could lead it then."""

    day: int
    start: int
    end: int
    tracks: tuple[str, ...]
    leaders: tuple[str, ...]


@dataclass
class Slots:
    """The possible times of every active group of a week, worked out once."""

    week: Week
    _of_group: dict[str, tuple[Slot, ...]] = field(default_factory=dict)

    def of(self, group: Group) -> tuple[Slot, ...]:
        """Times at which the group has a track, enough leaders and a room, everything else aside."""
        if group.name not in self._of_group:
            held = (slot for slot in self.in_tracks(group) if led(group, slot.leaders) and self._has_room(group, slot))
            self._of_group[group.name] = tuple(held)
        return self._of_group[group.name]

    def in_tracks(self, group: Group) -> Iterable[Slot]:
        """Times at which the group lies in a window of one of its tracks, outside closures of the program."""
        step = self.week.program.time_step
        starts = group.starts if group.starts is not None else range(0, MIDNIGHT, step)
        for day in group.days:
            for start in starts:
                end = start + group.minutes
                tracks = self._tracks_holding(group, day, start, end)
                if tracks and not overlaps(self.closures[None, None][day], start, end):
                    yield Slot(day, start, end, tracks, self._free_leaders(group, day, start, end))

    @cached_property
    def closures(self) -> dict[tuple[str | None, str | None], list[list[Window]]]:
        """Closed windows by day, of each clinician and room, and of the whole program (None, None)."""
        who: set[tuple[str | None, str | None]] = {(None, None)}
        who |= {(clinician.name, None) for clinician in self.week.clinicians}
        who |= {(None, room.name) for room in self.week.rooms}
        closed: dict[tuple[str | None, str | None], list[list[Window]]] = {each: [[] for _ in range(7)] for each in who}
        for closure in self.week.closures:
            for day in closure.days:
                closed[closure.clinician, closure.room][day].append(Window(closure.start, closure.end))
        return closed

    def leaders(self, group: Group) -> tuple[Clinician, ...]:
        """Clinicians who may lead the group, whatever the time."""
        return tuple(who for who in self.week.clinicians if _may_lead(who, group))

    def rooms(self, group: Group) -> tuple[Room, ...]:
        """Rooms that may host the group, whatever their size."""
        virtual = group.modality is Modality.VIRTUAL
        return tuple(
            room
            for room in self.week.rooms
            if room.for_groups
            and room.virtual is virtual
            and set(group.features) <= set(room.features)
            and (group.rooms is None or room.name in group.rooms)
        )

    def needs_room(self, group: Group) -> bool:
        """Virtual groups need one only where there are telehealth rooms."""
        return group.modality is not Modality.VIRTUAL or any(room.virtual for room in self.week.rooms)

    def _tracks_holding(self, group: Group, day: int, start: int, end: int) -> tuple[str, ...]:
        tracks = self.week.track_by_name
        return tuple(name for name in group.tracks if holds(tracks[name].windows[day], start, end))

    def _free_leaders(self, group: Group, day: int, start: int, end: int) -> tuple[str, ...]:
        return tuple(
            who.name
            for who in self.leaders(group)
            if holds(who.hours_for(group.modality)[day], start, end)
            and not overlaps(self.closures[who.name, None][day], start, end)
        )

    def _has_room(self, group: Group, slot: Slot) -> bool:
        seats = least_seats(group)
        return not self.needs_room(group) or any(
            room.capacity >= seats and not overlaps(self.closures[None, room.name][slot.day], slot.start, slot.end)
            for room in self.rooms(group)
        )


def led(group: Group, leaders: Iterable[str]) -> bool:
    """Whether these clinicians are enough to lead the group."""
    free = set(leaders)
    if group.facilitators == 0:
        return not group.lead
    return len(free) >= group.facilitators and (not group.lead or bool(free & set(group.lead)))


def least_seats(group: Group) -> int:
    """Seats that the smallest session takes; in a hybrid group everybody may take part from home."""
    if group.must_run or group.modality is Modality.HYBRID:
        return 0
    return group.min_clients * group.seats_per_client


def _may_lead(who: Clinician, group: Group) -> bool:
    if any(limit is not None and limit < group.minutes for limit in (who.max_minutes, who.max_minutes_per_day)):
        return False
    if group.clinicians is not None:
        return who.name in group.clinicians
    return who.topics is None or group.topic in who.topics or who.name in group.lead
