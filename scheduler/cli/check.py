"""`scheduler check`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli.exits import Exit
from scheduler.cli.reading import WORKBOOK, has_errors, show_issues, without_lock_files

if TYPE_CHECKING:
    from scheduler.domain.issues import Issue


@click.command(epilog="Exit codes: 0 no errors (warnings are none); 2 usage; 3 a workbook has errors.")
@click.argument("workbooks", metavar="WORKBOOK...", nargs=-1, required=True, type=WORKBOOK)
def check(workbooks: tuple[Path, ...]) -> None:
    """Read and validate each WORKBOOK without solving it.

    Lists every error, warning and note with its sheet and cell, and what no schedule could mend: a client whose
    commitments leave less time than the hours due, a topic nobody may lead, a group that no room holds.
    """
    code = Exit.DONE
    for workbook in without_lock_files(workbooks):
        issues = issues_of(workbook)
        show_issues(issues, err=False)
        click.echo(f"{workbook}: {tally(issues)}")
        if has_errors(issues):
            code = Exit.WORKBOOK
    raise click.exceptions.Exit(code)


def issues_of(workbook: Path) -> tuple[Issue, ...]:
    """All that is wrong, doubtful or worth knowing, and what can be foreseen of any schedule."""
    from scheduler.workbook import WorkbookError, assemble, foresee, open_workbook

    try:
        tables = open_workbook(workbook)
    except WorkbookError as error:
        return error.issues
    reading = assemble(tables)
    foreseen = foresee(reading.week, tables) if reading.week else ()
    return (*reading.issues, *foreseen)


def tally(issues: Sequence[Issue]) -> str:
    """`1 error, 2 warnings`, or `in order`."""
    counts = [
        (sum(issue.severity == severity for issue in issues), severity) for severity in ("error", "warning", "note")
    ]
    return ", ".join(f"{count} {word}{'s' * (count != 1)}" for count, word in counts if count) or "in order"
