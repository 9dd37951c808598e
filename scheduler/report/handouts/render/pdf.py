"""Hand-outs as PDF, with a font inside that prints accents, Greek and Cyrillic on every machine."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.pagesizes import landscape, letter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate
from reportlab.platypus.doctemplate import LayoutError

from scheduler.report.handouts.document import Document
from scheduler.report.handouts.render.flow import BOLD, FONT, FRAME, MARGIN, Flow
from scheduler.report.handouts.render.texts import printable

SMALLEST = 7
"""Points; below that a posted sheet goes on to a second page instead."""

# Plain compressed streams: a quarter smaller and faster than as ASCII text.
rl_config.useA85 = 0


def render(document: Document) -> bytes:
    """The document as one PDF file on letter paper; the same document gives the same bytes."""
    _fonts()
    content, sheets = _built(document)
    while document.one_sheet and sheets > 1 and document.points > SMALLEST:
        document = replace(document, points=document.points - 1)
        content, sheets = _built(document)
    return content


def _built(document: Document) -> tuple[bytes, int]:
    """The file and its number of sheets."""
    try:
        return _laid_out(document, whole=True)
    except LayoutError:
        # A day, or a single row, is longer than a page: then they are broken where the page ends.
        return _laid_out(document, whole=False)


def _laid_out(document: Document, whole: bool) -> tuple[bytes, int]:
    size = landscape(letter) if document.landscape else letter
    stream = BytesIO()
    template = SimpleDocTemplate(
        stream,
        pagesize=size,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN + 8,
        bottomMargin=MARGIN,
        title=printable(document.title),
        author="",
        invariant=1,
    )
    flow = Flow(document, size[0] - 2 * (MARGIN + FRAME), whole)
    story: list[Flowable] = []
    for page in document.pages:
        story += [*flow.page(page), PageBreak()]
    template.build(story[:-1], onFirstPage=flow.margins, onLaterPages=flow.margins)
    return stream.getvalue(), template.page


@cache
def _fonts() -> None:
    folder = files("scheduler.report.handouts.fonts")
    for name in (FONT, BOLD):
        with as_file(folder.joinpath(f"{name}.ttf")) as path:
            pdfmetrics.registerFont(TTFont(name, path))
    pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=BOLD, italic=FONT, boldItalic=BOLD)
