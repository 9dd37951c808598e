"""`what-if` from file to file: the week as it is, the week as it would be, and what differs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli import what_if_report
from scheduler.cli.exits import Exit
from scheduler.cli.explaining import explanation_of, solved
from scheduler.cli.publish import publish
from scheduler.cli.reading import has_errors, show_issues
from scheduler.cli.run import read_week
from scheduler.domain.explanation import CellChange
from scheduler.domain.issues import Issue
from scheduler.domain.outcome import Outcome, Settings, SolveStatus
from scheduler.domain.week import Week

if TYPE_CHECKING:
    from scheduler.workbook import Tables


@dataclass(frozen=True)
class Asked:
    """The command's arguments."""

    workbook: Path
    sets: tuple[str, ...]
    adds: tuple[str, ...]
    remedy: int | None
    schedule: Path | None
    previous: Path | None
    output: Path | None
    settings: Settings
    explain_limit: float
    quiet: bool


def run(asked: Asked) -> Exit:
    """Does it all and returns the exit code."""
    from scheduler.workbook import open_workbook

    week, issues = read_week(asked.workbook, asked.previous)
    show_issues(issues, errors_only=asked.quiet)
    if week is None:
        return Exit.WORKBOOK
    tables = open_workbook(asked.workbook)
    cells = _asked_cells(tables, asked)
    changed_file = _changed_file(asked)
    before = _as_it_is(week, asked)
    if before.schedule is None:
        return _no_schedule(before)
    cells += _remedy_cells(week, before, asked)
    changed, problems = _changed_week(tables, week, cells)
    if changed is None:
        show_issues(problems)
        click.echo("With these changes the workbook has errors; nothing was solved.", err=True)
        return Exit.WORKBOOK
    what_if_report.show_cells(cells)
    after = solved(changed, asked.settings, asked.quiet, before.schedule)
    if after.schedule is None:
        return _no_schedule(after)
    what_if_report.show_difference(week, before.schedule, changed, after.schedule)
    return _write(asked, tables, cells, changed, after, changed_file) if changed_file else Exit.DONE


def _asked_cells(tables: Tables, asked: Asked) -> tuple[CellChange, ...]:
    from scheduler.explain.wishes import UnknownCell, cell_to_set, cells_to_add

    try:
        cells = [cell_to_set(tables, text) for text in asked.sets]
        numbers: dict[str, int] = {}
        for text in asked.adds:
            title = text.partition(":")[0].strip().casefold()
            numbers[title] = numbers.get(title, 0) + 1
            cells += cells_to_add(tables, text, numbers[title])
    except UnknownCell as error:
        text = str(error)
        raise click.UsageError(text if text.endswith("?") else f"{text}.") from error
    return tuple(cells)


def _changed_file(asked: Asked) -> Path | None:
    """Where the changed workbook goes; never over the workbook itself."""
    if asked.output is None:
        return None
    is_file = asked.output.suffix.lower() == ".xlsx" and not asked.output.is_dir()
    path = asked.output if is_file else asked.output / f"{asked.workbook.stem} changed.xlsx"
    if path.resolve() == asked.workbook.resolve():
        raise click.UsageError("The changed workbook may not replace the workbook itself; name another file with -o.")
    return path


def _as_it_is(week: Week, asked: Asked) -> Outcome:
    """The unchanged week's schedule, read or found."""
    if asked.schedule is None:
        return solved(week, asked.settings, asked.quiet)
    from scheduler.workbook import read_schedule

    written = read_schedule(asked.schedule, week)
    show_issues(written.issues, errors_only=asked.quiet)
    if has_errors(written.issues):
        raise click.exceptions.Exit(Exit.WORKBOOK)
    return Outcome(SolveStatus.SOLVED, written.schedule, (), 0.0)


def _remedy_cells(week: Week, before: Outcome, asked: Asked) -> tuple[CellChange, ...]:
    if asked.remedy is None:
        return ()
    from scheduler.explain.remedy_file import read_remedies

    if asked.schedule is not None:
        remedies = read_remedies(asked.schedule)
    else:
        found = explanation_of(asked.workbook, week, before, asked.explain_limit, asked.settings, asked.quiet)
        remedies = {remedy.number: remedy.cells for remedy in found.remedies}
    if asked.remedy not in remedies:
        known = ", ".join(map(str, sorted(remedies))) or "none"
        raise click.UsageError(f"There is no remedy {asked.remedy}; there is: {known}.")
    return remedies[asked.remedy]


def _changed_week(tables: Tables, week: Week, cells: tuple[CellChange, ...]) -> tuple[Week | None, tuple[Issue, ...]]:
    from scheduler.explain.cells import apply
    from scheduler.workbook import assemble

    reading = assemble(apply(tables, cells))
    changed = None if reading.week is None else replace(reading.week, previous=week.previous)
    return changed, tuple(issue for issue in reading.issues if issue.severity == "error")


def _no_schedule(outcome: Outcome) -> Exit:
    clash = outcome.status is SolveStatus.CLASH
    click.echo("There is no schedule: locks clash." if clash else "Interrupted before any schedule.", err=True)
    return Exit.CLASH if clash else Exit.INTERRUPTED


def _write(
    asked: Asked, tables: Tables, cells: tuple[CellChange, ...], week: Week, outcome: Outcome, path: Path
) -> Exit:
    from scheduler.explain.changed_file import NOT_KEPT, write_changed

    write_changed(asked.workbook, path, tables, cells)
    published = publish(path.with_name(f"{path.stem} schedule.xlsx"), week, outcome)
    click.echo(f"Written: {path} ({NOT_KEPT})")
    if published.path is None:
        click.echo("The verifier rejected the schedule, so it was not published: a fault of the program.", err=True)
        return Exit.REJECTED
    click.echo(f"Written: {published.path}")
    return Exit.DONE
