"""The sheets Commitments, Appointments and Keep apart."""

from __future__ import annotations

from scheduler.domain.people import Appointment, Commitment, KeepApart
from scheduler.domain.program import Program
from scheduler.workbook.cells.choices import person_modality, yes_no
from scheduler.workbook.cells.days import days_of
from scheduler.workbook.cells.names import name_of
from scheduler.workbook.cells.numbers import minutes, whole
from scheduler.workbook.readers.site import read_window
from scheduler.workbook.record import Record
from scheduler.workbook.sheets import APPOINTMENTS, COMMITMENTS, KEEP_APART
from scheduler.workbook.source import Source
from scheduler.workbook.values import text_of


def read_commitments(source: Source) -> tuple[Commitment, ...]:
    """Commitments in the order of the sheet."""
    return tuple(_commitment(source, record) for record in source.records(COMMITMENTS))


def _commitment(source: Source, record: Record) -> Commitment:
    window = read_window(record)
    return Commitment(
        client=record.read("Client", source.names.clients.one, ""),
        days=record.read("Days", days_of, ()),
        start=window.start,
        end=window.end,
        kind=record.read("Kind", text_of, ""),
        firm=record.read("Firm", yes_no, True),
        travel=record.read("Travel", minutes(), 0),
        row=record.number,
    )


def read_appointments(source: Source, program: Program) -> tuple[Appointment, ...]:
    """Appointments in the order of the sheet."""
    return tuple(_appointment(source, program, record) for record in source.records(APPOINTMENTS))


def _appointment(source: Source, program: Program, record: Record) -> Appointment:
    length = record.read("Minutes", minutes(1), 60)
    counts = record.read("Counts", yes_no, True)
    counted = record.read("Counted minutes", minutes(), length)
    return Appointment(
        client=record.read("Client", source.names.clients.one, ""),
        service=source.names.topics.adopt(record.read("Service", name_of, "")),
        minutes=length,
        sessions=record.read("Sessions", whole(0, 7), 1),
        clinician=record.read("Clinician", source.names.clinicians.one, None),
        modality=record.read("Modality", person_modality, None),
        counted_minutes=counted if counts and program.individual_counts else 0,
        row=record.number,
    )


def read_keep_apart(source: Source) -> tuple[KeepApart, ...]:
    """Pairs of clients in the order of the sheet."""
    return tuple(_pair(source, record) for record in source.records(KEEP_APART))


def _pair(source: Source, record: Record) -> KeepApart:
    client_a = record.read("Client A", source.names.clients.one, "")
    client_b = record.read("Client B", source.names.clients.one, "")
    if client_a and client_a == client_b:
        record.error("Client B", f'Client B is "{client_b}", the same as Client A: expected another client')
    return KeepApart(client_a, client_b, record.read("Reason", text_of, ""), record.number)
