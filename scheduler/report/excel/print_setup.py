"""How a sheet comes out of the printer."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.domain.week import Week
from scheduler.report.excel.cells import clean

_LONGEST_HEADER = 200
LETTER = 1


@dataclass(frozen=True, slots=True)
class PageHead:
    """What stands above every page, left and right of the name of its sheet."""

    left: str
    right: str


def head_of(week: Week) -> PageHead:
    """The program and the week."""
    return PageHead(week.program.name, week_of(week))


def week_of(week: Week) -> str:
    """Such as `Week of Mon 23 Nov 2026`."""
    monday = week.program.monday
    return f"Week of Mon {monday.day} {monday:%b} {monday.year}"


def set_up_print(sheet: Worksheet, head: PageHead, *, title_rows: str | None = None, pages_high: int = 0) -> None:
    """Landscape, as wide as the page, its area what is filled, head and page numbers on every page.

    pages_high 0: as many pages as it takes.
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = LETTER
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = pages_high
    sheet.print_area = f"A1:{get_column_letter(sheet.max_column)}{sheet.max_row}"
    if title_rows is not None:
        sheet.print_title_rows = title_rows
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.65, 0.6
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    sheet.oddHeader.left.text = _escaped(head.left)
    sheet.oddHeader.center.text = _escaped(sheet.title)
    sheet.oddHeader.right.text = _escaped(head.right)
    sheet.oddFooter.left.text = "Confidential: client information"
    sheet.oddFooter.right.text = "Page &P of &N"


def _escaped(text: str) -> str:
    """In a header `&` begins a code; two of them are one."""
    return clean(text)[:_LONGEST_HEADER].replace("&", "&&")
