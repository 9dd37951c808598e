"""The sheet Assignments of a schedule workbook: attendances, individual sessions and appointments."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.modality import Modality
from scheduler.domain.people import INDIVIDUAL
from scheduler.domain.schedule import Kind, OneOnOne
from scheduler.domain.week import Week
from scheduler.workbook.cells.choices import group_modality, one_of
from scheduler.workbook.cells.days import day_of
from scheduler.workbook.cells.names import name_key, name_of
from scheduler.workbook.cells.times import time_of
from scheduler.workbook.record import Record
from scheduler.workbook.schedule_names import Spellings
from scheduler.workbook.schedule_sessions import end_of

kind_of = one_of(
    {"Group": Kind.GROUP, "Individual": Kind.INDIVIDUAL, "Appointment": Kind.APPOINTMENT},
    "Group, Individual or Appointment",
)


@dataclass(frozen=True, slots=True)
class Attendance:
    """A row of kind Group. session: the name in the cell Session; group, blank where the cell Activity is."""

    record: Record
    client: str
    session: str
    group: str
    day: int | None
    start: int | None
    end: int | None
    clinicians: tuple[str, ...]
    room: str | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A row of an individual session or appointment."""

    record: Record
    one: OneOnOne


def assignment(record: Record, week: Week | None, names: Spellings) -> Attendance | Meeting | None:
    """What a row says; None, with an error at the cell, where it does not say enough."""
    client = names.clients.one(record, "Client")
    if not client:
        if not record.fills("Client"):
            record.error("Client", "Client is blank")
        return None
    kind = record.read("Kind", kind_of, None) or _kind_by_activity(record, names)
    if kind is Kind.GROUP:
        return _attendance(record, client, names)
    return _meeting(record, client, kind, week, names)


def _kind_by_activity(record: Record, names: Spellings) -> Kind:
    activity = record.read("Activity", name_of, "")
    if name_key(activity) == name_key(INDIVIDUAL):
        return Kind.INDIVIDUAL
    known_service = names.services.knows(activity) and not names.groups.knows(activity)
    return Kind.APPOINTMENT if known_service else Kind.GROUP


def _attendance(record: Record, client: str, names: Spellings) -> Attendance:
    return Attendance(
        record,
        client,
        record.read("Session", name_of, ""),
        names.groups.one(record, "Activity"),
        record.read("Day", day_of, None),
        record.read("Start", time_of, None),
        record.read("End", time_of, None),
        names.clinicians.many(record, "Clinician"),
        names.rooms.one(record, "Room") or None,
    )


def _meeting(record: Record, client: str, kind: Kind, week: Week | None, names: Spellings) -> Meeting | None:
    service = INDIVIDUAL if kind is Kind.INDIVIDUAL else names.services.one(record, "Activity")
    day, start = record.read("Day", day_of, None), record.read("Start", time_of, None)
    end = end_of(record, start, _usual_minutes(week, client, kind, service))
    clinician, room = names.clinicians.one(record, "Clinician"), names.rooms.one(record, "Room") or None
    filled = (("Activity", bool(service)), ("Day", day is not None), ("Start", start is not None))
    for column, given in (*filled, ("Clinician", bool(clinician))):
        if not given and not record.fills(column):
            record.error(column, f"{column} is blank; this {kind.lower()} row needs it")
    if not service or day is None or start is None or end is None or not clinician:
        return None
    modality = record.read("Modality", group_modality, None) or _usual_modality(week, client, day, room)
    return Meeting(record, OneOnOne(client, kind, service, day, start, end, clinician, room, modality))


def _usual_minutes(week: Week | None, client: str, kind: Kind, service: str) -> int | None:
    if week is None:
        return None
    if kind is Kind.INDIVIDUAL:
        known = week.client_by_name.get(client)
        return known.individual_minutes if known else None
    asked = (a.minutes for a in week.appointments if (a.client, a.service) == (client, service))
    return next(asked, None)


def _usual_modality(week: Week | None, client: str, day: int, room: str | None) -> Modality:
    """Of a blank cell: the client's of that day; where that is either, in person if there is a room."""
    known = week.client_by_name.get(client) if week else None
    modality = known.modality_on(day) if known else Modality.EITHER
    if modality is not Modality.EITHER:
        return modality
    return Modality.IN_PERSON if room else Modality.VIRTUAL
