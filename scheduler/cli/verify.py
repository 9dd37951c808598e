"""`scheduler verify`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli import options
from scheduler.cli.exits import Exit
from scheduler.cli.reading import WORKBOOK, schedule_of, week_of

if TYPE_CHECKING:
    from scheduler.domain.evaluation import Evaluation
    from scheduler.workbook import WrittenSchedule


@click.command(epilog="Exit codes: 0 no rule is broken; 2 usage; 3 a file cannot be read; 6 rules are broken.")
@click.argument("workbook", type=WORKBOOK)
@click.argument("schedule", type=WORKBOOK)
@options.previous()
def verify(workbook: Path, schedule: Path, previous: Path | None) -> None:
    """Check a SCHEDULE file, also one edited by hand, against the WORKBOOK it is for.

    Lists every broken rule in a sentence with the cell of the schedule that it is about, recomputes all goals and
    holds them against those that the file claims. This part of the program knows nothing of the solver.
    """
    from scheduler.verify import evaluate

    week = week_of(workbook)
    if previous is not None:
        week = replace(week, previous=schedule_of(previous, week).schedule)
    written = schedule_of(schedule, week)
    evaluation = evaluate(week, written.schedule)
    _show_findings(evaluation, written)
    _show_goals(evaluation, written, solved_alone=previous is None)
    raise click.exceptions.Exit(Exit.DONE if evaluation.ok else Exit.REJECTED)


def _show_findings(evaluation: Evaluation, written: WrittenSchedule) -> None:
    for finding in evaluation.findings:
        cell = written.cell_of(finding.subject)
        click.echo(f"{finding.rule}: {cell}: {finding.message}" if cell else f"{finding.rule}: {finding.message}")
    count = len(evaluation.findings)
    click.echo(f"{count} broken rule{'s' * (count != 1)}" if count else "No rule is broken.")
    met = sum(account.met for account in evaluation.accounts)
    click.echo(f"Care plans met: {met} of {len(evaluation.accounts)}")


def _show_goals(evaluation: Evaluation, written: WrittenSchedule, *, solved_alone: bool) -> None:
    from scheduler.domain.rules import GOALS

    for goal, value in zip(GOALS, evaluation.goals, strict=True):
        claimed = written.claims.get(goal.number)
        remark = "" if claimed in (None, value) else f"  (the file says {claimed})"
        if remark and goal.number == 3 and solved_alone:
            remark += "  give --previous to compare with the week before"
        click.echo(f"Goal {goal.number} {goal.title:<24}{value:>8}{remark}")
