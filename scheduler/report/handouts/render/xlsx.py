"""Hand-outs as Excel workbooks: a sheet for each page, ready to print."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook

from scheduler.report.handouts.document import Document
from scheduler.report.handouts.render.sheet import Sheet
from scheduler.report.handouts.render.texts import printable


def render(document: Document) -> bytes:
    """The document as one .xlsx file. Text stays text, whatever it begins with."""
    book = Workbook()
    book.remove(book.active)
    titles: set[str] = set()
    for page in document.pages:
        Sheet(book.create_sheet(_sheet_title(page.title, titles)), document, page).fill()
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
    number, candidate = 1, safe[:31].strip(" '")
    while candidate.casefold() in taken or candidate.casefold() == "history":
        number += 1
        candidate = f"{safe[: 30 - len(str(number))]} {number}"
    taken.add(candidate.casefold())
    return candidate
