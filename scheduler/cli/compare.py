"""`scheduler compare`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli import options
from scheduler.cli.exits import Exit
from scheduler.cli.reading import WORKBOOK, has_errors, show_issues
from scheduler.domain.changes import Change, Comparison, Concerns, GoalChange

if TYPE_CHECKING:
    from scheduler.workbook import WrittenSchedule


@click.command(epilog="Exit codes: 0 compared, whether they differ or not; 2 usage; 3 a file cannot be read.")
@click.argument("before", metavar="A.xlsx", type=WORKBOOK)
@click.argument("after", metavar="B.xlsx", type=WORKBOOK)
@options.new_workbook("CHANGES.xlsx", "Write the same as a workbook, too.")
@options.as_json()
def compare(before: Path, after: Path, output: Path | None, as_json: bool) -> None:
    """Say what differs from schedule A to schedule B, of the same week or of two weeks.

    Client by client, then groups, clinicians and rooms: what is new, gone or moved, from where to where; at last the
    goals as the two files state them.
    """
    from scheduler.repair import plain_changes

    if output is not None and output.resolve() in (before.resolve(), after.resolve()):
        raise click.UsageError("The comparison may not replace a schedule that it compares; name another with -o.")
    old, new = _read(before), _read(after)
    changes = plain_changes(old.schedule, new.schedule)
    comparison = Comparison(str(before), str(after), changes, _goals(old, new))
    written = None if output is None else _write(output, comparison, after)
    if as_json:
        click.echo(json.dumps(_record(comparison, written)))
    else:
        _show(comparison, written)


def _read(path: Path) -> WrittenSchedule:
    from scheduler.workbook import read_schedule

    written = read_schedule(path)
    show_issues(written.issues, errors_only=True)
    if has_errors(written.issues):
        raise click.exceptions.Exit(Exit.WORKBOOK)
    return written


def _goals(old: WrittenSchedule, new: WrittenSchedule) -> tuple[GoalChange, ...]:
    from scheduler.domain.rules import GOALS

    both = [goal for goal in GOALS if goal.number in old.claims and goal.number in new.claims]
    return tuple(GoalChange(g.title, g.unit, old.claims[g.number], new.claims[g.number]) for g in both)


def _write(output: Path, comparison: Comparison, after: Path) -> Path:
    """The workbook is dated as B is, so that equal files give an equal comparison."""
    from scheduler.report import comparison_bytes
    from scheduler.report.files import write_whole

    day = datetime.fromtimestamp(after.stat().st_mtime, UTC).date()
    return write_whole(output, comparison_bytes(comparison, day))


def _show(comparison: Comparison, written: Path | None) -> None:
    click.echo(f"A: {comparison.before}\nB: {comparison.after}")
    click.echo(f"Differences: {comparison.told}")
    _show_changes(comparison.changes)
    for goal in comparison.goals:
        click.echo(f"Goal {goal.title}: {goal.before} -> {goal.after} ({goal.difference})")
    if written is not None:
        click.echo(f"Written: {written}")


def _show_changes(changes: tuple[Change, ...]) -> None:
    """Sentences under the one whom they concern."""
    shown: tuple[Concerns, str] | None = None
    for change in changes:
        if shown != (change.concerns, change.who):
            shown = (change.concerns, change.who)
            click.echo(f"{change.concerns.value} {change.who}")
        click.echo(f"  {change.sentence}")


def _record(comparison: Comparison, written: Path | None) -> dict[str, object]:
    fields = ("concerns", "who", "kind", "before", "after", "sentence")
    return {
        "a": comparison.before,
        "b": comparison.after,
        "changes": [{name: str(getattr(change, name)) for name in fields} for change in comparison.changes],
        "goals": [{"title": goal.title, "a": goal.before, "b": goal.after} for goal in comparison.goals],
        "path": None if written is None else str(written),
    }
