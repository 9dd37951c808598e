"""The schedule workbook: every sheet of the contract, in its order, in one file."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from scheduler.domain.changes import Change
from scheduler.domain.evaluation import Evaluation
from scheduler.domain.explanation import NO_EXPLANATION, Explanation
from scheduler.domain.outcome import GoalResult
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.report.differences import differences
from scheduler.report.excel.archive import workbook_bytes
from scheduler.report.excel.cells import clean
from scheduler.report.excel.print_setup import head_of
from scheduler.report.excel.rosters import add_rosters, roster_cells
from scheduler.report.excel.styles import add_styles
from scheduler.report.excel.summary import add_summary
from scheduler.report.excel.table_sheet import add_table
from scheduler.report.excel.timetable import add_timetable
from scheduler.report.files import write_whole
from scheduler.report.table import Table
from scheduler.report.tables.assignments import assignments_table
from scheduler.report.tables.changes import changes_table
from scheduler.report.tables.clients import clients_table
from scheduler.report.tables.goals import goals_table
from scheduler.report.tables.remedies import remedies_table
from scheduler.report.tables.sessions import sessions_table
from scheduler.report.tables.shortfalls import shortfalls_table
from scheduler.report.tables.use import clinicians_table, rooms_table


def write_schedule(
    path: Path | str,
    week: Week,
    schedule: Schedule,
    evaluation: Evaluation,
    goals: tuple[GoalResult, ...],
    *,
    reasons: Explanation = NO_EXPLANATION,
    changes: tuple[Change, ...] | None = None,
    overwrite: bool = True,
) -> Path:
    """Writes the schedule workbook, whole or not at all, and returns where it is.

    That is another path than asked for when the file is open in Excel, or is there and overwrite is False: the
    schedule is then saved beside it under a number. changes None: the simple differences from week.previous.
    Raises OSError when the folder cannot be written.
    """
    content = schedule_bytes(week, schedule, evaluation, goals, reasons=reasons, changes=changes)
    return write_whole(Path(path), content, overwrite=overwrite)


def schedule_bytes(
    week: Week,
    schedule: Schedule,
    evaluation: Evaluation,
    goals: tuple[GoalResult, ...],
    *,
    reasons: Explanation = NO_EXPLANATION,
    changes: tuple[Change, ...] | None = None,
) -> bytes:
    """The content of the file: the same for the same schedule, whenever it is made."""
    if changes is None:
        changes = differences(week, week.previous, schedule) if week.previous is not None else ()
    workbook = Workbook()
    workbook.remove(workbook.active)
    add_styles(workbook)
    workbook.properties.title = clean(f"{week.program.name}, week of {week.program.monday.isoformat()}")
    workbook.properties.creator = "scheduler"
    sessions, goal_table = sessions_table(week, schedule), goals_table(evaluation, goals)
    rosters = roster_cells(schedule)
    add_summary(workbook, week, sessions, goal_table, evaluation, reasons, changes)
    add_timetable(workbook, week, schedule, rosters)
    for table in _tables(week, schedule, evaluation, reasons, changes, sessions, goal_table):
        add_table(workbook, head_of(week), table, rosters)
    add_rosters(workbook, week, schedule)
    return workbook_bytes(workbook, week.program.monday)


def _tables(
    week: Week,
    schedule: Schedule,
    evaluation: Evaluation,
    reasons: Explanation,
    changes: tuple[Change, ...],
    sessions: Table,
    goals: Table,
) -> list[Table]:
    tables = [
        sessions,
        assignments_table(week, schedule),
        clients_table(week, schedule, evaluation),
        shortfalls_table(evaluation, reasons),
        clinicians_table(week, schedule),
        rooms_table(week, schedule),
        changes_table(changes),
        goals,
    ]
    return [*tables, remedies_table(reasons)] if reasons.remedies else tables
