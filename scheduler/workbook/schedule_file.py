"""Reading a schedule workbook back: ours, one that people have edited, or one that somebody wrote by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from scheduler.domain.evaluation import Subject
from scheduler.domain.issues import Issue, Severity
from scheduler.domain.schedule import Schedule, schedule_of
from scheduler.domain.week import Week
from scheduler.workbook.cells.numbers import whole
from scheduler.workbook.errors import WorkbookError
from scheduler.workbook.findings import Findings
from scheduler.workbook.opening import open_workbook
from scheduler.workbook.readers.goals import goal_of
from scheduler.workbook.record import Record, usable
from scheduler.workbook.schedule_assignments import Attendance, Meeting, assignment
from scheduler.workbook.schedule_names import spellings_of
from scheduler.workbook.schedule_rosters import Roster, note_disagreements, rosters_of
from scheduler.workbook.schedule_sessions import SessionRow, session_row
from scheduler.workbook.schedule_sheets import ASSIGNMENTS, GOALS, SESSIONS, schedule_sheet_named
from scheduler.workbook.sheets import Sheet
from scheduler.workbook.structure import late_header
from scheduler.workbook.tables import Table
from scheduler.workbook.values import BadValue, shown


@dataclass(frozen=True)
class WrittenSchedule:
    """What a schedule file says. claims: goal number -> the value that its sheet Goals states.

    issues: errors where a cell cannot be read (what it is about is then left out of the schedule); warnings where
    the sheets disagree, a name is not in the week, or a cell is odd.
    """

    schedule: Schedule
    claims: dict[int, int]
    issues: tuple[Issue, ...]
    cells: dict[Subject, str] = field(default_factory=dict, repr=False)

    def cell_of(self, subject: Subject) -> str:
        """The cell that states what a finding is about, such as `Assignments!F12`; blank if none does."""
        wider = (
            subject,
            replace(subject, client=None),
            replace(subject, day=None),
            replace(subject, group=None, service=None),
            Subject(client=subject.client),
            Subject(group=subject.group),
        )
        return next((self.cells[asked] for asked in wider if asked != Subject() and asked in self.cells), "")


def read_schedule(path: Path | str, week: Week | None = None) -> WrittenSchedule:
    """The schedule of a workbook with the sheets Sessions and Assignments, its names spelled as the week spells them.

    Nothing is raised: a file that is no schedule gives an empty one and an error among the issues.
    """
    try:
        opened = open_workbook(path, schedule_sheet_named)
    except WorkbookError as problem:
        return WrittenSchedule(Schedule(), {}, problem.issues)
    findings = Findings(opened)
    tables = {table.sheet: table for table in opened.tables}
    _find_missing(tables, findings)
    names = spellings_of(week, tables)
    rows = [session_row(record, week, names) for record in _records(tables, SESSIONS, findings)]
    lines = [assignment(record, week, names) for record in _records(tables, ASSIGNMENTS, findings)]
    sessions = [row for row in rows if row is not None]
    rosters = rosters_of(sessions, [line for line in lines if isinstance(line, Attendance)])
    meetings = [line for line in lines if isinstance(line, Meeting)]
    for roster in rosters:
        note_disagreements(roster)
    schedule = schedule_of([roster.finished() for roster in rosters], [meeting.one for meeting in meetings])
    claims = _claims(_records(tables, GOALS, findings))
    return WrittenSchedule(schedule, claims, findings.sorted, _cells(sessions, rosters, meetings))


def _records(tables: dict[Sheet, Table], sheet: Sheet, findings: Findings) -> Iterator[Record]:
    if sheet in tables:
        yield from (Record(tables[sheet], row, findings) for row in tables[sheet].rows)


_NEEDED = {
    SESSIONS: (("Session", "Group"), ("Day", "Session"), ("Start",)),
    ASSIGNMENTS: (("Client",), ("Session", "Activity")),
}
"""Of each sheet, columns of which at least one must be there."""


def _find_missing(tables: dict[Sheet, Table], findings: Findings) -> None:
    if SESSIONS not in tables and ASSIGNMENTS not in tables:
        message = "this is no schedule: it has neither a sheet Sessions nor a sheet Assignments"
        findings.add(Severity.ERROR, None, "", message)
        return
    for sheet, needed in _NEEDED.items():
        table = tables.get(sheet)
        if table is None:
            findings.add(Severity.ERROR, None, "", f'the workbook has no sheet "{sheet.name}"', sheet.name)
            continue
        late = late_header(table, (columns[0] for columns in needed))
        for columns in needed:
            if not any(column in table.position for column in columns):
                message = f'the column "{columns[0]}" is missing; the header is row {table.header_row}{late}'
                findings.add(Severity.ERROR, table, f"A{table.header_row}", message)


def _claims(records: Iterable[Record]) -> dict[int, int]:
    """What the sheet Goals states; a row that cannot be read claims nothing, and is no reason to refuse the file."""
    claims: dict[int, int] = {}
    for record in records:
        goal, value = record.row.values.get("Goal"), record.row.values.get("Value")
        if goal is None or value is None:
            continue
        try:
            claims.setdefault(goal_of(usable(goal)), whole()(usable(value)))
        except BadValue as problem:
            record.warn("Value", f"the goal {shown(goal)} with the value {shown(value)} is passed over: {problem}")
    return claims


def _cells(sessions: list[SessionRow], rosters: list[Roster], meetings: list[Meeting]) -> dict[Subject, str]:
    """The first cell about each subject, and about each wider one: a client's day, a client, a group."""
    cells: dict[Subject, str] = {}
    for subject, record, column in _stated(sessions, rosters, meetings):
        place = f"{record.table.title}!{record.table.address(record.number, column)}"
        client, day = subject.client, subject.day
        for wider in (subject, replace(subject, day=None), Subject(client=client, day=day), Subject(client=client)):
            cells.setdefault(wider, place)
    return cells


def _stated(
    sessions: list[SessionRow], rosters: list[Roster], meetings: list[Meeting]
) -> Iterator[tuple[Subject, Record, str]]:
    for roster in rosters:
        session = roster.session
        if roster.row is not None:
            yield Subject(group=session.group, day=session.day), roster.row.record, "Start"
        for attendance in roster.attendances:
            who = Subject(client=attendance.client, group=session.group, day=session.day)
            yield who, attendance.record, "Session"
            yield Subject(group=session.group, day=session.day), attendance.record, "Session"
    for meeting in meetings:
        one = meeting.one
        yield Subject(client=one.client, service=one.service, day=one.day), meeting.record, "Start"
    for row in sessions:
        yield Subject(group=row.group, day=row.day), row.record, "Status"
