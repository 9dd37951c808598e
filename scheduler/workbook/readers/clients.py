"""The sheet Clients."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scheduler.domain.calendar import DAYS, monday_of
from scheduler.domain.modality import Modality
from scheduler.domain.people import Client, Phase
from scheduler.domain.program import Closure, Program
from scheduler.workbook.cells.choices import person_modality, yes_no
from scheduler.workbook.cells.dates import date_of
from scheduler.workbook.cells.days import days_of
from scheduler.workbook.cells.names import name_of
from scheduler.workbook.cells.numbers import NO_LIMIT, hours, minutes, whole
from scheduler.workbook.readers.needs import needs_of
from scheduler.workbook.record import Record
from scheduler.workbook.sheets import CLIENTS
from scheduler.workbook.source import Source


@dataclass(frozen=True, slots=True)
class Stay:
    """When a client is there this week, and if not, why."""

    first_day: int
    last_day: int
    absence: str = ""


def read_clients(
    source: Source, program: Program, phases: Iterable[Phase], closures: Iterable[Closure]
) -> tuple[Client, ...]:
    """Clients in the order of the sheet; those on hold or not there this week are not active."""
    by_name = {phase.name: phase for phase in phases}
    excused = frozenset(day for closure in closures if closure.excused for day in closure.days)
    return tuple(
        _client(source, program, by_name, excused, name, record) for name, record in source.definitions(CLIENTS)
    )


def _client(
    source: Source, program: Program, phases: dict[str, Phase], excused: frozenset[int], name: str, record: Record
) -> Client:
    names = source.names
    phase_name = record.read("Phase", names.phases.one, "")
    phase = phases.get(phase_name, Phase(phase_name, "", 0, 0))
    length = record.read("Individual minutes", minutes(1), phase.individual_minutes)
    stay = _stay(record, program, excused)
    on_hold = not record.read("Active", yes_no, True)
    return Client(
        name=name,
        phase=phase_name,
        tracks=record.read("Tracks", names.tracks.many, ()),
        display_name=record.read("Name", name_of, ""),
        primary_clinician=record.read("Primary clinician", names.clinicians.one, None),
        cover_clinician=record.read("Cover clinician", names.clinicians.one, None),
        avoid_clinicians=record.read("Avoid clinicians", names.clinicians.many, ()),
        modality=record.read("Modality", person_modality, Modality.IN_PERSON),
        virtual_days=record.read("Virtual days", days_of, ()),
        individual_sessions=record.read("Individual sessions", whole(0, 7), phase.individual_sessions),
        individual_minutes=length,
        individual_counted_minutes=_counted(program, phase, length),
        needs=record.read("Needs", needs_of(names.topics), ()),
        avoid_topics=record.read("Avoid topics", names.topics.adopted, ()),
        tags=record.read("Tags", names.tags.adopted, ()),
        authorized_minutes=record.read("Authorized hours", hours(NO_LIMIT), None),
        authorized_days=record.read("Authorized days", whole(), None),
        authorized_minutes_per_day=record.read("Authorized hours per day", hours(NO_LIMIT), None),
        program_week=record.read("Program week", whole(1), _week_of_treatment(record, program)),
        min_minutes=record.read("Min hours", hours(), None),
        first_day=stay.first_day,
        last_day=stay.last_day,
        priority=record.read("Priority", whole(1, 9), 1),
        active=not on_hold and not stay.absence,
        inactive_reason="on hold" if on_hold else stay.absence,
        row=record.number,
    )


def _counted(program: Program, phase: Phase, length: int) -> int:
    """What an individual session counts: the phase's figure, or its length where the client has another length."""
    if not program.individual_counts:
        return 0
    return phase.individual_counted_minutes if length == phase.individual_minutes else length


def _week_of_treatment(record: Record, program: Program) -> int | None:
    admitted = record.read("Admitted", date_of, None)
    if admitted is None:
        return None
    return (program.monday - monday_of(admitted)).days // 7 + 1


def _stay(record: Record, program: Program, excused: frozenset[int]) -> Stay:
    starts = record.read("Starts", date_of, None)
    ends = record.read("Ends", date_of, None)
    if starts and ends and ends < starts:
        record.error("Ends", f"Ends is {ends:%Y-%m-%d}: expected a date not before Starts ({starts:%Y-%m-%d})")
    first = _day_in_week(program, starts, 0)
    last = _day_in_week(program, ends, 6)
    if first > 6:
        return Stay(0, 6, f"starts {starts}, after this week")
    if last < 0:
        return Stay(0, 6, f"ended {ends}, before this week")
    first, last = max(0, first), min(6, last)
    present = [day for day in DAYS if first <= day <= last]
    # Excused days are as if they lay outside Starts-Ends: with none left the client is not there this week.
    if present and excused.issuperset(present):
        return Stay(first, last, "every day of the client's week is an excused closure")
    return Stay(first, last)


def _day_in_week(program: Program, when: date | None, otherwise: int) -> int:
    return otherwise if when is None else (when - program.monday).days
