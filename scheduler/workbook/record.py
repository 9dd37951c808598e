"""One row of a sheet, read cell by cell: a value, the default of a blank cell, or an error with its address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from scheduler.domain.issues import Severity
from scheduler.workbook.findings import Findings
from scheduler.workbook.sheets import Column, key
from scheduler.workbook.tables import Row, Table
from scheduler.workbook.values import BadValue, ErrorValue, NoStoredValue, Value, is_blank, shown

Read = TypeVar("Read")
Default = TypeVar("Default")

_DASHES = ("-", "\u2013", "\u2014")


@dataclass(frozen=True, slots=True)
class Record:
    """A row under its table; reading a cell that is wrong records an error and gives the default."""

    table: Table
    row: Row
    findings: Findings

    @property
    def number(self) -> int:
        """The row's number in Excel."""
        return self.row.number

    def fills(self, column: str) -> bool:
        """Whether the cell holds anything but the words of its default (`no limit`)."""
        return not says_default(self.row.values.get(column), self._column(column))

    def read(self, column: str, parse: Callable[[Value], Read], default: Default) -> Read | Default:
        """What the cell means; the default where it is blank or wrong (an error is then recorded)."""
        value = self.row.values.get(column)
        if not self.fills(column):
            self._complain_if_required(column)
            return default
        try:
            return parse(usable(value))
        except BadValue as problem:
            self.error(column, f"{column} is {shown(value)}: {problem}")
            return default

    def error(self, column: str, message: str) -> None:
        self._add(Severity.ERROR, column, message)

    def warn(self, column: str, message: str) -> None:
        self._add(Severity.WARNING, column, message)

    def note(self, column: str, message: str) -> None:
        self._add(Severity.NOTE, column, message)

    def _add(self, severity: Severity, column: str, message: str) -> None:
        self.findings.add(severity, self.table, self.table.address(self.number, column), message)

    def _column(self, name: str) -> Column:
        return next(column for column in self.table.sheet.columns if column.name == name)

    def _complain_if_required(self, column: str) -> None:
        # A column that is missing altogether is one error about the header, not one for each row.
        if self._column(column).required and column in self.table.position:
            self.error(column, f"{column} is blank; it is required")


def says_default(value: Value, column: Column) -> bool:
    """Whether a cell is blank, or an optional one is a dash or spells out what a blank means (`no limit`)."""
    if is_blank(value):
        return True
    if not isinstance(value, str) or column.required:
        return False
    return value.strip() in _DASHES or (bool(column.blank) and key(value) == key(column.blank))


def usable(value: Value) -> Value:
    """The value, unless it is an Excel error or an uncalculated formula; then BadValue."""
    if isinstance(value, ErrorValue):
        raise BadValue("an Excel error; correct the formula or type the value")
    if isinstance(value, NoStoredValue):
        raise BadValue("the file holds no value for it; open the workbook in Excel, save it, and try again")
    return value
