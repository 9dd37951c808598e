"""The sheet Program: settings by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo, available_timezones

from scheduler.domain.calendar import monday_of
from scheduler.domain.issues import Severity
from scheduler.domain.program import Program
from scheduler.workbook.cells.choices import yes_no
from scheduler.workbook.cells.dates import date_of
from scheduler.workbook.cells.names import Names, name_of
from scheduler.workbook.cells.numbers import minutes, whole
from scheduler.workbook.record import Record, says_default, usable
from scheduler.workbook.sheets import PROGRAM, SETTINGS, key
from scheduler.workbook.source import Source
from scheduler.workbook.values import BadValue, Value, shown

Read = TypeVar("Read")
Default = TypeVar("Default")

ANY_MONDAY = date(2000, 1, 3)
"""Stands in for a week that could not be read, so that the other sheets can still be checked."""


def read_program(source: Source) -> Program:
    """The program's settings; a week that is missing or wrong is an error."""
    settings = Settings(source, _rows_by_setting(source))
    monday = settings.read("Week of", date_of, None)
    return Program(
        name=settings.read("Program", name_of, source.tables.stem),
        monday=monday_of(monday) if monday else ANY_MONDAY,
        time_step=settings.read("Time step", minutes(1), 15),
        mix_tracks=settings.read("Mix tracks", yes_no, False),
        same_topic_per_day=settings.read("Same topic per day", whole(), 1),
        individual_counts=settings.read("Individual counts", yes_no, True),
        individual_on_treatment_days=settings.read("Individual on treatment days", yes_no, False),
        individual_after_groups=settings.read("Individual after groups", yes_no, False),
        individual_within_tracks=settings.read("Individual within tracks", yes_no, False),
        trip_cost=settings.read("Trip cost", minutes(0, 1_000_000), 60),
        clinician_break=settings.read("Clinician break", minutes(), 0),
        room_turnaround=settings.read("Room turnaround", minutes(), 0),
        time_zone=settings.read("Time zone", time_zone_of, None),
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """Rows of the sheet by the setting they give."""

    source: Source
    rows: dict[str, Record]

    def read(self, name: str, parse: Callable[[Value], Read], default: Default) -> Read | Default:
        """The setting's value; its default where it is blank or missing, or wrong (an error is then recorded)."""
        record = self.rows.get(name)
        setting = next(setting for setting in SETTINGS if setting.name == name)
        value = record.row.values.get("Value") if record else None
        if record is None or says_default(value, setting):
            if setting.required:
                self._missing(name, record)
            return default
        try:
            return parse(usable(value))
        except BadValue as problem:
            record.error("Value", f"{name} is {shown(value)}: {problem}")
            return default

    def _missing(self, name: str, record: Record | None) -> None:
        message = f"{name} is required: a date in the week to be scheduled, such as 2026-11-23"
        table = self.source.tables.table(PROGRAM.name)
        if record is not None:
            record.error("Value", message)
        elif table is not None and set(PROGRAM.required_columns) <= table.position.keys():
            self.source.findings.add(Severity.ERROR, table, "", message)


def _rows_by_setting(source: Source) -> dict[str, Record]:
    known = Names("setting", "the sheet Program")
    for setting in SETTINGS:
        known.add(setting.name)
    by_key = {key(setting.name): setting.name for setting in SETTINGS}
    rows: dict[str, Record] = {}
    for record in source.records(PROGRAM):
        text = record.read("Setting", name_of, "")
        name = by_key.get(key(text))
        if name in rows:
            record.error("Setting", f'Setting "{text}" is given twice; the first is in row {rows[name].number}')
        elif name:
            rows[name] = record
        elif text:
            _note_unknown(record, text, known)
    return rows


def _note_unknown(record: Record, text: str, known: Names) -> None:
    hint = known.did_you_mean(text)
    message = f'the setting "{text}" is not known and is ignored{hint}'
    if hint:
        record.warn("Setting", message)
    else:
        record.note("Setting", message)


def time_zone_of(value: Value) -> str:
    """An IANA time zone name."""
    name = name_of(value)
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        zones = Names("time zone", "the IANA list")
        for zone in sorted(available_timezones()):
            zones.add(zone)
        known = zones.find(name.replace(" ", "_"))
        if known is None:
            hint = zones.did_you_mean(name)
            raise BadValue(f"expected an IANA time zone such as America/New_York{hint}") from None
        return known
    return name
