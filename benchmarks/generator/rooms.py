"""Rooms: as many as the planned week needs at once, each as large as its fullest session."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.generator.sections import Section
from benchmarks.generator.shape import Shape
from benchmarks.generator.staff import OneToOne


@dataclass
class Space:
    """A room and what is planned in it."""

    name: str
    capacity: int
    use: str
    virtual: bool = False
    busy: list[tuple[int, int, int]] = field(default_factory=list)

    def is_free(self, day: int, start: int, end: int, gap: int) -> bool:
        return all(day != d or end + gap <= s or e + gap <= start for d, s, e in self.busy)


def rooms_of(
    shape: Shape, sections: list[Section], sessions: list[OneToOne]
) -> tuple[list[Space], dict[OneToOne, str]]:
    """Group rooms, telehealth rooms and offices, and the office planned for each in-person one-on-one."""
    group_rooms: list[Space] = []
    telehealth: list[Space] = []
    held = sorted(
        (
            (day, section.slot.start, -section.seats, section.name, section)
            for section in sections
            for day in section.held_days
        ),
        key=lambda entry: entry[:4],
    )
    for day, _, _, _, section in held:
        spaces = telehealth if section.modality == "virtual" else group_rooms
        title = "Telehealth" if section.modality == "virtual" else "Room"
        use = "both" if section.modality == "virtual" else "group"
        space = _take(shape, spaces, day, section, title, use)
        section.planned_rooms[day] = space.name
    offices, planned = _offices(shape, sessions)
    return group_rooms + offices + telehealth, planned


def _take(shape: Shape, spaces: list[Space], day: int, section: Section, title: str, use: str) -> Space:
    start, end = section.slot.start, section.slot.end
    free = [s for s in spaces if s.capacity >= section.seats and s.is_free(day, start, end, shape.room_turnaround)]
    if free:
        space = min(free, key=lambda s: (s.capacity, s.name))
    else:
        space = Space(f"{title} {len(spaces) + 1}", -(-section.seats // 2) * 2, use, title == "Telehealth")
        spaces.append(space)
    space.busy.append((day, start, end))
    return space


def _offices(shape: Shape, sessions: list[OneToOne]) -> tuple[list[Space], dict[OneToOne, str]]:
    offices: list[Space] = []
    planned: dict[OneToOne, str] = {}
    owner: dict[str, Space] = {}
    for session in sorted(
        (s for s in sessions if s.in_person), key=lambda s: (s.day, s.start, s.clinician, s.client, s.service)
    ):
        gap = shape.room_turnaround
        free = [s for s in offices if s.is_free(session.day, session.start, session.end, gap)]
        if shape.own_offices:
            free = [owner[session.clinician]] if session.clinician in owner else []
        if not free:
            office = Space(f"Office {len(offices) + 1}", 3, "individual")
            offices.append(office)
            owner.setdefault(session.clinician, office)
            free = [office]
        free[0].busy.append((session.day, session.start, session.end))
        planned[session] = free[0].name
    return offices, planned
