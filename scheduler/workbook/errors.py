"""The one exception of this package."""

from __future__ import annotations

from scheduler.domain.issues import Issue


class WorkbookError(Exception):
    """A workbook that cannot be used; `issues` holds every error, warning and note found in it."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__(issues)
        self.issues = issues

    def __str__(self) -> str:
        return "\n".join(str(issue) for issue in self.issues)
