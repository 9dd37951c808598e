"""The first sheet of a written workbook: what it is and how it is filled in."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.workbook.template_style import FONT, HEADER_FILL, LIGHT_FILL, REQUIRED_FILL

README = "Read me"

_HOW = (
    "One workbook describes one site for one week. Each sheet is a table; the first row is its header.",
    "Fill in Program (the week), Tracks, Phases, Groups, Clinicians, Clinician hours, Rooms and Clients. "
    "The other sheets may stay empty.",
    "Point at a header: its note says what the column means and what a blank cell stands for.",
    "Names (tracks, phases, groups, clinicians, rooms, clients) are defined once, in their own sheet, and chosen "
    "from drop-downs elsewhere. Several names in one cell are separated by commas.",
    "Times: 9:00 or 5:30 PM. Days: Mon-Fri, or Mon, Wed, Fri. Hours: 9 or 1.5. Dates: 2026-11-30.",
    "A group without Start may be placed at any time inside its tracks; the program finds the best one.",
    "Then run: scheduler solve THIS-FILE.xlsx - the schedule is written to another file; this one is never changed.",
    "Sheets and columns of your own are ignored, so keep notes where you like.",
)


def add_read_me(book: Workbook, title: str, about: Sequence[str]) -> None:
    """Add the sheet Read me: the title, what this workbook is, how to fill it in, and the colours' meaning."""
    sheet = book.create_sheet(README)
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 4
    sheet.column_dimensions["B"].width = 105
    sheet["A1"].value = title
    sheet["A1"].font = Font(name=FONT, bold=True, size=16)
    line = 3
    for text in about:
        line = _paragraph(sheet, line, text)
    line = _heading(sheet, line + 1, "How to fill it in")
    for text in _HOW:
        line = _paragraph(sheet, line, text)
    line = _heading(sheet, line + 1, "Header colours")
    for fill, text in ((REQUIRED_FILL, "required in every row"), (LIGHT_FILL, "optional")):
        sheet.cell(line, 1).fill = PatternFill("solid", fgColor=fill)
        line = _paragraph(sheet, line, text)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _heading(sheet: Worksheet, line: int, text: str) -> int:
    cell = sheet.cell(line, 1, text)
    cell.font = Font(name=FONT, bold=True, color=HEADER_FILL)
    return line + 1


def _paragraph(sheet: Worksheet, line: int, text: str) -> int:
    cell = sheet.cell(line, 2, text)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[line].height = 15.0 * (1 + len(text) // 115)
    return line + 1
