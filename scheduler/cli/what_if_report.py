"""What a change of the workbook makes of the week, in lines."""

from __future__ import annotations

import click

from scheduler.domain.calendar import hours
from scheduler.domain.evaluation import Evaluation
from scheduler.domain.explanation import CellChange
from scheduler.domain.rules import GOALS
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week

MOST_MOVES = 20


def show_cells(cells: tuple[CellChange, ...]) -> None:
    """What is changed."""
    for cell in cells:
        before = f"{cell.before or 'blank'} -> " if not cell.row.startswith("new") else ""
        click.echo(
            f"Changed: {cell.sheet} row {cell.row} ({cell.name}), {cell.column}: {before}{cell.after or 'blank'}"
        )


def show_difference(week: Week, before: Schedule, changed: Week, after: Schedule) -> None:
    """Plans met, hours, goals, and who moves."""
    from scheduler.verify import evaluate

    old, new = evaluate(week, before), evaluate(changed, after)
    _plans(old, new)
    _hours(old, new)
    for goal, was, is_now in zip(GOALS, old.goals, new.goals, strict=True):
        if was != is_now:
            click.echo(f"Goal {goal.number} {goal.title}: {was} -> {is_now} {goal.unit}")
    _moves(before, after)


def _plans(old: Evaluation, new: Evaluation) -> None:
    met, now = ({a.client for a in e.accounts if a.met} for e in (old, new))
    click.echo(f"Care plans met: {len(met)} of {len(old.accounts)} -> {len(now)} of {len(new.accounts)}")
    if now - met:
        click.echo(f"Met now: {', '.join(sorted(now - met))}")
    if met - now:
        click.echo(f"No longer met: {', '.join(sorted(met - now))}")


def _hours(old: Evaluation, new: Evaluation) -> None:
    """The hours of all together, and of each client whose hours differ."""
    was = {a.client: a.counted_minutes for a in old.accounts}
    now = {a.client: a.counted_minutes for a in new.accounts}
    click.echo(f"Hours given: {hours(sum(was.values()))} -> {hours(sum(now.values()))}")
    differing = sorted(name for name in was.keys() | now.keys() if was.get(name, 0) != now.get(name, 0))
    for name in differing[:MOST_MOVES]:
        click.echo(f"  {name}: {hours(was.get(name, 0))} -> {hours(now.get(name, 0))}")
    _more(differing)


def _moves(before: Schedule, after: Schedule) -> None:
    from scheduler.repair import plain_changes

    changes = plain_changes(before, after)
    who = {change.who for change in changes if change.concerns == "Client"}
    click.echo(f"Clients who move: {len(who)}")
    sentences = [change.sentence for change in changes]
    for sentence in sentences[:MOST_MOVES]:
        click.echo(f"  {sentence}")
    _more(sentences)


def _more(items: list[str]) -> None:
    if len(items) > MOST_MOVES:
        click.echo(f"  and {len(items) - MOST_MOVES} more")
