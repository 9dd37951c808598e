"""What a clashing lock meets beside other locks: the cells of groups, clinicians, commitments and closures."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.calendar import DAY_NAMES, clock, overlaps
from scheduler.domain.locks import Lock
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.explain.cells import days_text
from scheduler.model.options.admissions import admits
from scheduler.model.options.slots import closed_windows, placements
from scheduler.model.rules.clinicians import qualified


def partners(week: Week, lock: Lock, others: list[Lock]) -> str:
    """`; it meets ...`, or blank where nothing but the hard rules as such is met."""
    found = list(dict.fromkeys(_met(week, lock)))
    if found:
        return f"; it meets {'; '.join(found)}"
    return "" if others else ": the hard rules leave no place for it"


def _met(week: Week, lock: Lock) -> Iterator[str]:
    client = week.client_by_name.get(lock.client or "")
    if client is not None:
        yield from _client(week, lock, client)
    if lock.group is not None:
        yield from _group(week, lock)
    if lock.clinician is not None:
        yield from _clinician(week, lock)


def _client(week: Week, lock: Lock, client: Client) -> Iterator[str]:
    if not client.active:
        yield f"{client.name} is not here this week (Clients row {client.row})"
    group = week.group_by_name.get(lock.group or "")
    if group is not None and not admits(client, group):
        yield f"{group.name} does not admit {client.name} (Groups row {group.row}, Clients row {client.row})"
    for c in week.commitments:
        if c.client == client.name and c.firm and (lock.day is None or lock.day in c.days):
            yield f"the commitment on {days_text(c.days)} {clock(c.start)}-{clock(c.end)} (Commitments row {c.row})"


def _group(week: Week, lock: Lock) -> Iterator[str]:
    group = week.group_by_name[lock.group or ""]
    if not group.active:
        yield f"{group.name} rests this week (Groups row {group.row})"
    days = group.days if lock.day is None else (lock.day,)
    if lock.day is not None and lock.day not in group.days:
        yield f"Days {days_text(group.days)} of {group.name} (Groups row {group.row})"
        return
    times = {p.start for day in days for p in placements(week, group, day)}
    if lock.start is not None and lock.start not in times:
        yield f"{group.name} cannot start at {clock(lock.start)} (Groups row {group.row})"
    for closure in week.closures:
        if closure.whole_program and set(closure.days) & set(days):
            yield f"the closure on {days_text(closure.days)} (Closures row {closure.row})"
    if lock.room is not None and group.rooms is not None and lock.room not in group.rooms:
        yield f"{group.name} may not use {lock.room} (Groups row {group.row})"
    if lock.must and group.facilitators and lock.clinician is None:
        yield f"who may lead {group.name} and the size of its session (Groups row {group.row})"


def _clinician(week: Week, lock: Lock) -> Iterator[str]:
    clinician = week.clinician_by_name[lock.clinician or ""]
    group = week.group_by_name.get(lock.group or "")
    if group is not None and not qualified(clinician, group):
        yield f"{clinician.name} may not lead {group.name} (Clinicians row {clinician.row}, Groups row {group.row})"
    days = range(7) if lock.day is None else (lock.day,)
    rows = ", ".join(str(row) for row in clinician.hours_rows)
    if not any(clinician.hours[day] for day in days):
        yield f"{clinician.name} is not there on {DAY_NAMES[lock.day or 0]} (Clinician hours rows {rows})"
    elif lock.start is not None and not any(overlaps(clinician.hours[day], lock.start, lock.start + 1) for day in days):
        yield f"{clinician.name} is not there at {clock(lock.start)} (Clinician hours rows {rows})"
    own = tuple(c for c in week.closures if c.clinician == clinician.name)
    if any(closed_windows(own, day) for day in days):
        yield f"{clinician.name} is away (Closures row {own[0].row})"
