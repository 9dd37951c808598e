"""Rooms that are alike, as one pool with a count: which of them an activity takes is decided afterwards.

Uses of one pool at one time never outnumber its rooms, and all its rooms are free at the same times; so handing out
rooms in order of start always succeeds (colouring of an interval graph).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scheduler.domain.calendar import Window
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.program import Room
from scheduler.domain.week import Week
from scheduler.model.options.slots import closed_windows


@dataclass(frozen=True)
class Pool:
    """Rooms of equal capacity, use, features, closures and mentions; `first` stands for all of them."""

    rooms: tuple[str, ...]
    first: Room
    closed: tuple[tuple[Window, ...], ...]

    @cached_property
    def key(self) -> str:
        return self.rooms[0]

    @property
    def count(self) -> int:
        return len(self.rooms)


def pools(week: Week) -> tuple[Pool, ...]:
    """All rooms in pools, in the order of each pool's first room."""
    alike: dict[object, list[Room]] = {}
    for room in week.rooms:
        alike.setdefault(_likeness(week, room), []).append(room)
    return tuple(
        Pool(tuple(room.name for room in rooms), rooms[0], _closed(week, rooms[0])) for rooms in alike.values()
    )


def _closed(week: Week, room: Room) -> tuple[tuple[Window, ...], ...]:
    own = tuple(closure for closure in week.closures if closure.room == room.name)
    return tuple(closed_windows(own, day) for day in range(7))


def _likeness(week: Week, room: Room) -> object:
    if any(c.office == room.name for c in week.clinicians) or any(lock.room == room.name for lock in week.locks):
        return room.name
    mentions = tuple(group.name for group in week.groups if group.rooms is not None and room.name in group.rooms)
    features = tuple(sorted(room.features))
    return room.capacity, room.for_groups, room.for_individual, features, room.virtual, mentions, _closed(week, room)


def needs_room(week: Week, group: Group) -> bool:
    """H8: in-person and hybrid sessions, and virtual ones when the site has telehealth rooms."""
    return group.modality is not Modality.VIRTUAL or any(room.virtual for room in week.rooms)


def suits_group(pool: Pool, group: Group) -> bool:
    """H8: whether the pool's rooms may host the group (Rooms, Use, Features, Virtual)."""
    room = pool.first
    return (
        room.for_groups
        and room.virtual == (group.modality is Modality.VIRTUAL)
        and (group.rooms is None or room.name in group.rooms)
        and all(feature in room.features for feature in group.features)
    )


def suits_individual(pool: Pool, office: str | None) -> bool:
    """H8: the clinician's office if given, else any room for individual use."""
    room = pool.first
    fits = room.for_individual and not room.virtual and room.capacity >= 1
    return fits and (office is None or room.name == office)
