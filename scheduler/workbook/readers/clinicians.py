"""The sheets Clinicians and Clinician hours."""

from __future__ import annotations

from scheduler.domain.calendar import Window, week_windows
from scheduler.domain.modality import Modality
from scheduler.domain.people import Clinician
from scheduler.workbook.cells.choices import person_modality
from scheduler.workbook.cells.days import days_of
from scheduler.workbook.cells.numbers import NO_LIMIT, hours
from scheduler.workbook.readers.site import read_opening_hours
from scheduler.workbook.record import Record
from scheduler.workbook.sheets import CLINICIAN_HOURS, CLINICIANS
from scheduler.workbook.source import Source


def read_clinicians(source: Source) -> tuple[Clinician, ...]:
    """Clinicians in the order of the sheet; one without a row in Clinician hours is an error."""
    rows = _hours_rows(source)
    table = source.tables.table(CLINICIAN_HOURS.name)
    hours_given = table is not None and "Clinician" in table.position
    clinicians = []
    for name, record in source.definitions(CLINICIANS):
        if hours_given and name and name not in rows:
            record.error("Clinician", f'Clinician "{name}" has no row in the sheet Clinician hours')
        clinicians.append(_clinician(source, name, record, rows.get(name, [])))
    return tuple(clinicians)


def _hours_rows(source: Source) -> dict[str, list[Record]]:
    rows: dict[str, list[Record]] = {}
    for record in source.records(CLINICIAN_HOURS):
        name = record.read("Clinician", source.names.clinicians.one, "")
        if name:
            rows.setdefault(name, []).append(record)
    return rows


def _clinician(source: Source, name: str, record: Record, rows: list[Record]) -> Clinician:
    modality = record.read("Modality", person_modality, Modality.EITHER)
    present = [entry for row in rows for entry in _presence(row, modality)]
    return Clinician(
        name=name,
        topics=record.read("Topics", source.names.topics.adopted, None),
        hours=week_windows((day, window) for day, window, _ in present),
        hours_in_person=week_windows((day, w) for day, w, where in present if where.may_lead(Modality.IN_PERSON)),
        hours_virtual=week_windows((day, w) for day, w, where in present if where.may_lead(Modality.VIRTUAL)),
        max_minutes=record.read("Max hours", hours(NO_LIMIT), None),
        max_minutes_per_day=record.read("Max hours per day", hours(NO_LIMIT), None),
        office=record.read("Office", source.names.rooms.one, None),
        row=record.number,
        hours_rows=tuple(row.number for row in rows),
    )


def _presence(row: Record, modality: Modality) -> list[tuple[int, Window, Modality]]:
    where = row.read("Modality", person_modality, modality)
    window = read_opening_hours(row)
    return [(day, window, where) for day in row.read("Days", days_of, ())]
