"""What is wrong, doubtful or worth knowing about an input workbook."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Issue:
    """One message about a workbook: file and sheet as the user knows them, cell such as `C14` (blank: the sheet)."""

    severity: Severity
    file: str
    sheet: str
    cell: str
    message: str

    def __str__(self) -> str:
        place = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        where = f"{self.file}: {place}" if place else self.file
        return f"{self.severity}: {where}: {self.message}"
