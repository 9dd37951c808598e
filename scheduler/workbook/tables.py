"""The input workbook as raw tables: what each cell holds, under the contract's sheet and column names.

Tables are frozen and picklable; editing makes new ones. Sheets and columns are named as the contract names them,
however the workbook spells them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from scheduler.workbook.cells.names import name_of
from scheduler.workbook.sheets import Sheet, column_named, sheet_named
from scheduler.workbook.values import ErrorValue, NoStoredValue, Value, is_blank


class Row(NamedTuple):
    """A row: its number in Excel and the cells of known columns that are not blank, by the column's name."""

    number: int
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Unseen:
    """What of a sheet is hidden from whoever looks at it: all of it, or rows by their numbers in Excel."""

    sheet: bool = False
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Table:
    """One sheet. header: the header row's cells from column A on; cells: the rows below it, aligned with it.

    merged: the merged ranges as (first row, first column, last row, last column), numbered from 1.
    """

    sheet: Sheet
    title: str
    header_row: int
    header: tuple[Value, ...]
    cells: tuple[tuple[int, tuple[Value, ...]], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    unseen: Unseen = Unseen()

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each known column stands, 0 for column A; of two with one name, the first."""
        found: dict[str, int] = {}
        for index, cell in enumerate(self.header):
            column = column_named(self.sheet, header_text(cell))
            if column is not None:
                found.setdefault(column, index)
        return found

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows that fill at least one known column."""
        rows = (Row(number, self._named(values)) for number, values in self.cells)
        return tuple(row for row in rows if row.values)

    def _named(self, values: tuple[Value, ...]) -> dict[str, Value]:
        filled = {column: values[i] for column, i in self.position.items() if i < len(values)}
        return {column: value for column, value in filled.items() if not is_blank(value)}

    def address(self, number: int, column: str) -> str:
        """The cell of a row and column, such as `C14`; for a column that the sheet lacks, the row's first cell."""
        return f"{letters(self.position.get(column, 0))}{number}"

    def with_column(self, column: str) -> Table:
        if column in self.position:
            return self
        return replace(self, header=(*self.header, column))

    def with_value(self, number: int, column: str, value: Value) -> Table:
        index = self.position[column]
        cells = tuple((n, _put(values, index, value) if n == number else values) for n, values in self.cells)
        if all(n != number for n, _ in self.cells):
            cells = tuple(sorted((*cells, (number, _put((), index, value))), key=lambda row: row[0]))
        return replace(self, cells=cells)


@dataclass(frozen=True)
class Tables:
    """Every known sheet of one workbook. other_sheets: titles of the sheets that no one reads."""

    file: str
    stem: str
    tables: tuple[Table, ...]
    other_sheets: tuple[str, ...] = ()

    def table(self, sheet: str) -> Table | None:
        """The table of a sheet, or None if the workbook lacks it."""
        known = _known_sheet(sheet)
        return next((table for table in self.tables if table.sheet is known or table.sheet == known), None)

    def rows(self, sheet: str) -> tuple[Row, ...]:
        """The rows of a sheet that are not blank; none if the workbook lacks it."""
        table = self.table(sheet)
        return table.rows if table else ()

    def cell(self, sheet: str, row_number: int, column: str) -> Value:
        """The raw value of a cell; None if it is blank or not there."""
        name = _known_column(sheet, column)
        return next((row.values.get(name) for row in self.rows(sheet) if row.number == row_number), None)

    def address(self, sheet: str, row_number: int, column: str) -> str:
        """The cell's address such as `C14`; blank if the workbook lacks the sheet."""
        table = self.table(sheet)
        return table.address(row_number, _known_column(sheet, column)) if table else ""

    def with_cell(self, sheet: str, row_number: int, column: str, value: Value) -> Tables:
        """The tables with one cell changed; a column (or sheet) that is missing is added."""
        name = _known_column(sheet, column)
        table = (self.table(sheet) or _empty(sheet)).with_column(name)
        return self._with_table(table.with_value(row_number, name, value))

    def with_row(self, sheet: str, values: Mapping[str, Value]) -> Tables:
        """The tables with a row added below the sheet's last one; missing columns and the sheet are added."""
        table = self.table(sheet) or _empty(sheet)
        number = max((n for n, _ in table.cells), default=table.header_row) + 1
        for column, value in values.items():
            name = _known_column(sheet, column)
            table = table.with_column(name).with_value(number, name, value)
        return self._with_table(table)

    def _with_table(self, table: Table) -> Tables:
        if self.table(table.sheet.name) is None:
            return replace(self, tables=(*self.tables, table))
        tables = tuple(table if old.sheet == table.sheet else old for old in self.tables)
        return replace(self, tables=tables)


def header_text(cell: Value) -> str:
    """A header cell as text; blank where it holds no text."""
    if isinstance(cell, str):
        return cell
    if cell is None or isinstance(cell, ErrorValue | NoStoredValue):
        return ""
    return name_of(cell) if isinstance(cell, int | float) else str(cell)


def letters(index: int) -> str:
    """Excel's name of a column, 0 for A."""
    text = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _put(values: tuple[Value, ...], index: int, value: Value) -> tuple[Value, ...]:
    padded = (*values, *(None,) * (index + 1 - len(values)))
    return (*padded[:index], value, *padded[index + 1 :])


def _empty(sheet: str) -> Table:
    known = _known_sheet(sheet)
    return Table(known, known.name, 1, known.required_columns, ())


def _known_sheet(sheet: str) -> Sheet:
    known = sheet_named(sheet)
    if known is None:
        raise KeyError(f"no input sheet is called {sheet}")
    return known


def _known_column(sheet: str, column: str) -> str:
    name = column_named(_known_sheet(sheet), column)
    if name is None:
        raise KeyError(f"the sheet {sheet} has no column called {column}")
    return name
