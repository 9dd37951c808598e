"""One page of a hand-out as a worksheet that prints like the page."""

from __future__ import annotations

from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from scheduler.report.handouts.document import Cell, Document, Entry, Page, Row, Table
from scheduler.report.handouts.render.texts import between, flat, printable

FONT = "Calibri"
LETTER = 1
PORTRAIT, LANDSCAPE = 92, 128
"""Characters of the normal font across a letter page."""
TALLEST = 409
"""Points; Excel refuses a taller row."""

_LINE = Side(style="thin", color="777777")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="E9EDF2")
_FLAG = PatternFill("solid", fgColor="FDE8E4")


class Sheet:
    """A worksheet while it is being filled from the top."""

    def __init__(self, sheet: Any, document: Document, page: Page) -> None:
        self.sheet = sheet
        self.document = document
        self.page = page
        self.size = document.points + 1
        self.row = 0
        self.widths = _widths(page, LANDSCAPE if document.landscape else PORTRAIT)

    def fill(self) -> None:
        """Write the whole page."""
        for position, width in enumerate(self.widths, 1):
            self.sheet.column_dimensions[get_column_letter(position)].width = width
        self._line(self.document.header, self._font(-1, color="444444"))
        self._line(self.page.title, self._font(6, bold=True))
        for label, value in self.page.facts:
            self._line(f"{label}: {value}", self._font())
        for table in self.page.tables:
            self._table(table)
        self.row += 1
        for note in self.page.notes:
            self._line(note, self._font())
        self._print_setup()

    def _font(self, more: int = 0, **options: Any) -> Font:
        return Font(name=FONT, size=self.size + more, **options)

    def _line(self, text: str, font: Font) -> None:
        """A line of text that may run across all columns."""
        self.row += 1
        self._put(1, text).font = font
        self._height(1, font.size)

    def _table(self, table: Table) -> None:
        self.row += 1
        if table.title:
            self._line(table.title, self._font(1, bold=True))
        self._cells(table, tuple(column.title for column in table.columns), self._font(bold=True), _HEAD)
        for number, row in enumerate(table.rows):
            if table.is_band(row):
                self._line(flat(row[0]), self._font(1, bold=True))
                continue
            flagged = number in table.flagged
            self._cells(table, row, self._font(bold=flagged), _FLAG if flagged else None)
            if table.tall:
                self._height(1, self.size * 1.8)

    def _cells(self, table: Table, row: Row, font: Font, fill: PatternFill | None) -> None:
        """One row of cells; a table with fewer columns than the sheet gives the rest to its last one."""
        self.row += 1
        spare = len(self.widths) - len(row)
        lines = 1
        for position, value in enumerate(row, 1):
            last = position == len(row)
            cell = self._put(position, value)
            cell.font, cell.border = font, _BOX
            centred = "center" if table.centred and position > 2 else None
            cell.alignment = Alignment(horizontal=centred, vertical="top", wrap_text=True)
            if fill:
                cell.fill = fill
            width = self.widths[position - 1] + (sum(self.widths[position:]) if last else 0)
            lines = max(lines, _lines(flat(value), width * 11 / self.size))
        if spare > 0:
            self.sheet.merge_cells(
                start_row=self.row, end_row=self.row, start_column=len(row), end_column=len(self.widths)
            )
        self._height(lines, self.size)

    def _put(self, column: int, value: Cell) -> Any:
        """Set a cell; text stays text whatever it begins with, also when somebody edits it later (quotePrefix)."""
        cell = self.sheet.cell(self.row, column)
        if isinstance(value, int | float):
            cell.value = value
        elif text := flat(value):
            cell.value = text
            cell.data_type = "s"
            cell.quotePrefix = text[0] in "=+-@"
            if isinstance(value, tuple):
                cell.value = self._rich(value)
        return cell

    def _rich(self, entries: tuple[Entry, ...]) -> CellRichText:
        """The same text as `flat`, the heads bold."""
        bold = InlineFont(rFont=FONT, sz=self.size, b=True)
        plain = InlineFont(rFont=FONT, sz=self.size)
        parts: list[TextBlock] = []
        for n, entry in enumerate(entries):
            rest = flat((entry,))[len(printable(entry.head)) :]
            gap = between(entries) if n < len(entries) - 1 else ""
            parts += [TextBlock(bold, printable(entry.head)), *([TextBlock(plain, rest + gap)] if rest + gap else [])]
        return CellRichText(*parts)

    def _height(self, lines: int, size: float) -> None:
        # Set outright: not every office program measures wrapped text when it opens a file.
        self.sheet.row_dimensions[self.row].height = min(TALLEST, round(lines * size * 1.32 + 3, 1))

    def _print_setup(self) -> None:
        sheet = self.sheet
        sheet.page_setup.orientation = "landscape" if self.document.landscape else "portrait"
        sheet.page_setup.paperSize = LETTER
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 1 if self.document.one_sheet else 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.page_margins.top, sheet.page_margins.bottom, sheet.page_margins.footer = 0.6, 0.8, 0.4
        sheet.sheet_view.showGridLines = False
        sheet.oddFooter.left.text = self.document.footer.replace("&", "&&")
        sheet.oddFooter.right.text = "Page &P of &N"


def _widths(page: Page, across: int) -> list[float]:
    """Column widths in characters, together as wide as the paper, that suit all tables of the page."""
    columns = max((len(table.columns) for table in page.tables), default=1)
    shares = [0.0] * columns
    for table in page.tables:
        total = sum(column.width for column in table.columns)
        own = [column.width / total for column in table.columns]
        for position, share in enumerate(own if len(own) == columns else own[:-1]):
            shares[position] = max(shares[position], share)
    return [round(across * share / (sum(shares) or 1), 1) or across for share in shares]


def _lines(text: str, width: float) -> int:
    """How many lines the text takes in a column of so many characters."""
    return sum(max(1, -(-len(line) // max(1, int(width * 0.95)))) for line in text.split("\n"))
