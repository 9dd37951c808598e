"""The sheet Sessions of a schedule workbook, also when people have typed in it."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.calendar import DAY_NAMES, MIDNIGHT
from scheduler.domain.groups import Group
from scheduler.domain.week import Week
from scheduler.workbook.cells.days import day_of
from scheduler.workbook.cells.names import name_of
from scheduler.workbook.cells.numbers import whole
from scheduler.workbook.cells.times import time_of
from scheduler.workbook.record import Record
from scheduler.workbook.schedule_names import Spellings
from scheduler.workbook.sheets import key
from scheduler.workbook.values import BadValue, Value


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One row of Sessions, held or not; what it leaves open is None. clients: the number it states."""

    record: Record
    name: str
    group: str
    day: int | None
    start: int | None
    end: int | None
    facilitators: tuple[str, ...]
    room: str | None
    clients: int | None
    held: bool


def session_row(record: Record, week: Week | None, names: Spellings) -> SessionRow | None:
    """What a row says; None, with an error, where it does not say of which group or, of a held session, when."""
    name = record.read("Session", name_of, "")
    stated_group = names.groups.one(record, "Group")
    group = stated_group or _group_in(name, record, names)
    if not group:
        record.error("Group", "Group is blank, and the name of the session does not say which group it is of")
        return None
    day = record.read("Day", day_of, None)
    day = _day_in(name) if day is None and not record.fills("Day") else day
    start = record.read("Start", time_of, None)
    held = record.read("Status", _held, day is not None and start is not None)
    if held and (day is None or start is None):
        _complain(record, "Day" if day is None else "Start")
        return None
    end = end_of(record, start, _minutes(week, group))
    return SessionRow(
        record,
        name or (f"{group} {DAY_NAMES[day]}" if day is not None else group),
        group,
        day,
        start,
        end,
        names.clinicians.many(record, "Facilitators"),
        names.rooms.one(record, "Room") or None,
        record.read("Clients", whole(), None),
        held and end is not None,
    )


def end_of(record: Record, start: int | None, minutes: int | None) -> int | None:
    """The end, minutes from midnight; of a blank one, the start and the usual length; an error if that is unknown."""
    end = record.read("End", time_of, None)
    if end == 0:
        return MIDNIGHT
    if end is None and start is not None and not record.fills("End"):
        if minutes is not None:
            return start + minutes
        record.error("End", "End is blank, and how long this usually takes is not known")
    return end


def _complain(record: Record, column: str) -> None:
    if not record.fills(column):
        record.error(column, f"{column} is blank; a held session needs it")


def _held(value: Value) -> bool:
    """Held or Not held."""
    word = key(name_of(value))
    if word in ("held", "yes", "y", "true", "1", "x"):
        return True
    if word.startswith(("not", "cancel")) or word in ("no", "n", "false", "0"):
        return False
    raise BadValue("expected Held or Not held")


def _group_in(name: str, record: Record, names: Spellings) -> str:
    """The group that a session's name begins with."""
    stem = name.rpartition(" ")[0]
    return names.groups.spelled(record, "Session", stem) if stem else ""


def _day_in(name: str) -> int | None:
    """The day that a session's name ends with."""
    last = name.rpartition(" ")[2]
    return DAY_NAMES.index(last.title()) if last.title() in DAY_NAMES else None


def _minutes(week: Week | None, name: str) -> int | None:
    group: Group | None = week.group_by_name.get(name) if week else None
    return group.minutes if group else None
