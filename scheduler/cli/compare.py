"""`scheduler compare`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli.exits import Exit
from scheduler.cli.reading import WORKBOOK, has_errors, show_issues
from scheduler.domain.changes import Change, Concerns

if TYPE_CHECKING:
    from scheduler.workbook import WrittenSchedule


@click.command(epilog="Exit codes: 0 compared, whether they differ or not; 2 usage; 3 a file cannot be read.")
@click.argument("before", metavar="A.xlsx", type=WORKBOOK)
@click.argument("after", metavar="B.xlsx", type=WORKBOOK)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on stdout.")
def compare(before: Path, after: Path, as_json: bool) -> None:
    """Say what differs from schedule A to schedule B, of the same week or of two weeks.

    Client by client, then groups, clinicians and rooms: what is new, gone or moved, from where to where; at last the
    goals as the two files state them.
    """
    from scheduler.repair import plain_changes

    old, new = _read(before), _read(after)
    changes = plain_changes(old.schedule, new.schedule)
    if as_json:
        click.echo(json.dumps(_record(before, after, changes, _goals(old, new))))
        return
    click.echo(f"A: {before}\nB: {after}")
    _show(changes)
    for title, was, now in _goals(old, new):
        difference = "the same" if was == now else f"{abs(now - was)} {'less' if now < was else 'more'}"
        click.echo(f"Goal {title}: {was} -> {now} ({difference})")


def _read(path: Path) -> WrittenSchedule:
    from scheduler.workbook import read_schedule

    written = read_schedule(path)
    show_issues(written.issues, errors_only=True)
    if has_errors(written.issues):
        raise click.exceptions.Exit(Exit.WORKBOOK)
    return written


def _show(changes: tuple[Change, ...]) -> None:
    """Sentences under the one whom they concern."""
    counts = [(sum(change.concerns is concerns for change in changes), concerns) for concerns in Concerns]
    told = ", ".join(f"{count} of {concerns.value.lower()}s" for count, concerns in counts if count)
    click.echo(f"Differences: {told or 'none'}")
    shown: tuple[Concerns, str] | None = None
    for change in changes:
        if shown != (change.concerns, change.who):
            shown = (change.concerns, change.who)
            click.echo(f"{change.concerns.value} {change.who}")
        click.echo(f"  {change.sentence}")


def _goals(old: WrittenSchedule, new: WrittenSchedule) -> list[tuple[str, int, int]]:
    """Goals that both files state: title, value in A, value in B."""
    from scheduler.domain.rules import GOALS

    both = [goal for goal in GOALS if goal.number in old.claims and goal.number in new.claims]
    return [(goal.title, old.claims[goal.number], new.claims[goal.number]) for goal in both]


def _record(
    before: Path, after: Path, changes: tuple[Change, ...], goals: list[tuple[str, int, int]]
) -> dict[str, object]:
    fields = ("concerns", "who", "kind", "before", "after", "sentence")
    return {
        "a": str(before),
        "b": str(after),
        "changes": [{name: str(getattr(change, name)) for name in fields} for change in changes],
        "goals": [{"title": title, "a": was, "b": now} for title, was, now in goals],
    }
