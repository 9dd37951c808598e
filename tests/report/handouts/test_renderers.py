"""Each format read back: the same text, no formula, no script, the font inside."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from scheduler.report.handouts.document import Column, Document, Entry, Page, Table
from scheduler.report.handouts.documents import documents
from scheduler.report.handouts.render import html, pdf, xlsx
from tests.report import site

WORDS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    'Zoë "O\'Brien" <b>&amp;',
    "</script><script>alert(1)</script>",
    "Łódź Ωμέγα Жук",
    "日本 😀 עברית",
)
NASTY = Document(
    "nasty",
    "=title <&>",
    "A & B <IOP>",
    (
        Page(
            "=1+1 [x]:*?/",
            (("Label", "=fact"),),
            (
                Table(
                    "=table",
                    (Column("=head", 1), Column("Number", 1)),
                    (("=band",), *(((Entry(word, ("=note",), "javascript:alert(1)"),), 1.5) for word in WORDS)),
                    flagged=frozenset({1}),
                ),
            ),
            ("@note", "Bell\x07 and \x00 null"),
        ),
    )
    * 2,
    confidential=True,
)


def test_text_is_never_a_formula_in_excel() -> None:
    """Every cell that begins with = + - @ is a string, and stays one when edited."""
    book = load_workbook(BytesIO(xlsx.render(NASTY)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    risky = [cell for cell in cells if cell.data_type == "s" and cell.value[0] in "=+-@"]
    assert len(risky) == 2 * (5 + 4)
    assert all(cell.quotePrefix for cell in risky)
    assert [cell.value for cell in cells if cell.data_type == "n"] == [1.5] * 16


def test_excel_sheets_have_titles_that_excel_accepts() -> None:
    """No forbidden character, at most 31 long, and two pages of one title are told apart."""
    book = load_workbook(BytesIO(xlsx.render(replace(NASTY, pages=(*NASTY.pages, Page("x" * 40), Page("X" * 40))))))
    assert book.sheetnames == ["=1+1 -x-----", "=1+1 -x----- 2", "x" * 31, "X" * 29 + " 2"]


def test_excel_prints_on_one_width_with_page_numbers() -> None:
    """Fit to the width of letter paper, landscape where the document is."""
    sheet = load_workbook(BytesIO(xlsx.render(replace(NASTY, landscape=True)))).worksheets[0]
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.oddFooter.right.text == "Page &P of &N"


class _Tags(HTMLParser):
    """Collects tags, addresses and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_runs_and_loads_nothing() -> None:
    """No script, no address but the telehealth links, whatever names hold."""
    page = _Tags()
    page.feed(html.render(NASTY).decode())
    assert not {"script", "b2", "img", "link", "iframe"} & set(page.tags)
    assert page.addresses == []
    assert all(word in page.text for word in WORDS)
    assert page.tags.count("section") == 2


def test_html_follows_web_links_only() -> None:
    """An https link can be followed; its ampersands survive."""
    week, schedule, evaluation = site.week(), site.schedule(), site.evaluation()
    for document in documents(week, schedule, evaluation):
        page = _Tags()
        page.feed(html.render(document).decode())
        assert set(page.addresses) <= {site.LINK, "https://hybrid.example.org/2"}
        if document.path == "clients/C12":
            assert page.addresses == [site.LINK, site.LINK]


def test_pdf_is_the_same_every_time_and_carries_its_font() -> None:
    """Equal documents give equal bytes; the font is embedded; two pages are two pages."""
    content = pdf.render(NASTY)
    assert content == pdf.render(NASTY)
    assert b"/FontFile2" in content
    assert len(re.findall(rb"/Type /Page\b", content)) == 2
    assert b"javascript" not in content


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")
def test_pdf_prints_accents(tmp_path: Path) -> None:
    """Latin, Greek and Cyrillic letters are read back as they were."""
    path = tmp_path / "nasty.pdf"
    path.write_bytes(pdf.render(NASTY))
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    assert "Łódź Ωμέγα Жук" in text
    assert 'Zoë "O\'Brien" <b>&amp;' in text
    assert "Confidential" in text


def test_every_document_renders_in_every_format() -> None:
    """The invented site's documents, all kinds, all formats; a person's sheet is large print."""
    for document in documents(site.week(), site.schedule(), site.evaluation(), names=True):
        assert pdf.render(document).startswith(b"%PDF")
        assert html.render(document).startswith(b"<!DOCTYPE html>")
        assert load_workbook(BytesIO(xlsx.render(document))).sheetnames
        assert document.points >= 16 or not document.path.startswith("clients/")


def test_a_row_longer_than_a_page_still_prints() -> None:
    """A session with hundreds of clients in one cell is broken over pages rather than refused."""
    long = ", ".join(f"R-{n:04d}" for n in range(3000))
    table = Table("", (Column("Time", 1), Column("Clients", 5)), (("Monday",), ("9:00 am", long), ("10:00 am", "x")))
    content = pdf.render(Document("long", "Long", "Site", (Page("Long", tables=(table,)),)))
    assert len(re.findall(rb"/Type /Page\b", content)) > 2
