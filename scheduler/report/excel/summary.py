"""The sheet Summary: are we fine, who is short, what changed, what needs me - on one screen."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.domain.changes import Change
from scheduler.domain.evaluation import Evaluation
from scheduler.domain.explanation import Explanation
from scheduler.domain.week import Week
from scheduler.report.excel.cells import link, put
from scheduler.report.excel.print_setup import head_of, set_up_print, week_of
from scheduler.report.excel.styles import (
    GREY,
    HEADER,
    HEADING,
    LABEL,
    NOTE,
    PALE_GREEN,
    PALE_RED,
    RED,
    SUBTITLE,
    TITLE,
    cell_style,
    font,
    solid,
)
from scheduler.report.facts import Fact, Line, changed_lines, facts, needed_lines, not_held_lines, verdict
from scheduler.report.table import Form, Table, Tone

_WIDTHS = (33, 13, 20, 3, 30, 12, 12, 12, 15)
_LEFT, _RIGHT, _LAST = 1, 5, 9
_GREEN = "FF1B6B3A"
_PER_LINE = 92


def add_summary(
    workbook: Workbook,
    week: Week,
    sessions: Table,
    goals: Table,
    evaluation: Evaluation,
    explanation: Explanation,
    changes: tuple[Change, ...],
) -> None:
    """The first sheet: a verdict, the week in numbers beside the goals, then lists of what needs a look."""
    sheet = workbook.create_sheet("Summary")
    for place, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFGHI"[place]].width = width
    put(sheet.cell(1, _LEFT), week.program.name, TITLE)
    put(sheet.cell(2, _LEFT), f"{week_of(week)}, group schedule", SUBTITLE)
    _write_verdict(sheet, 4, verdict(week, evaluation), fine=evaluation.ok and evaluation.goals[0] == 0)
    numbers = facts(week, sessions, evaluation, changes)
    row = 1 + max(_write_facts(sheet, 6, numbers), _write_goals(sheet, 6, goals))
    row = _write_lines(sheet, row, "What needs you", needed_lines(evaluation, explanation), "Shortfalls")
    row = _write_lines(sheet, row, "Sessions not held", not_held_lines(sessions), "Sessions")
    _write_lines(sheet, row, "What changed", changed_lines(week, changes), "Changes")
    sheet.sheet_view.showGridLines = False
    set_up_print(sheet, head_of(week), pages_high=1)


def _write_verdict(sheet: Worksheet, row: int, text: str, *, fine: bool) -> None:
    for column in range(_LEFT, _LAST + 1):
        sheet.cell(row, column).fill = solid(PALE_GREEN if fine else PALE_RED)
    cell = put(sheet.cell(row, _LEFT), text, LABEL)
    cell.font = font(14, bold=True, color=_GREEN if fine else RED)
    cell.fill = solid(PALE_GREEN if fine else PALE_RED)
    cell.alignment = Alignment(vertical="center", indent=1, wrap_text=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=_LEFT, end_column=_LAST)
    sheet.row_dimensions[row].height = 30 if len(text) < _PER_LINE + 20 else 44


def _write_facts(sheet: Worksheet, row: int, numbers: tuple[Fact, ...]) -> int:
    _heading(sheet, row, "The week in numbers", _LEFT, 3)
    for number, fact in enumerate(numbers, row + 1):
        tone = Tone.ALERT if fact.alert else Tone.PLAIN
        put(sheet.cell(number, 1), fact.title, cell_style(Form.TEXT, tone))
        put(sheet.cell(number, 2), fact.value, cell_style(fact.form, tone), fact.form)
        put(sheet.cell(number, 3), fact.of, cell_style(Form.TEXT, tone))
        if fact.sheet:
            link(sheet.cell(number, 1), fact.sheet, "A1")
    return row + 1 + len(numbers)


def _write_goals(sheet: Worksheet, row: int, goals: Table) -> int:
    """Goal, value, unit, bound and status, from the columns of the sheet Goals."""
    _heading(sheet, row, "Goals, the first first", _RIGHT, _LAST)
    for column, title in enumerate(("Goal", "Value", "Unit", "Bound", "Status"), _RIGHT):
        cell = put(sheet.cell(row + 1, column), title, HEADER)
        if title in ("Value", "Bound"):
            cell.alignment = Alignment(horizontal="right", vertical="center", indent=1)
    for number, goal in enumerate(goals.rows, row + 2):
        name, value, bound, status, _, unit, _ = goal.cells
        alert = goal is goals.rows[0] and bool(value)
        tone = Tone.ALERT if alert else goal.tone
        for column, cell in enumerate((name, value, unit, bound, status), _RIGHT):
            form = Form.COUNT if isinstance(cell, int) else Form.TEXT
            put(sheet.cell(number, column), cell, cell_style(form, tone), form)
    return row + 2 + len(goals.rows)


def _write_lines(sheet: Worksheet, row: int, title: str, lines: tuple[Line, ...], more: str) -> int:
    """Who or what on the left, the sentence on the right; the heading leads to the sheet that tells all."""
    _heading(sheet, row, title, _LEFT, _LAST)
    link(sheet.cell(row, _LEFT), more, "A1")
    for number, line in enumerate(lines, row + 1):
        cell = put(sheet.cell(number, _LEFT), line.who, LABEL)
        cell.font = font(bold=True, color=RED if line.alert else GREY)
        put(sheet.cell(number, 2), line.what, LABEL).font = font(color=RED if line.alert else GREY)
        put(sheet.cell(number, _RIGHT), line.more, NOTE if not line.alert else LABEL)
        sheet.merge_cells(start_row=number, end_row=number, start_column=2, end_column=3)
        sheet.merge_cells(start_row=number, end_row=number, start_column=_RIGHT, end_column=_LAST)
        tall = max(-(-len(line.more) // _PER_LINE), -(-len(line.what) // 32), -(-len(line.who) // 31), 1)
        sheet.row_dimensions[number].height = 15 * tall
    return row + 2 + len(lines)


def _heading(sheet: Worksheet, row: int, title: str, first: int, last: int) -> None:
    for column in range(first, last + 1):
        sheet.cell(row, column).style = HEADING
    put(sheet.cell(row, first), title, HEADING)
