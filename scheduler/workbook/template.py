"""Write an input workbook: every sheet of the contract in order, notes, drop-downs, and the rows given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl.styles import Alignment
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.workbook.sheets import PROGRAM, SETTINGS, SHEETS, Sheet, column_named, key, sheet_named
from scheduler.workbook.template_fields import DATE, FIELDS, NUMBER, SETTING_NOTES, TEXT
from scheduler.workbook.template_lists import add_drop_downs, add_lists_sheet, add_setting_drop_down
from scheduler.workbook.template_package import package
from scheduler.workbook.template_readme import add_read_me
from scheduler.workbook.template_style import fit_columns, note, set_up_print, style_header, style_rows

Rows = Sequence[Mapping[str, object]]


def write_workbook(path: Path | str, sheets: Mapping[str, Rows], about: Sequence[str] = ()) -> None:
    """Write an input workbook whose sheets hold the given rows ({column: value}); sheets not given are empty.

    about: paragraphs for the sheet Read me. The same rows give the same bytes. Raises ValueError for a sheet or
    column that the contract does not name, OSError where the file cannot be written.
    """
    Path(path).write_bytes(workbook_bytes(sheets, about))


def write_template(path: Path | str) -> None:
    """Write a blank workbook: every sheet with its header, every setting with its default as a note."""
    settings = [{"Setting": setting.name} for setting in SETTINGS]
    write_workbook(path, {PROGRAM.name: settings}, ("A blank workbook for one site and one week.",))


def workbook_bytes(sheets: Mapping[str, Rows], about: Sequence[str] = ()) -> bytes:
    """The file that `write_workbook` writes, as bytes."""
    rows = _rows_by_sheet(sheets)
    book = Workbook()
    book.remove(book.active)
    add_read_me(book, _title(rows[PROGRAM.name]), about)
    worksheets = [(book.create_sheet(sheet.name), sheet) for sheet in SHEETS]
    ranges = add_lists_sheet(book)
    for worksheet, sheet in worksheets:
        style_header(worksheet, sheet)
        _write_rows(worksheet, sheet, rows[sheet.name])
        style_rows(worksheet)
        if sheet is PROGRAM:
            _style_settings(worksheet, ranges)
        else:
            add_drop_downs(worksheet, sheet, ranges)
            worksheet.auto_filter.ref = worksheet.dimensions
        fit_columns(worksheet, sheet)
        set_up_print(worksheet)
    return package(book)


def _rows_by_sheet(sheets: Mapping[str, Rows]) -> dict[str, Rows]:
    result: dict[str, Rows] = {sheet.name: () for sheet in SHEETS}
    for name, rows in sheets.items():
        sheet = sheet_named(name)
        if sheet is None:
            raise ValueError(f"the contract names no sheet {name}")
        result[sheet.name] = rows
    return result


def _title(settings: Rows) -> str:
    names = [row.get("Value") for row in settings if row.get("Setting") == "Program"]
    return str(names[0]) if names and names[0] else "Program and week"


def _write_rows(worksheet: Worksheet, sheet: Sheet, rows: Rows) -> None:
    position = {name: number for number, name in enumerate(sheet.column_names, start=1)}
    for number, row in enumerate(rows, start=2):
        for name, value in row.items():
            column = column_named(sheet, name)
            if column is None:
                raise ValueError(f"sheet {sheet.name} has no column {name}")
            if value is not None:
                _write_cell(worksheet, number, position[column], value, FIELDS[sheet.name][column].form)


def _write_cell(worksheet: Worksheet, row: int, column: int, value: object, form: str) -> None:
    cell = worksheet.cell(row, column, value)
    if isinstance(value, str):
        # A text that begins with `=` stays a text.
        cell.data_type = "s"
        cell.number_format = TEXT
    elif isinstance(value, date):
        cell.number_format = DATE
    else:
        cell.number_format = form if form != TEXT else NUMBER


def _style_settings(worksheet: Worksheet, ranges: dict[tuple[str, ...], str]) -> None:
    """Notes, formats and drop-downs of the settings, which are rows rather than columns."""
    defaults = {key(setting.name): setting for setting in SETTINGS}
    for number in range(2, worksheet.max_row + 1):
        setting = defaults.get(key(str(worksheet.cell(number, 1).value)))
        if setting is None:
            continue
        field = SETTING_NOTES[setting.name]
        blank = "Required." if setting.required else f"Blank: {setting.blank}."
        worksheet.cell(number, 1).comment = note(f"{field.note}\n{blank}")
        value = worksheet.cell(number, 2)
        value.alignment = Alignment(horizontal="left")
        if field.form == DATE:
            value.number_format = DATE
        add_setting_drop_down(worksheet, setting.name, f"B{number}", ranges)
