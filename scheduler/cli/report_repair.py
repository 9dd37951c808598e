"""The closing lines of `scheduler repair`, as text or as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from scheduler.cli.exits import Exit
from scheduler.cli.repair_run import Mended
from scheduler.cli.report_run import short
from scheduler.domain.outcome import SolveStatus

if TYPE_CHECKING:
    from scheduler.repair import Tally


def exit_code(answer: Mended) -> Exit:
    """What the repair says to the shell."""
    if answer.publication is None:
        return Exit.CLASH if answer.repaired.outcome.status is SolveStatus.CLASH else Exit.INTERRUPTED
    return Exit.DONE if answer.publication.path is not None else Exit.REJECTED


def as_text(answer: Mended) -> None:
    """Print what was written, who is told, what it costs, and what could make up for it."""
    publication, outcome = answer.publication, answer.repaired.outcome
    if publication is None:
        click.echo(f"{answer.workbook}: {_no_schedule(outcome.status)}", err=True)
        for sentence in answer.clash:
            click.echo(f"  {sentence}", err=True)
    elif publication.path is None:
        click.echo("The verifier rejected the schedule, so nothing was published. A fault of the program:", err=True)
        for objection in publication.objections:
            click.echo(f"  {objection}", err=True)
    else:
        early = " (stopped early)" if outcome.interrupted else ""
        click.echo(f"Written after {outcome.seconds:.0f} s{early}: {publication.path}")
        if publication.set_aside:
            click.echo("The file of that name is open in another program, so this one lies beside it.")
        _told(answer)
        if answer.noted is not None:
            click.echo(f"Written: {answer.noted.path}, the week's workbook with what has changed:")
            for entry in answer.noted.entries:
                click.echo(f"  {entry}")


def _told(answer: Mended) -> None:
    assert answer.publication is not None
    repaired, accounts = answer.repaired, answer.publication.evaluation.accounts
    if repaired.edits_lost.value:
        click.echo(f"Edits that could not be kept: {_count(repaired.edits_lost)}")
    click.echo(f"People told something new: {_count(repaired.people)}")
    click.echo(f"Changes: {_count(repaired.changes)}")
    lacking = short(answer.publication.evaluation)
    click.echo(f"Care plans met: {len(accounts) - len(lacking)} of {len(accounts)}")
    if lacking:
        click.echo(f"Short: {', '.join(lacking)}")
    if repaired.breaches:
        click.echo("As it happened, and not undone:")
    for finding in repaired.breaches:
        click.echo(f"  {finding.rule}: {finding.message}")
    if answer.make_ups:
        click.echo("Hours lost, and what could make up for them:")
    for make_up in answer.make_ups:
        click.echo(f"  {make_up.sentence}")


def _count(tally: Tally) -> str:
    if tally.proven:
        return f"{tally.value} (proven: no fewer can be)"
    return str(tally.value) if tally.bound is None else f"{tally.value} (at least {tally.bound})"


def _no_schedule(status: SolveStatus) -> str:
    if status is SolveStatus.CLASH:
        return "there is no schedule, since the rows of Locks cannot all hold with what has changed."
    return "interrupted before any schedule was found; nothing was written."


def as_json(answer: Mended) -> None:
    """Print one JSON object on one line; keys that do not apply are null or empty."""
    publication, repaired = answer.publication, answer.repaired
    outcome = repaired.outcome
    evaluation = publication.evaluation if publication else None
    record = {
        "workbook": str(answer.workbook),
        "path": str(publication.path) if publication and publication.path else None,
        "status": str(outcome.status),
        "interrupted": outcome.interrupted,
        "seconds": round(outcome.seconds, 2),
        "people": _tally(repaired.people),
        "changes": _tally(repaired.changes),
        "edits_lost": _tally(repaired.edits_lost),
        "goals": [
            {"number": g.number, "title": g.title, "value": g.value, "bound": g.bound, "status": g.status}
            for g in outcome.goals
        ],
        "met": sum(account.met for account in evaluation.accounts) if evaluation else None,
        "clients": len(evaluation.accounts) if evaluation else None,
        "short": short(evaluation) if evaluation else [],
        "past": [f"{finding.rule}: {finding.message}" for finding in repaired.breaches],
        "make_ups": [_make_up(m) for m in answer.make_ups],
        "moves": [_move(change) for change in answer.changes],
        "clash": list(answer.clash),
        "input": str(answer.noted.path) if answer.noted else None,
        "findings": list(publication.objections) if publication else [],
    }
    click.echo(json.dumps(record))


def _tally(tally: Tally) -> dict[str, object]:
    return {"value": tally.value, "bound": tally.bound, "proven": tally.proven}


def _make_up(make_up: object) -> dict[str, object]:
    return {key: getattr(make_up, key) for key in ("client", "lost_minutes", "sessions", "one_on_ones")}


def _move(change: object) -> dict[str, str]:
    return {
        key: str(getattr(change, key)) for key in ("concerns", "who", "kind", "before", "after", "sentence", "reason")
    }
