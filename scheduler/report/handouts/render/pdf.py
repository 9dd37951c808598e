"""Hand-outs as PDF, with a font inside that prints accents, Greek and Cyrillic on every machine."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from io import BytesIO
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import landscape, letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as Grid

from scheduler.report.handouts.document import Cell, Document, Entry, Page, Table
from scheduler.report.handouts.render.texts import flat, number, printable
from scheduler.report.web import web_address

FONT, BOLD = "DejaVuSansCondensed", "DejaVuSansCondensed-Bold"
MARGIN = 40
FRAME = 6
ROWS_KEPT = 8
GREY, INK = HexColor("#444444"), HexColor("#111111")


def render(document: Document) -> bytes:
    """The document as one PDF file on letter paper; the same document gives the same bytes."""
    _fonts()
    size = landscape(letter) if document.landscape else letter
    stream = BytesIO()
    template = SimpleDocTemplate(
        stream, pagesize=size, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN + 8, bottomMargin=MARGIN,
        title=printable(document.title), author="", invariant=1,
    )  # fmt: skip
    writer = _Writer(document, size[0] - 2 * (MARGIN + FRAME))
    story: list[Flowable] = []
    for page in document.pages:
        story += [*writer.page(page), PageBreak()]
    template.build(story[:-1], onFirstPage=writer.margins, onLaterPages=writer.margins)
    return stream.getvalue()


@cache
def _fonts() -> None:
    folder = files("scheduler.report.handouts.fonts")
    for name in (FONT, BOLD):
        with as_file(folder.joinpath(f"{name}.ttf")) as path:
            pdfmetrics.registerFont(TTFont(name, path))
    pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=BOLD, italic=FONT, boldItalic=BOLD)


class _Writer:
    """Turns pages into reportlab's flowing pieces, in the document's print size."""

    def __init__(self, document: Document, width: float) -> None:
        self.document = document
        self.width = width
        self.size = document.points
        self.text = self._style(self.size)
        self.right = self._style(self.size, alignment=2)
        self.middle = self._style(self.size, alignment=1)
        self.bold = self._style(self.size, fontName=BOLD)
        self.heading = self._style(self.size + 2, fontName=BOLD, spaceBefore=self.size, spaceAfter=3)
        self.band = self._style(self.size + 1, fontName=BOLD, spaceBefore=self.size)
        self.later = self._style(self.size, spaceBefore=self.size * 0.5)
        self.title = self._style(self.size + 9, fontName=BOLD, spaceAfter=self.size * 0.6)

    @staticmethod
    def _style(size: float, **options: Any) -> ParagraphStyle:
        return ParagraphStyle("", **{"fontName": FONT, "fontSize": size, "leading": size * 1.3, **options})

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
        rows = [[Paragraph(_xml(column.title), self.bold) for column in table.columns]]
        rows += [
            [Paragraph(_xml(flat(row[0])), self.band), *[""] * (len(table.columns) - 1)]
            if table.is_band(row)
            else [self._cell(table, cell, position, n in table.flagged) for position, cell in enumerate(row)]
            for n, row in enumerate(table.rows)
        ]
        heights = [None, *[self.size * 2.6] * len(table.rows)] if table.tall else None
        grid = Grid(
            rows, [self.width * column.width / total for column in table.columns], heights, repeatRows=1,
            style=self._lines(table),
        )  # fmt: skip
        if not table.title:
            return [Spacer(1, self.size), grid]
        heading = Paragraph(_xml(table.title), self.heading)
        return [KeepTogether([heading, grid])] if len(table.rows) <= ROWS_KEPT else [heading, grid]

    def _lines(self, table: Table) -> list[tuple[Any, ...]]:
        pad = self.size * 0.3
        flags = [("BACKGROUND", (0, n + 1), (-1, n + 1), HexColor("#fde8e4")) for n in sorted(table.flagged)]
        return [
            ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#777777")),
            ("BACKGROUND", (0, 0), (-1, 0), HexColor("#e9edf2")),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if table.tall else "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), pad), ("RIGHTPADDING", (0, 0), (-1, -1), pad),
            ("TOPPADDING", (0, 0), (-1, -1), pad * 0.6), ("BOTTOMPADDING", (0, 0), (-1, -1), pad * 0.9),
            *flags,
            *_bands(table),
        ]  # fmt: skip

    def _cell(self, table: Table, cell: Cell, position: int, flagged: bool) -> Any:
        if isinstance(cell, tuple):
            return [Paragraph(_entry(entry), self.later if n else self.text) for n, entry in enumerate(cell)]
        if cell == "":
            return ""
        if not isinstance(cell, str):
            return Paragraph(number(cell), self.right)
        style = self.bold if flagged else self.middle if table.centred and position > 1 else self.text
        return Paragraph(_xml(cell), style)


def _bands(table: Table) -> list[tuple[Any, ...]]:
    """Bands reach across, and a day of few rows stays on one page with its band."""
    starts = [n for n, row in enumerate(table.rows, 1) if table.is_band(row)]
    styles: list[tuple[Any, ...]] = []
    for n, following in pairwise([*starts, len(table.rows) + 1]):
        styles += [
            ("SPAN", (0, n), (-1, n)),
            ("BACKGROUND", (0, n), (-1, n), HexColor("#f7f8fa")),
            ("TOPPADDING", (0, n), (-1, n), 5),
            ("NOSPLIT", (0, n), (0, following - 1 if following - n <= ROWS_KEPT else n + 1)),
        ]
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
