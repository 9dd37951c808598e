"""How the sheets of a written workbook look: header, notes, widths, print."""

from __future__ import annotations

from datetime import time

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.workbook.sheets import Column, Sheet
from scheduler.workbook.template_fields import FIELDS

HEADER_FILL = "1F4E78"
REQUIRED_FILL = "1F4E78"
LIGHT_FILL = "D6E4F0"
FONT = "Calibri"
_LINE = Side(style="thin", color="9DB4CA")
_HAIR = Side(style="hair", color="B8C7D6")
_WIDEST = 44
_ONE_PAGE = 14
"""Columns that are still readable on one page's width."""


def note(text: str) -> Comment:
    """A cell's note, sized to its text."""
    comment = Comment(text, "scheduler")
    comment.width = 280
    comment.height = 24 + 18 * (1 + len(text) // 38 + text.count("\n"))
    return comment


def column_note(sheet: Sheet, column: Column) -> str:
    """What a header cell's note says: the meaning, then whether it is required or what a blank means."""
    meaning = FIELDS[sheet.name][column.name].note
    if column.required:
        return f"{meaning}\nRequired."
    return f"{meaning}\nBlank: {column.blank}." if column.blank else meaning


def style_header(worksheet: Worksheet, sheet: Sheet) -> None:
    """Write and style the header row, and format the columns below it."""
    for number, column in enumerate(sheet.columns, start=1):
        cell = worksheet.cell(1, number, column.name)
        cell.fill = PatternFill("solid", fgColor=REQUIRED_FILL if column.required else LIGHT_FILL)
        cell.font = Font(name=FONT, bold=True, color="FFFFFF" if column.required else "1F3044")
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="left")
        cell.border = Border(bottom=_LINE, right=_LINE)
        cell.comment = note(column_note(sheet, column))
        # The column's own format reaches the rows that a coordinator adds.
        worksheet.column_dimensions[get_column_letter(number)].number_format = FIELDS[sheet.name][column.name].form
    worksheet.row_dimensions[1].height = 32
    worksheet.freeze_panes = "B2" if len(sheet.columns) > 6 else "A2"


def fit_columns(worksheet: Worksheet, sheet: Sheet) -> None:
    """Set each column's width to its longest cell; a header may break into two lines."""
    for number, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(number)
        shown = [_shown(cell.value) for cell in worksheet[letter][1:]]
        header = max(len(word) for word in column.name.split()) + 3
        half = len(column.name) // 2 + 4
        width = max([header, half, 8, *(len(text) + 2 for text in shown)])
        worksheet.column_dimensions[letter].width = min(_WIDEST, width)


def style_rows(worksheet: Worksheet) -> None:
    """Text to the left, long text on several lines, all else in the middle."""
    for number, row in enumerate(worksheet.iter_rows(min_row=2), start=2):
        lines = max(-(-len(_shown(cell.value)) // (_WIDEST - 4)) for cell in row)
        if lines > 1:
            worksheet.row_dimensions[number].height = 15.0 * lines
        for cell in row:
            is_text = cell.data_type == "s" or cell.value is None
            long = is_text and len(_shown(cell.value)) > _WIDEST
            cell.alignment = Alignment(horizontal="left" if is_text else "center", vertical="top", wrap_text=long)
            cell.border = Border(bottom=_HAIR)


def set_up_print(worksheet: Worksheet) -> None:
    """Landscape, the header and the first column on every page, page numbers."""
    worksheet.page_setup.orientation = "landscape"
    wide = worksheet.max_column > _ONE_PAGE
    worksheet.page_setup.fitToWidth = 2 if wide else 1
    if wide:
        worksheet.print_title_cols = "A:A"
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr.fitToPage = True
    worksheet.print_title_rows = "1:1"
    worksheet.oddFooter.left.text = "&A"
    worksheet.oddFooter.right.text = "Page &P of &N"


def _shown(value: object) -> str:
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return "" if value is None else str(value)
