"""The sheet Locks: the three combinations of cells that mean something."""

from __future__ import annotations

from scheduler.domain.calendar import MIDNIGHT
from scheduler.domain.locks import Lock
from scheduler.workbook.cells.choices import one_of
from scheduler.workbook.cells.days import day_of
from scheduler.workbook.cells.times import time_of
from scheduler.workbook.record import Record
from scheduler.workbook.sheets import LOCKS
from scheduler.workbook.source import Source
from scheduler.workbook.values import BadValue, Value

_MUST = one_of({"must": True, "never": False}, "must or never")
_DETAILS = ("Day", "Start", "Clinician", "Room")


def read_locks(source: Source) -> tuple[Lock, ...]:
    """Locks in the order of the sheet; a combination of cells outside the contract is an error."""
    return tuple(_lock(source, record) for record in source.records(LOCKS))


def _lock(source: Source, record: Record) -> Lock:
    names = source.names
    problem = _bad_combination(record)
    if problem:
        record.error("Rule", problem)
    return Lock(
        must=record.read("Rule", _MUST, True),
        client=record.read("Client", names.clients.one, None),
        group=record.read("Group", names.groups.one, None),
        service=record.read("Service", names.services.one, None),
        day=record.read("Day", day_of, None),
        start=record.read("Start", _start, None),
        clinician=record.read("Clinician", names.clinicians.one, None),
        room=record.read("Room", names.rooms.one, None),
        row=record.number,
    )


def _start(value: Value) -> int:
    start = time_of(value)
    if start == MIDNIGHT:
        raise BadValue("expected a time before midnight")
    return start


def _bad_combination(record: Record) -> str:
    """What is wrong with the filled cells of the row; blank if they mean something."""
    client, group = record.fills("Client"), record.fills("Group")
    details = [column for column in _DETAILS if record.fills(column)]
    if not client and not group:
        return "a lock names a Client, a Group, or both"
    if group and record.fills("Service"):
        return "a lock with a Group has no Service"
    if client and group and set(details) - {"Day"}:
        return f"a lock of a Client in a Group may name a Day and nothing else; {' and '.join(details)} is filled"
    if not (client and group) and not details:
        return f"a lock of a {'Client' if client else 'Group'} alone names a Day, Start, Clinician or Room"
    return ""
