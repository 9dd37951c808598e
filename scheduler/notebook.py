"""For notebooks: a workbook as a `Week`, or one exception that says everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from scheduler.domain.issues import Issue, Severity
from scheduler.domain.week import Week
from scheduler.workbook import read


class WorkbookError(ValueError):
    """A workbook has errors: its message lists them all, `issues` holds them with sheet and cell."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(issues)
        super().__init__("\n".join(str(issue) for issue in self.issues))


def read_week(path: str | PathLike[str]) -> Week:
    """The week that a workbook asks for. Raises WorkbookError with all of its errors."""
    reading = read(Path(path))
    errors = [issue for issue in reading.issues if issue.severity is Severity.ERROR]
    if errors or reading.week is None:
        raise WorkbookError(errors or reading.issues)
    return reading.week
