"""From raw tables to the week, with everything found on the way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.issues import Issue, Severity
from scheduler.domain.week import Week
from scheduler.workbook.directory import directory_of
from scheduler.workbook.doubts import find_doubts
from scheduler.workbook.errors import WorkbookError
from scheduler.workbook.findings import Findings
from scheduler.workbook.opening import open_workbook
from scheduler.workbook.readers.clients import read_clients
from scheduler.workbook.readers.clinicians import read_clinicians
from scheduler.workbook.readers.demands import read_appointments, read_commitments, read_keep_apart
from scheduler.workbook.readers.goals import read_goal_ranks
from scheduler.workbook.readers.groups import read_groups
from scheduler.workbook.readers.locks import read_locks
from scheduler.workbook.readers.phases import read_phases, read_topic_rules
from scheduler.workbook.readers.program import read_program
from scheduler.workbook.readers.site import read_closures, read_rooms, read_tracks
from scheduler.workbook.source import Source
from scheduler.workbook.structure import find_structure, is_schedule
from scheduler.workbook.tables import Tables


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a workbook gives: the week, None if there is any error; all issues, errors first."""

    week: Week | None
    issues: tuple[Issue, ...]


def assemble(tables: Tables) -> Reading:
    """The week that the tables describe, and every error, warning and note about them. Never raises."""
    findings = Findings(tables)
    if is_schedule(tables):
        findings.add(Severity.ERROR, None, "", "this is a schedule; expected the workbook that it was made from")
        return Reading(None, findings.sorted)
    find_structure(tables, findings)
    week = _week(Source(tables, directory_of(tables), findings))
    if findings.has_errors:
        return Reading(None, findings.sorted)
    find_doubts(week, findings)
    return Reading(week, findings.sorted)


def read(path: str | Path) -> Reading:
    """The reading of a workbook; a file that cannot be opened is an issue like any other."""
    try:
        tables = open_workbook(path)
    except WorkbookError as error:
        return Reading(None, error.issues)
    return assemble(tables)


def read_week(path: str | Path) -> Week:
    """The week of a workbook. Raises WorkbookError with all issues if there is any error."""
    reading = read(path)
    if reading.week is None:
        raise WorkbookError(reading.issues)
    return reading.week


def _week(source: Source) -> Week:
    program = read_program(source)
    tracks = read_tracks(source)
    phases = read_phases(source)
    groups = read_groups(source, tracks)
    closures = read_closures(source, program)
    return Week(
        program=program,
        tracks=tracks,
        phases=phases,
        groups=groups,
        clinicians=read_clinicians(source),
        rooms=read_rooms(source),
        clients=read_clients(source, program, phases, closures),
        topic_rules=read_topic_rules(source),
        commitments=read_commitments(source),
        appointments=read_appointments(source, program),
        closures=closures,
        keep_apart=read_keep_apart(source),
        locks=read_locks(source),
        goal_ranks=read_goal_ranks(source),
    )
