"""Workbooks on the command line: which files are meant, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli.exits import Exit

if TYPE_CHECKING:
    from scheduler.domain.issues import Issue
    from scheduler.domain.week import Week
    from scheduler.workbook import WrittenSchedule

WORKBOOK = click.Path(exists=True, dir_okay=False, path_type=Path)


def without_lock_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The workbooks, each once, without the `~$...` files of Excel; a usage error if none is left."""
    kept = tuple(dict.fromkeys(path for path in paths if not path.name.startswith("~$")))
    if not kept:
        raise click.UsageError("Only Excel's own lock files (~$...) were given; name the workbook itself.")
    return kept


def show_issues(issues: Iterable[Issue], *, errors_only: bool = False, err: bool = True) -> None:
    """Print the issues, one a line, errors first; to stderr unless they are what was asked for."""
    order = ("error", "warning", "note")
    for issue in sorted(issues, key=lambda issue: order.index(issue.severity)):
        if issue.severity == "error" or not errors_only:
            click.echo(_coloured(issue), err=err)


def has_errors(issues: Iterable[Issue]) -> bool:
    return any(issue.severity == "error" for issue in issues)


def week_of(workbook: Path) -> Week:
    """The week of a workbook; if it has errors they are printed and end the command."""
    from scheduler.workbook import read

    reading = read(workbook)
    show_issues(reading.issues, errors_only=True)
    if reading.week is None:
        raise click.exceptions.Exit(Exit.WORKBOOK)
    return reading.week


def schedule_of(path: Path, week: Week) -> WrittenSchedule:
    """What a schedule file holds; issues are printed, and errors end the command."""
    from scheduler.workbook import read_schedule

    written = read_schedule(path, week)
    show_issues(written.issues)
    if has_errors(written.issues):
        raise click.exceptions.Exit(Exit.WORKBOOK)
    return written


def with_previous(week: Week, last: Path) -> tuple[Week | None, tuple[Issue, ...]]:
    """The week that remembers last week's schedule, or None if that has errors; names that are gone are notes."""
    from scheduler.workbook import read_schedule

    written = read_schedule(last, week)
    if has_errors(written.issues):
        return None, written.issues
    return replace(week, previous=written.schedule), written.issues


def _coloured(issue: Issue) -> str:
    colour = {"error": "red", "warning": "yellow"}.get(issue.severity)
    severity, rest = str(issue).split(":", 1)
    return f"{click.style(severity, fg=colour)}:{rest}"
