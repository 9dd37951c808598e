"""What differs between two schedules as a workbook: what is compared, every change, and the goals of both."""

from __future__ import annotations

from datetime import date

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.domain.changes import Comparison, GoalChange
from scheduler.report.excel.archive import workbook_bytes
from scheduler.report.excel.cells import link, put
from scheduler.report.excel.print_setup import PageHead, set_up_print
from scheduler.report.excel.styles import HEADING, LABEL, SUBTITLE, TITLE, add_styles
from scheduler.report.excel.table_sheet import add_table
from scheduler.report.table import Column, Form, Row, Table
from scheduler.report.tables.changes import changes_table

_TITLE = "Comparison of two schedules"
_GOAL_COLUMNS = (
    Column("Goal"),
    Column("A", Form.COUNT),
    Column("B", Form.COUNT),
    Column("Difference"),
    Column("Unit"),
)


def comparison_bytes(comparison: Comparison, day: date) -> bytes:
    """The content of the file: the same for the same comparison. day: what it says of when it was made."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    add_styles(workbook)
    workbook.properties.title, workbook.properties.creator = _TITLE, "scheduler"
    head = PageHead(_TITLE, "A to B")
    set_up_print(_add_summary(workbook, comparison), head, pages_high=1)
    add_table(workbook, head, _without_reasons(changes_table(comparison.changes)))
    add_table(workbook, head, _goals_table(comparison.goals))
    return workbook_bytes(workbook, day)


def _add_summary(workbook: Workbook, comparison: Comparison) -> Worksheet:
    """Which files these are, and how much differs; each line leads to the sheet that tells all."""
    sheet = workbook.create_sheet("Summary")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, 100
    put(sheet.cell(1, 1), _TITLE, TITLE)
    put(sheet.cell(2, 1), "What is new, gone or moved from schedule A to schedule B", SUBTITLE)
    lines = (
        ("A", comparison.before, ""),
        ("B", comparison.after, ""),
        ("Differences", comparison.told, "Changes"),
        ("Goals that differ", _goals_that_differ(comparison.goals), "Goals"),
    )
    for row, (title, text, more) in enumerate(lines, 4):
        put(sheet.cell(row, 1), title, HEADING)
        put(sheet.cell(row, 2), text, LABEL)
        if more:
            link(sheet.cell(row, 1), more, "A1")
    sheet.sheet_view.showGridLines = False
    return sheet


def _goals_that_differ(goals: tuple[GoalChange, ...]) -> str:
    if not goals:
        return "not compared: not both files state them"
    differing = [f"{goal.title} {goal.difference} ({goal.unit})" for goal in goals if goal.before != goal.after]
    return ", ".join(differing) or "none"


def _without_reasons(table: Table) -> Table:
    """Two files do not say why; the last column would be blank."""
    return Table(table.name, table.columns[:-1], tuple(Row(row.cells[:-1], row.tone) for row in table.rows))


def _goals_table(goals: tuple[GoalChange, ...]) -> Table:
    rows = (Row((goal.title, goal.before, goal.after, goal.difference, goal.unit)) for goal in goals)
    return Table("Goals", _GOAL_COLUMNS, tuple(rows))
