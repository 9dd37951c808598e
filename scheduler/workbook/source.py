"""What every reader of a sheet is given: the tables, the names they define, and the list of findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.workbook.cells.names import name_key, name_of
from scheduler.workbook.directory import Directory
from scheduler.workbook.findings import Findings
from scheduler.workbook.record import Record
from scheduler.workbook.sheets import Sheet
from scheduler.workbook.tables import Tables


@dataclass(frozen=True, slots=True)
class Source:
    """One workbook being read."""

    tables: Tables
    names: Directory
    findings: Findings

    def records(self, sheet: Sheet) -> Iterator[Record]:
        """The sheet's rows that are not blank; none if the workbook lacks the sheet."""
        table = self.tables.table(sheet.name)
        for row in self.tables.rows(sheet.name):
            assert table is not None
            yield Record(table, row, self.findings)

    def definitions(self, sheet: Sheet) -> Iterator[tuple[str, Record]]:
        """The rows of a sheet that define a name in its first column; a second definition is an error.

        Rows without a right name are there too: the other errors of a row are reported with that of its name.
        """
        column = sheet.columns[0].name
        first: dict[str, tuple[str, int]] = {}
        for record in self.records(sheet):
            name = record.read(column, name_of, "")
            defined, row = first.setdefault(name_key(name), (name, record.number)) if name else ("", record.number)
            if row != record.number:
                record.error(column, f'{column} "{name}" is already defined in row {row}; a second definition')
            yield defined, record
