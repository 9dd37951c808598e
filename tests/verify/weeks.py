"""Builders of tiny weeks and schedules: everything that a test does not name is permissive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from scheduler.domain.calendar import WeekWindows, Window, week_windows
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.people import INDIVIDUAL, Client, Clinician, Phase
from scheduler.domain.program import Program, Room, Track
from scheduler.domain.schedule import GroupSession, Kind, OneOnOne, Schedule, schedule_of
from scheduler.domain.week import Week
from scheduler.verify import verify

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
WEEKDAYS = (MON, TUE, WED, THU, FRI)
EVERY_DAY = tuple(range(7))
NINE, TEN, ELEVEN, NOON = 540, 600, 660, 720
FIVE, SIX = 17 * 60, 18 * 60


def windows(days: Sequence[int], start: int, end: int) -> WeekWindows:
    """The same window on each of the days."""
    return week_windows((day, Window(start, end)) for day in days)


MORNING = Track("Morning", windows(WEEKDAYS, NINE, NOON))
EVENING = Track("Evening", windows((MON, TUE, WED, THU), FIVE, 20 * 60))


def a_program(**changes: Any) -> Program:
    return replace(Program("Site", date(2026, 11, 23)), **changes)


def a_phase(name: str = "IOP", **changes: Any) -> Phase:
    return replace(Phase(name, "IOP", min_minutes=0, target_minutes=0), **changes)


def a_group(name: str = "Skills", **changes: Any) -> Group:
    """A one-hour group for everybody in both tracks, up to five times a week at any time."""
    group = Group(
        name=name,
        topic=name,
        tracks=("Morning", "Evening"),
        phases=("IOP", "OP"),
        days=WEEKDAYS,
        starts=None,
        minutes=60,
        counted_minutes=60,
        sessions=5,
        max_clients=12,
        ideal_clients=12,
        same_time=False,
    )
    return replace(group, **changes)


def a_clinician(name: str = "Dana", **changes: Any) -> Clinician:
    """Qualified for every group and for individual sessions, there all day in person and online."""
    there = windows(EVERY_DAY, 8 * 60, 21 * 60)
    return replace(Clinician(name, None, hours=there, hours_in_person=there, hours_virtual=there), **changes)


def a_room(name: str = "Room 1", capacity: int = 20, **changes: Any) -> Room:
    return replace(Room(name, capacity), **changes)


def a_client(name: str = "C1", **changes: Any) -> Client:
    return replace(Client(name, phase="IOP", tracks=("Morning", "Evening")), **changes)


def week_of(**parts: Any) -> Week:
    """A week of one group, clinician, room and client unless said otherwise; single parts need no tuple."""
    given = {key: part if isinstance(part, tuple) or key in _SINGLE else (part,) for key, part in parts.items()}
    defaults: dict[str, Any] = {
        "program": a_program(),
        "tracks": (MORNING, EVENING),
        "phases": (a_phase(), a_phase("OP")),
        "groups": (a_group(),),
        "clinicians": (a_clinician(), a_clinician("Eli")),
        "rooms": (a_room(), a_room("Room 2")),
        "clients": (a_client(),),
    }
    return Week(**(defaults | given))


_SINGLE = ("program", "previous")


def a_session(
    day: int = MON,
    start: int = NINE,
    *,
    group: str = "Skills",
    minutes: int = 60,
    by: Sequence[str] = ("Dana",),
    room: str | None = "Room 1",
    clients: Sequence[str] = ("C1",),
) -> GroupSession:
    return GroupSession(day, start, start + minutes, group, tuple(by), room, tuple(clients))


def an_individual(day: int = MON, start: int = NOON, *, client: str = "C1", by: str = "Dana", **other: Any) -> OneOnOne:
    """An hour in person in Room 1; `minutes` and any field may be changed."""
    minutes = other.pop("minutes", 60)
    made = OneOnOne(client, Kind.INDIVIDUAL, INDIVIDUAL, day, start, start + minutes, by, "Room 1", Modality.IN_PERSON)
    return replace(made, **other)


def an_appointment(day: int = MON, start: int = NOON, *, service: str = "Psychiatry", **other: Any) -> OneOnOne:
    return an_individual(day, start, kind=Kind.APPOINTMENT, service=service, **other)


def of(*entries: GroupSession | OneOnOne) -> Schedule:
    """The schedule of these sessions and one-on-ones."""
    return schedule_of(
        [entry for entry in entries if isinstance(entry, GroupSession)],
        [entry for entry in entries if isinstance(entry, OneOnOne)],
    )


def found(week: Week, *entries: GroupSession | OneOnOne) -> list[tuple[str, int]]:
    """Every finding of the schedule as (rule, amount)."""
    return [(finding.rule, finding.amount) for finding in verify(week, of(*entries))]
