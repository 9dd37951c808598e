"""Collecting everything that is wrong, doubtful or worth knowing, each with its cell."""

from __future__ import annotations

from dataclasses import dataclass, field

from scheduler.domain.issues import Issue, Severity
from scheduler.workbook.tables import Table, Tables


@dataclass(slots=True)
class Findings:
    """The issues of one workbook, in the order in which they were found; the same one is kept once."""

    tables: Tables
    issues: dict[Issue, None] = field(default_factory=dict)

    def add(self, severity: Severity, table: Table | None, cell: str, message: str, sheet: str = "") -> None:
        """An issue about a cell (blank: the whole sheet) of a table, or of a sheet that the workbook lacks."""
        title = table.title if table else sheet
        self.issues[Issue(severity, self.tables.file, title, cell, message)] = None

    def at(self, severity: Severity, sheet: str, number: int, column: str, message: str) -> None:
        """An issue about the cell of a row and column, named as the contract names them."""
        self.add(severity, self.tables.table(sheet), self.tables.address(sheet, number, column), message, sheet)

    def warn(self, sheet: str, number: int, column: str, message: str) -> None:
        self.at(Severity.WARNING, sheet, number, column, message)

    def note(self, sheet: str, number: int, column: str, message: str) -> None:
        self.at(Severity.NOTE, sheet, number, column, message)

    @property
    def has_errors(self) -> bool:
        return any(issue.severity is Severity.ERROR for issue in self.issues)

    @property
    def sorted(self) -> tuple[Issue, ...]:
        """Errors first, then warnings, then notes; within each as found."""
        order = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
        return tuple(sorted(self.issues, key=lambda issue: order.index(issue.severity)))
