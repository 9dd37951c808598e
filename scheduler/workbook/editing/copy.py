"""A copy of a workbook in which cells are changed by sheet, row and column name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from scheduler.workbook.editing.new_sheet import with_sheet
from scheduler.workbook.editing.part import Content, SheetPart
from scheduler.workbook.opening import open_workbook
from scheduler.workbook.sheets import Sheet, column_named, sheet_named
from scheduler.workbook.tables import Table, Tables
from scheduler.workbook.xlsx.package import Package, open_package

MINUTES_PER_DAY = 24 * 60
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


class WorkbookCopy:
    """The workbook's parts by name; only sheets that are edited are ever rewritten."""

    def __init__(self, path: Path) -> None:
        """Reads the file. Raises WorkbookError as `open_workbook` does."""
        self.tables: Tables = open_workbook(path)
        with ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
            self.package: Package = open_package(archive)
        self.edited: dict[str, SheetPart] = {}
        self.headers: dict[str, dict[str, int]] = {}
        self.rows_added: dict[str, int] = {}
        self.replaced_formula = False

    @property
    def has_formulas(self) -> bool:
        """Whether any cell of the workbook is a formula: its stored value stays until Excel calculates it again."""
        return any(_FORMULA.search(self.parts[part]) for _, part in self.package.sheets)

    def put(self, sheet: str, row: int, column: str, value: str | float | date | None) -> None:
        """Changes one cell; a date is written as one where the cell shows dates, else as text. Keeps the format."""
        part, place = self._part(sheet), self._place(sheet, column)
        self.replaced_formula |= part.has_formula(row, place)
        part.put(row, place, self._content(value, part.style(row, place)))

    def put_time(self, sheet: str, row: int, column: str, minutes: int, like: int) -> None:
        """A time of day, formatted as the row `like`: a time where that cell shows one, else text."""
        part, place = self._part(sheet), self._place(sheet, column)
        style = part.style(like, place)
        if style and int(style) in self.package.date_styles:
            part.put(row, place, minutes / MINUTES_PER_DAY, style)
        else:
            part.put(row, place, f"{minutes // 60:02d}:{minutes % 60:02d}", style)

    def add_row(self, sheet: str, values: Mapping[str, str | int]) -> int:
        """Writes a row below all that hold anything, formatted as the last of them; returns its number.

        Texts are written as they are; whole numbers are times, minutes from midnight.
        """
        part, table = self._part(sheet), self._table(sheet)
        filled = [number for number, _ in table.cells] if table is not None else []
        like = max(filled, default=0)
        row = self.rows_added.get(sheet, like or (table.header_row if table is not None else 1)) + 1
        self.rows_added[sheet] = row
        for column, value in values.items():
            place = self._place(sheet, column)
            if isinstance(value, int):
                self.put_time(sheet, row, column, value, row if part.style(row, place) else like)
            else:
                part.put(row, place, value, part.style(row, place) or part.style(like, place))
        return row

    def content(self) -> bytes:
        """The file: every part as it was, but for the sheets that have been edited."""
        parts = dict(self.parts)
        for name, part in self.edited.items():
            parts[name] = part.edited()
        if self.replaced_formula:
            _drop_calculation_chain(parts)
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return stream.getvalue()

    def _table(self, sheet: str) -> Table | None:
        return self.tables.table(sheet)

    def _part(self, sheet: str) -> SheetPart:
        """The sheet's part, opened for editing; a sheet that the workbook lacks is added."""
        known = _known(sheet)
        title = next((title for title, _ in self.package.sheets if sheet_named(title) == known), None)
        if title is None:
            with_sheet(self.parts, known.name)
            with ZipFile(BytesIO(_zipped(self.parts))) as archive:
                self.package = open_package(archive)
            title = known.name
        name = dict(self.package.sheets)[title]
        if name not in self.edited:
            self.edited[name] = SheetPart(self.parts[name])
        return self.edited[name]

    def _place(self, sheet: str, column: str) -> int:
        """The column's place; one that the header lacks is added to it."""
        known = _known(sheet)
        name = column_named(known, column)
        if name is None:
            raise KeyError(f"the sheet {sheet} has no column called {column}")
        table = self._table(sheet)
        header = self.headers.setdefault(known.name, dict(table.position) if table is not None else {})
        if name not in header:
            used = [*header.values(), (len(table.header) if table is not None else 0) - 1]
            header[name] = max(used) + 1
            row = table.header_row if table is not None else 1
            part = self._part(sheet)
            part.put(row, header[name], name, part.style(row, header[name] - 1) if header[name] else "")
        return header[name]

    def _content(self, value: str | float | date | None, style: str) -> Content:
        if not isinstance(value, date):
            return value
        if not style or int(style) not in self.package.date_styles:
            return value.isoformat()
        return (datetime(value.year, value.month, value.day) - self.package.epoch).days


def _known(sheet: str) -> Sheet:
    known = sheet_named(sheet)
    if known is None:
        raise KeyError(f"no input sheet is called {sheet}")
    return known


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _drop_calculation_chain(parts: dict[str, bytes]) -> None:
    """A list of formula cells that names a cell without one is an error to Excel; it makes a new list by itself."""
    for name in [name for name in parts if name.endswith("calcChain.xml")]:
        del parts[name]
    for name in [name for name in parts if name.endswith(("[Content_Types].xml", "workbook.xml.rels"))]:
        parts[name] = re.sub(rb"<(?:\w+:)?(?:Override|Relationship)\b[^<>]*calcChain\.xml[^<>]*/>", b"", parts[name])
