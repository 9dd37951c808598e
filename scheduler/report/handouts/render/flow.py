"""Pages of a hand-out as the flowing pieces that the PDF library lays out."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer
from reportlab.platypus import Table as Grid

from scheduler.report.handouts.document import Cell, Document, Entry, Page, Row, Table
from scheduler.report.handouts.render.texts import flat, number, printable
from scheduler.report.web import web_address

FONT, BOLD = "DejaVuSansCondensed", "DejaVuSansCondensed-Bold"
MARGIN, FRAME = 36, 6
LEADING = 1.25
ROWS_KEPT = 8
"""A day or table of so few rows is not broken over pages."""
GREY = HexColor("#444444")


class Flow:
    """Turns pages into reportlab's flowing pieces, in the document's print size; whole: days are kept on one page."""

    def __init__(self, document: Document, width: float, whole: bool) -> None:
        self.document = document
        self.width = width
        self.whole = whole
        self.size = document.points
        self.text = self._style(self.size)
        self.right = self._style(self.size, alignment=2)
        self.middle = self._style(self.size, alignment=1)
        self.bold = self._style(self.size, fontName=BOLD)
        self.head = self._style(self.size * 0.9, fontName=BOLD)
        self.heading = self._style(self.size + 2, fontName=BOLD, spaceBefore=self.size, spaceAfter=3)
        self.band = self._style(self.size + 1, fontName=BOLD, spaceBefore=self.size)
        self.later = self._style(self.size, spaceBefore=self.size * 0.5)
        self.title = self._style(self.size + 9, fontName=BOLD, spaceAfter=self.size * 0.6)

    @staticmethod
    def _style(size: float, **options: Any) -> ParagraphStyle:
        return ParagraphStyle("", **{"fontName": FONT, "fontSize": size, "leading": size * LEADING, **options})

    def margins(self, canvas: Any, template: Any) -> None:
        """The header and footer of one printed page."""
        width, height = template.pagesize
        canvas.setFont(FONT, 8)
        canvas.setFillColor(GREY)
        canvas.drawString(MARGIN + FRAME, height - MARGIN + 6, printable(self.document.header)[:120])
        canvas.drawString(MARGIN + FRAME, MARGIN - 18, self.document.footer)
        canvas.drawRightString(width - MARGIN - FRAME, MARGIN - 18, f"Page {canvas.getPageNumber()}")

    def page(self, page: Page) -> list[Flowable]:
        pieces: list[Flowable] = [Paragraph(_xml(page.title), self.title)]
        pieces += [Paragraph(f"{_xml(label)}: <b>{_xml(value)}</b>", self.text) for label, value in page.facts]
        for table in page.tables:
            pieces += self._table(table)
        pieces += [Spacer(1, self.size)] if page.notes else []
        return pieces + [Paragraph(_xml(note), self.text) for note in page.notes]

    def _table(self, table: Table) -> list[Flowable]:
        total = sum(column.width for column in table.columns)
        widths = [self.width * column.width / total for column in table.columns]
        rows: list[list[Any]] = [[Paragraph(_xml(column.title), self.head) for column in table.columns]]
        rows += [self._row(table, n, row, widths) for n, row in enumerate(table.rows)]
        grid = Grid(rows, widths, repeatRows=1, style=self._lines(table), splitInRow=0 if self.whole else 1)
        if not table.title:
            return [Spacer(1, self.size), grid]
        heading = Paragraph(_xml(table.title), self.heading)
        kept = self.whole and len(table.rows) <= ROWS_KEPT
        return [KeepTogether([heading, grid])] if kept else [heading, grid]

    def _lines(self, table: Table) -> list[tuple[Any, ...]]:
        pad = self.size * 0.3
        above, below = (pad * 2, pad * 2.3) if table.tall else (pad * 0.6, pad * 0.9)
        flags = [("BACKGROUND", (0, n + 1), (-1, n + 1), HexColor("#fde8e4")) for n in sorted(table.flagged)]
        return [
            ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#777777")),
            ("BACKGROUND", (0, 0), (-1, 0), HexColor("#e9edf2")),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if table.tall else "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), pad), ("RIGHTPADDING", (0, 0), (-1, -1), pad),
            ("TOPPADDING", (0, 0), (-1, 0), pad * 0.6), ("BOTTOMPADDING", (0, 0), (-1, 0), pad * 0.9),
            ("TOPPADDING", (0, 1), (-1, -1), above), ("BOTTOMPADDING", (0, 1), (-1, -1), below),
            ("FONT", (0, 1), (-1, -1), FONT, self.size, self.size * LEADING),
            *flags,
            *_bands(table, self.whole),
        ]  # fmt: skip

    def _row(self, table: Table, position: int, row: Row, widths: list[float]) -> list[Any]:
        if table.is_band(row):
            return [Paragraph(_xml(flat(row[0])), self.band), *[""] * (len(widths) - 1)]
        text = self.bold if position in table.flagged else self.text
        middle = self.middle if table.centred else text
        return [
            self._cell(c, width, middle if n > 1 else text)
            for n, (c, width) in enumerate(zip(row, widths, strict=True))
        ]

    def _cell(self, cell: Cell, width: float, style: ParagraphStyle) -> Any:
        if isinstance(cell, tuple):
            return [Paragraph(_entry(entry), self.later if n else self.text) for n, entry in enumerate(cell)]
        if not isinstance(cell, str):
            return Paragraph(number(cell), self.right)
        text = printable(cell)
        # A text of one plain line needs no paragraph, which is what takes the time.
        one_line = "\n" not in text and stringWidth(text, FONT, self.size) < width - self.size
        return text if style is self.text and one_line else Paragraph(_xml(text), style)


def _bands(table: Table, whole: bool) -> list[tuple[Any, ...]]:
    """Bands reach across, and a day of few rows stays on one page with its band."""
    starts = [n for n, row in enumerate(table.rows, 1) if table.is_band(row)]
    styles: list[tuple[Any, ...]] = []
    for n, following in pairwise([*starts, len(table.rows) + 1]):
        styles += [
            ("SPAN", (0, n), (-1, n)),
            ("BACKGROUND", (0, n), (-1, n), HexColor("#f7f8fa")),
            ("TOPPADDING", (0, n), (-1, n), 5),
        ]
        if whole:
            styles.append(("NOSPLIT", (0, n), (0, following - 1 if following - n <= ROWS_KEPT else n + 1)))
    return styles


def _entry(entry: Entry) -> str:
    lines = [f"<b>{_xml(entry.head)}</b>", *(_xml(note) for note in entry.notes)]
    if entry.link:
        address = web_address(entry.link)
        shown = _xml(entry.link)
        lines.append(f'<link href={quoteattr(address)} color="#0b4a8f">{shown}</link>' if address else shown)
    return "<br/>".join(lines)


def _xml(text: str) -> str:
    return escape(printable(text))
