"""The drop-down lists of the template: each refers to a range, for a longer list in the rule damages the file."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.workbook.sheets import SHEETS, Sheet, sheet_named
from scheduler.workbook.template_fields import FIELDS, SETTING_NOTES, Field

LISTS = "Lists"
"""The sheet that holds the values that no other sheet defines."""

ROWS = 1500
"""Rows of a sheet that have drop-downs and that drop-downs refer to."""


def add_lists_sheet(book: Workbook) -> dict[tuple[str, ...], str]:
    """Add the sheet Lists; returns each list's range as a formula."""
    sheet = book.create_sheet(LISTS)
    ranges: dict[tuple[str, ...], str] = {}
    for values in _own_lists():
        column = len(ranges) + 1
        for number, value in enumerate(values, start=1):
            cell = sheet.cell(number, column, value)
            cell.number_format = "@"
        letter = get_column_letter(column)
        ranges[values] = f"{LISTS}!${letter}$1:${letter}${len(values)}"
    sheet.sheet_state = "hidden"
    return ranges


def add_drop_downs(worksheet: Worksheet, sheet: Sheet, ranges: dict[tuple[str, ...], str]) -> None:
    """Add the drop-downs of the sheet's columns, from the second row on."""
    for number, column in enumerate(sheet.columns, start=1):
        field = FIELDS[sheet.name][column.name]
        letter = get_column_letter(number)
        _offer(worksheet, field, f"{letter}2:{letter}{ROWS}", ranges)


def add_setting_drop_down(worksheet: Worksheet, setting: str, cell: str, ranges: dict[tuple[str, ...], str]) -> None:
    """Add the drop-down of one setting of the sheet Program."""
    if setting in SETTING_NOTES:
        _offer(worksheet, SETTING_NOTES[setting], cell, ranges)


def _offer(worksheet: Worksheet, field: Field, cells: str, ranges: dict[tuple[str, ...], str]) -> None:
    if not field.offers:
        return
    source = _column_range(field.offers) if isinstance(field.offers, str) else ranges[field.offers]
    rule = DataValidation(type="list", formula1=source, allow_blank=True)
    # A cell that may name several, and spellings the reader also knows (`y`, `monday`), are not refused.
    rule.showErrorMessage = not field.several
    rule.errorStyle = "warning"
    rule.errorTitle = "Not in the list"
    rule.error = "This value is not in the list. Keep it all the same?"
    rule.add(cells)
    worksheet.add_data_validation(rule)


def _column_range(address: str) -> str:
    """`Clinicians!Clinician` as a formula for the cells below that header."""
    title, _, column = address.partition("!")
    sheet = sheet_named(title)
    if sheet is None:
        raise ValueError(f"no sheet {title}")
    letter = get_column_letter(sheet.column_names.index(column) + 1)
    return f"'{title}'!${letter}$2:${letter}${ROWS}"


def _own_lists() -> list[tuple[str, ...]]:
    fields = [FIELDS[sheet.name][column.name] for sheet in SHEETS for column in sheet.columns]
    found: list[tuple[str, ...]] = []
    for field in [*fields, *SETTING_NOTES.values()]:
        if isinstance(field.offers, tuple) and field.offers and field.offers not in found:
            found.append(field.offers)
    return found
