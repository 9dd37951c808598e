"""Putting values into cells: text stays text, minutes become Excel times and hours."""

from __future__ import annotations

import re
from datetime import time
from typing import Any

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.domain.calendar import MIDNIGHT
from scheduler.report.excel.styles import END_OF_DAY_FORMAT
from scheduler.report.table import Cell, Form

_NOT_FOR_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_STARTS_A_FORMULA = ("=", "+", "-", "@")


def put(cell: SheetCell, value: Cell, style: str, form: Form = Form.TEXT) -> SheetCell:
    """Writes one value and its look."""
    cell.style = style
    if isinstance(value, str):
        put_text(cell, value)
    elif isinstance(value, int) and form is Form.TIME:
        cell.value = _time(value)
        cell.number_format = END_OF_DAY_FORMAT if value >= MIDNIGHT else "HH:MM"
    elif isinstance(value, int) and form is Form.HOURS:
        cell.value = value / 60
    elif value is not None:
        cell.value = value
    return cell


def put_text(cell: SheetCell, text: str) -> None:
    """Text as text, also where it looks like a formula or an error; characters no workbook can hold are dropped."""
    cell.value = clean(text)
    cell.data_type = "s"
    if text.startswith(_STARTS_A_FORMULA):
        cell.quotePrefix = True


def clean(text: str) -> str:
    """The text without characters that an Excel file cannot hold."""
    return _NOT_FOR_XML.sub("", text)


def link(cell: SheetCell, sheet: str, place: str, over: str | None = None) -> None:
    """Makes the cell (or the merged cells `over`) lead to a place in this workbook."""
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet}'!{place}")
    if over is not None:
        cell.hyperlink.ref = over


def merge(sheet: Worksheet, top: int, bottom: int, left: int, right: int) -> None:
    """Merges cells whose looks are set already; Worksheet.merge_cells would spend most of the time on their borders."""
    if (top, left) != (bottom, right):
        sheet.merged_cells.ranges.add(CellRange(min_row=top, max_row=bottom, min_col=left, max_col=right))


def _time(minutes: int) -> Any:
    """An Excel time; the end of the day, which has none, is the whole day 1."""
    return minutes / MIDNIGHT if minutes >= MIDNIGHT else time(minutes // 60, minutes % 60)
