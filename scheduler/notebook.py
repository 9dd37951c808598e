"""For notebooks: a workbook as a `Week`, or one exception that says everything that is wrong with it."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from scheduler.domain.issues import Severity
from scheduler.domain.week import Week
from scheduler.workbook import WorkbookError, read


def read_week(path: str | PathLike[str]) -> Week:
    """The week that a workbook asks for. Raises WorkbookError, whose issues hold every error with its cell."""
    reading = read(Path(path))
    if reading.week is None or any(issue.severity is Severity.ERROR for issue in reading.issues):
        raise WorkbookError(reading.issues)
    return reading.week
