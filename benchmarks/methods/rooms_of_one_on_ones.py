"""Rooms for individual sessions and appointments, once everything else is settled."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.modality import Modality
from scheduler.domain.schedule import GroupSession, OneOnOne
from scheduler.domain.week import Week


def with_rooms(week: Week, sessions: list[GroupSession], meetings: list[OneOnOne]) -> list[OneOnOne]:
    """The meetings, each in person with a room: the clinician's office, else the free room that stays free shortest.

    In order of start. Where no room is left the meeting has none, which the verifier will not let pass.
    """
    pause = week.program.room_turnaround
    rooms = [room.name for room in week.rooms if room.for_individual and not room.virtual and room.capacity >= 1]
    taken = {(name, day): _closed(week, name, day) for name in week.room_by_name for day in range(7)}
    for session in sessions:
        if session.room is not None:
            taken[session.room, session.day].append((session.start - pause, session.end + pause))
    offices = {c.name: c.office for c in week.clinicians}
    result = []
    for meeting in sorted(meetings, key=lambda m: (offices[m.clinician] is None, m.day, m.start)):
        office = offices[meeting.clinician]
        room = _room(taken, rooms if office is None else [office], meeting)
        if meeting.modality is Modality.VIRTUAL:
            room = None
        elif room is not None:
            taken[room, meeting.day].append((meeting.start - pause, meeting.end + pause))
        result.append(replace(meeting, room=room))
    return result


def _closed(week: Week, room: str, day: int) -> list[tuple[int, int]]:
    return [(c.start, c.end) for c in week.closures if c.room == room and day in c.days]


def _room(taken: dict[tuple[str, int], list[tuple[int, int]]], rooms: list[str], meeting: OneOnOne) -> str | None:
    def next_use(name: str) -> int:
        return min((start for start, _ in taken[name, meeting.day] if start >= meeting.end), default=24 * 60)

    free = [
        name
        for name in rooms
        if not any(start < meeting.end and meeting.start < end for start, end in taken[name, meeting.day])
    ]
    return min(free, key=next_use, default=None)
