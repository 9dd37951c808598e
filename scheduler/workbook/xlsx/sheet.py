"""One sheet's rows and merged ranges, streamed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element, iterparse

from openpyxl.utils.datetime import from_excel, from_ISO8601

from scheduler.workbook.values import ErrorValue, NoStoredValue, Value, is_blank
from scheduler.workbook.xlsx.package import Package, local, text_of, unescaped

_BLANK_CELL = re.compile(rb"<(?:\w+:)?c\s(?=[^<>]*\br=\")[^<>]*(?:/>|></(?:\w+:)?c>)")
_BLANK_ROW = re.compile(rb"<(?:\w+:)?row\s(?=[^<>]*\br=\")[^<>]*(?:/>|>\s*</(?:\w+:)?row>)")
_RANGE = re.compile(r"\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?")
_CHUNK = 1 << 20

Range = tuple[int, int, int, int]


@dataclass(slots=True)
class SheetContent:
    """Rows that hold anything, by number, cells from column A on; merged ranges; and the numbers of hidden rows."""

    rows: list[tuple[int, tuple[Value, ...]]] = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)


def read_sheet(source: IO[bytes], package: Package) -> SheetContent:
    """Everything that a sheet's part holds."""
    content = SheetContent()
    last_row = 0
    for _, element in iterparse(_WithoutBlanks(source)):
        name = local(element)
        if name == "row":
            last_row = int(float(element.get("r", last_row + 1)))
            values = _row(element, package)
            if any(not is_blank(value) for value in values):
                content.rows.append((last_row, values))
                if element.get("hidden", "0") in ("1", "true"):
                    content.hidden.append(last_row)
            element.clear()
        elif name == "mergeCell":
            content.merged.append(_range(element.get("ref", "")))
        elif name not in _INSIDE_ROW:
            element.clear()
    return content


_INSIDE_ROW = frozenset({"c", "v", "f", "is", "t", "r", "rPr", "rPh", "mergeCells"})


class _WithoutBlanks:
    """The part's bytes without cells and rows that only carry a format: a million of them are skipped in seconds."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._rest = b""

    def read(self, _size: int = -1) -> bytes:
        while True:
            chunk = self._source.read(_CHUNK)
            if not chunk:
                rest, self._rest = self._rest, b""
                return rest
            whole, mark, self._rest = (self._rest + chunk).rpartition(b">")
            kept = _BLANK_ROW.sub(b"", _BLANK_CELL.sub(b"", whole + mark))
            if kept:
                return kept


def _row(element: Element, package: Package) -> tuple[Value, ...]:
    values: dict[int, Value] = {}
    column = -1
    for cell in element:
        column = _column(cell.get("r", ""), column + 1)
        values[column] = _value(cell, package)
    return tuple(values.get(index) for index in range(max(values, default=-1) + 1))


def _column(reference: str, following: int) -> int:
    """The column of a reference such as `C14`, 0 for A; a cell without one stands after the cell before it."""
    number = 0
    for character in reference:
        if not character.isalpha():
            break
        number = number * 26 + ord(character) - ord("A") + 1
    return number - 1 if number else following


def _value(cell: Element, package: Package) -> Value:
    kind = cell.get("t", "n")
    parts = {local(child): child for child in cell}
    if kind == "inlineStr":
        return text_of(parts["is"]) if "is" in parts else None
    stored = parts["v"].text if "v" in parts else None
    if not stored:
        # A formula may well have given an empty text; with no text and no number it was never calculated.
        return NoStoredValue() if "f" in parts and kind != "str" else None
    if kind == "s":
        return package.texts[int(stored)]
    if kind == "b":
        return stored.strip() in ("1", "true")
    if kind == "e":
        return ErrorValue(stored)
    if kind == "str":
        return unescaped(stored)
    if kind == "d":
        return _or_text(stored)
    return _number(stored, int(cell.get("s", "0")), package)


def _or_text(stored: str) -> Value:
    try:
        value: Value = from_ISO8601(stored)
    except ValueError:
        return stored
    return value


def _number(stored: str, style: int, package: Package) -> Value:
    number = float(stored)
    exact = int(number) if number.is_integer() else number
    if style not in package.date_styles:
        return exact
    try:
        value: Value = from_excel(exact, package.epoch, timedelta=style in package.length_styles)
    except (OverflowError, ValueError):
        return exact
    return value


def _range(reference: str) -> Range:
    match = _RANGE.match(reference)
    if not match:
        return (0, 0, 0, 0)
    first_column = _column(match[1], 0) + 1
    last_column = _column(match[3], 0) + 1 if match[3] else first_column
    return int(match[2]), first_column, int(match[4] or match[2]), last_column
