"""One sheet's part as bytes: cells are replaced, cleared and added in place, and no other byte is changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from scheduler.workbook.tables import letters

Content = str | int | float | None
"""What a cell can be given: text, a number (dates and times are numbers to Excel), or nothing."""

Splice = tuple[int, int, bytes]
"""From where to where bytes are replaced, and with what."""


@dataclass(slots=True)
class _Cell:
    start: int
    end: int = 0
    style: str = ""
    formula: bool = False


@dataclass(slots=True)
class _Row:
    """inside: where its content ends; equal to end for an element without content."""

    start: int
    inside: int = 0
    end: int = 0
    cells: dict[int, _Cell] = field(default_factory=dict)


class SheetPart:
    """The positions of rows and cells in a part, and the edits that wait to be spliced in."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        self.rows: dict[int, _Row] = {}
        self.prefix = ""
        self.data = (0, 0, 0)
        _Locator(self).read()
        self._edits: dict[int, dict[int, tuple[Content, str]]] = {}

    def style(self, row: int, column: int) -> str:
        """The number of the cell's style; blank if it has none."""
        cell = self.rows[row].cells.get(column) if row in self.rows else None
        return cell.style if cell else ""

    def has_formula(self, row: int, column: int) -> bool:
        cell = self.rows[row].cells.get(column) if row in self.rows else None
        return cell is not None and cell.formula

    def put(self, row: int, column: int, content: Content, style: str | None = None) -> None:
        """Gives a cell (row from 1, column from 0) its content; style None: its own."""
        own = self.style(row, column) if style is None else style
        self._edits.setdefault(row, {})[column] = (content, own)

    def edited(self) -> bytes:
        """The part with all edits in it."""
        splices: list[Splice] = []
        added: dict[int, bytes] = {}
        for number in sorted(self._edits):
            row = self.rows.get(number)
            if row is not None:
                splices += self._in_row(number, row)
            else:
                place = min((r.start for other, r in self.rows.items() if other > number), default=self.data[1])
                added[place] = added.get(place, b"") + self._new_row(number)
        splices += [self._between(place, rows) for place, rows in added.items()]
        return _spliced(self.xml, splices)

    def _in_row(self, number: int, row: _Row) -> list[Splice]:
        splices, new = [], b""
        for column, (content, style) in sorted(self._edits[number].items()):
            cell = row.cells.get(column)
            xml = self._cell(number, column, content, style)
            following = min((c.start for other, c in row.cells.items() if other > column), default=None)
            if cell is not None:
                splices.append((cell.start, cell.end, xml))
            elif following is not None:
                splices.append((following, following, xml))
            else:
                new += xml
        if new and row.inside == row.end:
            opening = self.xml[row.start : row.end].rstrip(b">").rstrip(b"/").rstrip()
            splices.append((row.start, row.end, opening + b">" + new + f"</{self.prefix}row>".encode()))
        elif new:
            splices.append((row.inside, row.inside, new))
        return splices

    def _new_row(self, number: int) -> bytes:
        cells = sorted(self._edits[number].items())
        inner = b"".join(self._cell(number, column, content, style) for column, (content, style) in cells)
        return f'<{self.prefix}row r="{number}">'.encode() + inner + f"</{self.prefix}row>".encode()

    def _between(self, place: int, rows: bytes) -> Splice:
        start, inside, end = self.data
        if inside < end:
            return place, place, rows
        return start, end, f"<{self.prefix}sheetData>".encode() + rows + f"</{self.prefix}sheetData>".encode()

    def _cell(self, row: int, column: int, content: Content, style: str) -> bytes:
        name = f"{self.prefix}c"
        start = f'<{name} r="{letters(column)}{row}"' + (f" s={quoteattr(style)}" if style else "")
        if content is None:
            return f"{start}/>".encode()
        if isinstance(content, str):
            p = self.prefix
            text = f'<{p}is><{p}t xml:space="preserve">{escape(content)}</{p}t></{p}is>'
            return f'{start} t="inlineStr">{text}</{name}>'.encode()
        return f"{start}><{self.prefix}v>{content!r}</{self.prefix}v></{name}>".encode()


def _spliced(xml: bytes, splices: list[Splice]) -> bytes:
    result: list[bytes] = []
    done = 0
    # Several cells may be added before one that is there: they keep the order in which they were found.
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        result += [xml[done:start], new]
        done = end
    return b"".join([*result, xml[done:]])


class _Locator:
    """Finds where rows and cells stand, by reading the part once."""

    def __init__(self, part: SheetPart) -> None:
        self.part, self.row, self.column = part, 0, -1
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def read(self) -> None:
        self.parser.Parse(self.part.xml, True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        prefix, local = _split(name)
        at = self.parser.CurrentByteIndex
        behind = _behind(self.part.xml, at)
        if local == "sheetData":
            self.part.prefix, self.part.data = prefix, (at, behind, behind)
        elif local == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), -1
            self.part.rows[self.row] = _Row(at, behind, behind)
        elif local == "c" and self.row:
            self.column = _column(attributes.get("r", ""), self.column + 1)
            self.part.rows[self.row].cells[self.column] = _Cell(at, behind, attributes.get("s", ""))
        elif local == "f" and self.column >= 0:
            self.part.rows[self.row].cells[self.column].formula = True

    def end(self, name: str) -> None:
        local = _split(name)[1]
        at = self.parser.CurrentByteIndex
        if local == "c" and self.row:
            cell = self.part.rows[self.row].cells[self.column]
            cell.end = self._end(at, cell.end)
        elif local == "row":
            row = self.part.rows[self.row]
            row.inside, row.end = self._content(at, row.end)
        elif local == "sheetData":
            start, _, end = self.part.data
            self.part.data = (start, *self._content(at, end))

    def _content(self, at: int, behind: int) -> tuple[int, int]:
        """Where the content ends, and the element; both are behind the opening tag if that closes itself."""
        end = self._end(at, behind)
        return (behind, behind) if end == behind else (at, end)

    def _end(self, at: int, behind: int) -> int:
        closes_itself = self.part.xml[behind - 2 : behind] == b"/>"
        return behind if closes_itself else _behind(self.part.xml, at)


def _split(name: str) -> tuple[str, str]:
    prefix, colon, local = name.rpartition(":")
    return prefix + colon, local


def _behind(xml: bytes, tag: int) -> int:
    """The position behind a tag; a `>` inside quotes does not end it."""
    quote = 0
    for position in range(tag, len(xml)):
        byte = xml[position]
        if quote:
            quote = 0 if byte == quote else quote
        elif byte in b"\"'":
            quote = byte
        elif byte == ord(">"):
            return position + 1
    return len(xml)


def _column(reference: str, following: int) -> int:
    number = 0
    for character in reference:
        if not character.isalpha():
            break
        number = number * 26 + ord(character.upper()) - ord("A") + 1
    return number - 1 if number else following
