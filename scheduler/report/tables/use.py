"""The sheets Clinicians and Rooms: each one's week, and its use in hours and percent."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.calendar import DAY_NAMES, DAYS, WeekWindows, Window, clock, merged
from scheduler.domain.people import Clinician
from scheduler.domain.program import Room
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.report.table import Cell, Column, Form, Row, Table

WEEK = tuple(Column(day, Form.PARAGRAPH, widest=29) for day in DAY_NAMES)
CLINICIANS = (
    Column("Clinician"),
    Column("Use", Form.PERCENT, bar=True),
    Column("Hours", Form.HOURS),
    Column("Group hours", Form.HOURS),
    Column("Individual hours", Form.HOURS),
    Column("Max hours", Form.HOURS),
    Column("Clinician hours", Form.HOURS),
    *WEEK,
)
ROOMS = (
    Column("Room"),
    Column("Use", Form.PERCENT, bar=True),
    Column("Hours", Form.HOURS),
    Column("Open hours", Form.HOURS),
    Column("Capacity", Form.COUNT),
    *WEEK,
)
_Held = tuple[int, int, int, str]
"""Day, start, end and what it is, of one activity."""


def clinicians_table(week: Week, schedule: Schedule) -> Table:
    """One row per clinician: percent of Max hours, or of Clinician hours where there are none."""
    groups: dict[str, list[_Held]] = {}
    one_on_ones: dict[str, list[_Held]] = {}
    for session in schedule.sessions:
        for name in session.facilitators:
            what = _where(session.group, session.room)
            groups.setdefault(name, []).append((session.day, session.start, session.end, what))
    for one in schedule.one_on_ones:
        what = _where(f"{one.service} {one.client}", one.room)
        one_on_ones.setdefault(one.clinician, []).append((one.day, one.start, one.end, what))
    rows = (_clinician(c, groups.get(c.name, []), one_on_ones.get(c.name, [])) for c in week.clinicians)
    return Table("Clinicians", CLINICIANS, tuple(rows))


def rooms_table(week: Week, schedule: Schedule) -> Table:
    """One row per room: percent of the time in which any track is open."""
    held: dict[str, list[_Held]] = {}
    for room, activity in _in_rooms(schedule):
        held.setdefault(room, []).append(activity)
    open_minutes = _minutes(tuple(merged(w for t in week.tracks for w in t.windows[day]) for day in DAYS))
    return Table("Rooms", ROOMS, tuple(_room(room, held.get(room.name, []), open_minutes) for room in week.rooms))


def _in_rooms(schedule: Schedule) -> Iterator[tuple[str, _Held]]:
    for session in schedule.sessions:
        if session.room is not None:
            yield session.room, (session.day, session.start, session.end, session.group)
    for one in schedule.one_on_ones:
        if one.room is not None:
            yield one.room, (one.day, one.start, one.end, f"{one.service} {one.client}")


def _clinician(clinician: Clinician, groups: list[_Held], one_on_ones: list[_Held]) -> Row:
    group_minutes, individual_minutes = _used(groups), _used(one_on_ones)
    available = _minutes(clinician.hours)
    whole = available if clinician.max_minutes is None else clinician.max_minutes
    total = group_minutes + individual_minutes
    cells = (
        clinician.name,
        _share(total, whole),
        total,
        group_minutes,
        individual_minutes,
        clinician.max_minutes,
        available,
        *_days(groups + one_on_ones),
    )
    return Row(cells)


def _room(room: Room, held: list[_Held], open_minutes: int) -> Row:
    used = _used(held)
    return Row((room.name, _share(used, open_minutes), used, open_minutes, room.capacity, *_days(held)))


def _days(held: list[_Held]) -> list[Cell]:
    """Seven texts, one line for each activity of the day."""
    days: list[list[str]] = [[] for _ in DAYS]
    for day, start, end, what in sorted(held):
        days[day].append(f"{clock(start)}-{clock(end)} {what}")
    return ["\n".join(lines) or None for lines in days]


def _where(what: str, room: str | None) -> str:
    return f"{what}, {room}" if room else what


def _share(minutes: int, whole: int) -> float | None:
    return minutes / whole if whole else None


def _used(held: list[_Held]) -> int:
    return sum(end - start for _, start, end, _ in held)


def _minutes(windows: WeekWindows | tuple[tuple[Window, ...], ...]) -> int:
    return sum(window.minutes for day in windows for window in day)
