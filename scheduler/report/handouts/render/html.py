"""Hand-outs as self-contained HTML that prints one subject a page."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from scheduler.report.handouts.document import Cell, Document, Entry, Page, Row, Table
from scheduler.report.handouts.render.texts import flat, number, printable
from scheduler.report.web import link_html

# Nothing is loaded and nothing runs: a hand-out is read, printed and mailed.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(document: Document) -> bytes:
    """The document as one HTML file, UTF-8."""
    style = files(__package__).joinpath("print.css").read_text(encoding="utf-8")
    size = "letter landscape" if document.landscape else "letter portrait"
    pages = "\n".join(_page(document, page) for page in document.pages)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{_text(document.title)}</title>
<style>
@page {{ size: {size}; margin: 14mm; }}
body {{ font-size: {document.points}pt; }}
{style}
</style>
</head>
<body>
{pages}
</body>
</html>
""".encode()


def _page(document: Document, page: Page) -> str:
    facts = "".join(f"<dt>{_text(label)}</dt><dd>{_text(value)}</dd>" for label, value in page.facts)
    footer = f'<p class="confidential">{_text(document.footer)}</p>' if document.footer else ""
    return "\n".join(
        [
            "<main>" if len(document.pages) == 1 else "<section>",
            f'<p class="header">{_text(document.header)}</p>',
            f"<h1>{_text(page.title)}</h1>",
            f"<dl>{facts}</dl>" if facts else "",
            *(_table(table) for table in page.tables),
            *(f"<p>{_text(note)}</p>" for note in page.notes),
            footer,
            "</main>" if len(document.pages) == 1 else "</section>",
        ]
    )


def _table(table: Table) -> str:
    total = sum(column.width for column in table.columns)
    widths = "".join(f'<col style="width:{100 * column.width / total:.1f}%">' for column in table.columns)
    heads = "".join(f'<th scope="col">{_text(column.title)}</th>' for column in table.columns)
    rows = "\n".join(_row(table, n, row) for n, row in enumerate(table.rows))
    classes = " ".join(name for name, on in (("tall", table.tall), ("centred", table.centred)) if on)
    return (
        (f"<h2>{_text(table.title)}</h2>\n" if table.title else "")
        + f'<table class="{classes}"><colgroup>{widths}</colgroup>\n'
        + f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
    )


def _row(table: Table, position: int, row: Row) -> str:
    if table.is_band(row):
        return f'<tr class="band"><th scope="rowgroup" colspan="{len(table.columns)}">{_cell_text(row[0])}</th></tr>'
    mark = ' class="flagged"' if position in table.flagged else ""
    return f"<tr{mark}>{''.join(_cell(cell) for cell in row)}</tr>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, tuple):
        return f"<td>{''.join(_entry(entry) for entry in cell)}</td>"
    return f"<td>{_text(cell)}</td>" if isinstance(cell, str) else f'<td class="number">{number(cell)}</td>'


def _cell_text(cell: Cell) -> str:
    return _text(flat(cell))


def _entry(entry: Entry) -> str:
    notes = "".join(f"<br>{_text(note)}" for note in entry.notes)
    link = f"<br>{link_html(printable(entry.link))}" if entry.link else ""
    return f'<div class="entry"><b>{_text(entry.head)}</b>{notes}{link}</div>'


def _text(text: str) -> str:
    return escape(printable(text))
