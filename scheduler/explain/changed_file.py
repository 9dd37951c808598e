"""A copy of an input workbook with some cells changed; the workbook itself is never touched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.domain.explanation import CellChange
from scheduler.explain.cells import NEW, value_of
from scheduler.workbook import Table, Tables

NOT_KEPT = "formulas (their values are kept), pictures, charts and macros of the workbook are not in the copy"

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def write_changed(source: Path, target: Path, tables: Tables, cells: Iterable[CellChange]) -> None:
    """Writes the workbook to another file with the cells changed and rows added. Raises OSError if it cannot.

    tables: the workbook as it was read, which say where each sheet and column stands.
    """
    book = load_workbook(source, data_only=True)
    rows: dict[tuple[str, str], int] = {}
    for cell in cells:
        worksheet, table = _sheet(book, tables, cell.sheet)
        if cell.row.startswith(NEW):
            row = rows.setdefault((cell.sheet, cell.row), _next_row(table, rows, cell.sheet))
        else:
            row = int(cell.row)
        place = worksheet.cell(row, _column(worksheet, table, cell.column))
        value = excel_value(cell.after)
        place.value = value
        if isinstance(value, str):
            place.data_type = "s"  # a text that begins with `=` stays a text
        elif isinstance(value, time):
            place.number_format = "HH:MM"
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)


def excel_value(text: str) -> object:
    """What Excel makes of a text that is typed into a cell: a time, a date, a number, a text, or nothing."""
    clock = _CLOCK.fullmatch(text.strip())
    if clock and int(clock[1]) < 24:
        return time(int(clock[1]), int(clock[2]))
    if _DATE.fullmatch(text.strip()):
        return date.fromisoformat(text.strip())
    return value_of(text)


def _sheet(book: Workbook, tables: Tables, sheet: str) -> tuple[Worksheet, Table | None]:
    table = tables.table(sheet)
    title = table.title if table is not None else sheet
    if title not in book.sheetnames:
        book.create_sheet(title)
    return book[title], table


def _next_row(table: Table | None, rows: dict[tuple[str, str], int], sheet: str) -> int:
    last = max((number for number, _ in table.cells), default=table.header_row) if table is not None else 1
    return last + 1 + sum(name == sheet for name, _ in rows)


def _column(worksheet: Worksheet, table: Table | None, column: str) -> int:
    """Where the column stands, 1 for A; one that is missing is added to the header."""
    if table is not None and column in table.position:
        return table.position[column] + 1
    header = table.header_row if table is not None and table.header else 1
    number = 1
    while worksheet.cell(header, number).value not in (None, column):
        number += 1
    worksheet.cell(header, number).value = column
    return number
