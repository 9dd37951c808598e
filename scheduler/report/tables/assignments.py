"""The sheet Assignments: one row for each thing each client does this week."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.calendar import DAY_NAMES
from scheduler.domain.people import Appointment
from scheduler.domain.schedule import Kind, OneOnOne, Schedule
from scheduler.domain.week import Week
from scheduler.report.table import Cell, Column, Form, Row, Table

COLUMNS = (
    Column("Client"),
    Column("Kind"),
    Column("Session"),
    Column("Activity"),
    Column("Day"),
    Column("Start", Form.TIME),
    Column("End", Form.TIME),
    Column("Clinician"),
    Column("Room"),
    Column("Modality"),
    Column("Counted minutes", Form.COUNT),
)
_CLIENT, _DAY, _START, _COUNTED = 0, 4, 5, 10


def assignments_table(week: Week, schedule: Schedule) -> Table:
    """Group attendances, individual sessions and appointments, client by client as the workbook lists them."""
    order = {client.name: place for place, client in enumerate(week.clients)}
    rows = sorted(
        [*_attendances(week, schedule), *_one_on_ones(week, schedule)],
        key=lambda row: (order.get(row[0][0], len(order)), row[0]),
    )
    return Table("Assignments", COLUMNS, tuple(row for _, row in rows))


def counted_by_day(week: Week, schedule: Schedule) -> dict[str, list[int]]:
    """Seven counts of counted minutes, Monday first, of each client who does anything."""
    days: dict[str, list[int]] = {}
    for row in assignments_table(week, schedule).rows:
        client, day, counted = row.cells[_CLIENT], row.cells[_DAY], row.cells[_COUNTED]
        days.setdefault(str(client), [0] * 7)[DAY_NAMES.index(str(day))] += int(counted or 0)
    return days


def counted_minutes(week: Week, one: OneOnOne) -> int:
    """What an individual session or appointment adds to its client's hours."""
    if one.kind is Kind.INDIVIDUAL:
        client = week.client_by_name[one.client]
        return client.individual_counted_minutes if week.program.individual_counts else 0
    appointment = _appointment_of(week, one)
    return appointment.counted_minutes if appointment else 0


def _appointment_of(week: Week, one: OneOnOne) -> Appointment | None:
    """The row of Appointments it answers: of that client and service, of that length if there is a choice."""
    asked = [a for a in week.appointments if (a.client, a.service) == (one.client, one.service)]
    return next((a for a in asked if a.minutes == one.minutes), asked[0] if asked else None)


_Keyed = tuple[tuple[str, int, int, str], Row]


def _attendances(week: Week, schedule: Schedule) -> Iterator[_Keyed]:
    for session in schedule.sessions:
        group = week.group_by_name[session.group]
        shared: tuple[Cell, ...] = (
            Kind.GROUP.value,
            session.name,
            session.group,
            DAY_NAMES[session.day],
            session.start,
            session.end,
            "; ".join(session.facilitators),
            session.room,
            group.modality.value,
            group.counted_minutes,
        )
        for client in session.clients:
            yield (client, session.day, session.start, session.group), Row((client, *shared))


def _one_on_ones(week: Week, schedule: Schedule) -> Iterator[_Keyed]:
    for one in schedule.one_on_ones:
        cells: tuple[Cell, ...] = (
            one.client,
            one.kind.value,
            one.name,
            one.service,
            DAY_NAMES[one.day],
            one.start,
            one.end,
            one.clinician,
            one.room,
            one.modality.value,
            counted_minutes(week, one),
        )
        yield (one.client, one.day, one.start, one.service), Row(cells)
