"""A table as a plain sheet: header on row 1, frozen, filtered, as wide as its text."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap
from types import MappingProxyType

from openpyxl import Workbook
from openpyxl.formatting.rule import DataBarRule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.report.excel.cells import link, put
from scheduler.report.excel.print_setup import PageHead, set_up_print
from scheduler.report.excel.styles import CENTER, HEADER, cell_style
from scheduler.report.table import Cell, Column, Form, Row, Table

_BAR = "FF8FB8DE"
_TEXTS = (Form.TEXT, Form.PARAGRAPH)
_HEADER_POINTS, _LINE_POINTS = 30, 13.2
_NUMBER_WIDTH, _BAR_WIDTH = 8, 15
_ROOM_FOR_FILTER = 3

NO_ROSTERS: Mapping[str, str] = MappingProxyType({})


def add_table(workbook: Workbook, head: PageHead, table: Table, rosters: Mapping[str, str] = NO_ROSTERS) -> Worksheet:
    """A new sheet named after the table; rosters: session name -> cell of the sheet Rosters to lead to."""
    sheet = workbook.create_sheet(table.name)
    for place, column in enumerate(table.columns, 1):
        cell = put(sheet.cell(1, place), column.title, HEADER)
        if column.form not in _TEXTS:
            cell.alignment = CENTER
    for number, row in enumerate(table.rows, 2):
        _write_row(sheet, number, table.columns, row, rosters)
    _dress(sheet, table)
    set_up_print(sheet, head, title_rows="1:1")
    return sheet


def _write_row(
    sheet: Worksheet, number: int, columns: tuple[Column, ...], row: Row, rosters: Mapping[str, str]
) -> None:
    for place, (column, value) in enumerate(zip(columns, row.cells, strict=True), 1):
        put(sheet.cell(number, place), value, cell_style(column.form, row.tone), column.form)
    if row.roster is not None and row.roster in rosters:
        link(sheet.cell(number, 1), "Rosters", rosters[row.roster])


def _dress(sheet: Worksheet, table: Table) -> None:
    sheet.freeze_panes = "B2"
    sheet.row_dimensions[1].height = _HEADER_POINTS
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    widths = [_width(table, place, column) for place, column in enumerate(table.columns)]
    _set_heights(sheet, table, widths)
    for place, column in enumerate(table.columns):
        letter = get_column_letter(place + 1)
        sheet.column_dimensions[letter].width = widths[place]
        if column.bar and table.rows:
            cells = f"{letter}2:{letter}{len(table.rows) + 1}"
            sheet.conditional_formatting.add(cells, _bar(column))


def _set_heights(sheet: Worksheet, table: Table, widths: list[float]) -> None:
    """Rows as high as their longest text; not every office program sees to that by itself."""
    wrapped = [place for place, column in enumerate(table.columns) if column.form is Form.PARAGRAPH]
    for number, row in enumerate(table.rows, 2):
        lines = max((_lines(row.cells[place], widths[place]) for place in wrapped), default=1)
        if lines > 1:
            sheet.row_dimensions[number].height = lines * _LINE_POINTS + 2


def _lines(value: Cell, width: float) -> int:
    """Lines that a text takes in a column, words kept whole."""
    wide = max(int(width * 1.08), 1)
    return sum(len(wrap(line, wide)) or 1 for line in str(value or "").split("\n"))


def _bar(column: Column) -> DataBarRule:
    end = {"end_type": "num", "end_value": 1} if column.form is Form.PERCENT else {"end_type": "max"}
    return DataBarRule(start_type="num", start_value=0, color=_BAR, minLength=0, maxLength=100, **end)


def _width(table: Table, place: int, column: Column) -> float:
    """Wide enough for the longest line, within reason; a long heading wraps over two lines."""
    words = max(len(word) for word in column.title.split())
    heading = max(words, -(-len(column.title) // 2)) + _ROOM_FOR_FILTER
    if column.form not in _TEXTS:
        return _BAR_WIDTH if column.bar else max(_NUMBER_WIDTH, heading + 1)
    lines = (line for row in table.rows for line in str(row.cells[place] or "").split("\n"))
    longest = max((len(line) for line in lines), default=0)
    return min(max(heading, longest + 2), column.widest)
