"""Hand-outs as Excel workbooks: a sheet for each page, ready to print."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from scheduler.report.handouts.document import Cell, Document, Page, Table
from scheduler.report.handouts.render.texts import flat, printable

_LINE = Side(style="thin", color="777777")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="E9EDF2")
_FLAG = PatternFill("solid", fgColor="FDE8E4")
_LETTER = 1
PORTRAIT, LANDSCAPE = 88, 125
"""Characters of the normal font across a letter page."""


def render(document: Document) -> bytes:
    """The document as one .xlsx file. Text stays text, whatever it begins with."""
    book = Workbook()
    book.remove(book.active)
    titles: set[str] = set()
    for page in document.pages:
        _Sheet(book.create_sheet(_sheet_title(page.title, titles)), document).write(page)
    # The file says when it is for, not when and by whom it was made.
    book.properties.creator = ""
    book.properties.title = printable(document.title)
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet_title(title: str, taken: set[str]) -> str:
    """At most 31 characters, none that Excel forbids, no two alike."""
    safe = re.sub(r"[\[\]:*?/\\]", "-", printable(title)).strip(" '") or "Page"
    number, candidate = 1, safe[:31]
    while candidate.casefold() in taken or candidate.casefold() == "history":
        number += 1
        candidate = f"{safe[: 30 - len(str(number))]} {number}"
    taken.add(candidate.casefold())
    return candidate


class _Sheet:
    """One sheet while it is being filled from the top."""

    def __init__(self, sheet: Any, document: Document) -> None:
        self.sheet = sheet
        self.document = document
        self.size = document.points + 1
        self.row = 0

    def write(self, page: Page) -> None:
        columns = max((len(table.columns) for table in page.tables), default=2)
        self._line(self.document.header, Font(size=self.size - 1, color="444444"))
        self._line(page.title, Font(size=self.size + 6, bold=True))
        for label, value in page.facts:
            self._line(f"{label}: {value}", Font(size=self.size))
        self._widths(page, columns)
        for table in page.tables:
            self._table(table)
        self.row += 1
        for note in page.notes:
            self._line(note, Font(size=self.size))
        self._print_setup()

    def _line(self, text: str, font: Font) -> None:
        self.row += 1
        self._put(1, text).font = font

    def _put(self, column: int, value: Cell) -> Any:
        cell = self.sheet.cell(self.row, column)
        if isinstance(value, int | float):
            cell.value = value
            return cell
        text = flat(value)
        if text:
            cell.value = text
            cell.data_type = "s"
            # Kept as text even when somebody edits the cell later.
            cell.quotePrefix = text[0] in "=+-@"
        return cell

    def _widths(self, page: Page, columns: int) -> None:
        across = (LANDSCAPE if self.document.landscape else PORTRAIT) * 11 / self.size
        for position in range(columns):
            shares = [
                table.columns[position].width / sum(c.width for c in table.columns)
                for table in page.tables
                if position < len(table.columns)
            ]
            width = max(shares, default=1 / columns) * across
            self.sheet.column_dimensions[get_column_letter(position + 1)].width = round(width * self.size / 11, 1)

    def _table(self, table: Table) -> None:
        self.row += 1
        if table.title:
            self._line(table.title, Font(size=self.size + 1, bold=True))
        self.row += 1
        for position, column in enumerate(table.columns, 1):
            self._dress(self._put(position, column.title), Font(size=self.size, bold=True), _HEAD)
        for number, cells in enumerate(table.rows):
            self.row += 1
            if table.is_band(cells):
                self._put(1, cells[0]).font = Font(size=self.size + 1, bold=True)
                continue
            flagged = number in table.flagged
            for position, value in enumerate(cells, 1):
                cell = self._put(position, value)
                self._dress(cell, Font(size=self.size, bold=flagged), _FLAG if flagged else None)
                if table.centred and position > 2:
                    cell.alignment = Alignment(horizontal="center", vertical="top", wrap_text=True)
            if table.tall:
                self.sheet.row_dimensions[self.row].height = 26

    @staticmethod
    def _dress(cell: Any, font: Font, fill: PatternFill | None) -> None:
        cell.font, cell.border = font, _BOX
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if fill:
            cell.fill = fill

    def _print_setup(self) -> None:
        sheet = self.sheet
        sheet.page_setup.orientation = "landscape" if self.document.landscape else "portrait"
        sheet.page_setup.paperSize = _LETTER
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.sheet_view.showGridLines = False
        sheet.oddFooter.left.text = self.document.footer.replace("&", "&&")
        sheet.oddFooter.right.text = "Page &P of &N"
