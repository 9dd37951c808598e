"""The closing lines of `scheduler solve`, as text or as JSON."""

from __future__ import annotations

import json

import click

from scheduler.cli.exits import Exit
from scheduler.cli.publish import Publication
from scheduler.cli.run import Answer
from scheduler.domain.evaluation import Evaluation
from scheduler.domain.explanation import Explanation
from scheduler.domain.outcome import GoalResult, Outcome, SolveStatus

MOST_REMEDIES = 3


def exit_code(answer: Answer, strict: bool) -> Exit:
    """What the run says of this one workbook."""
    if answer.failed:
        return Exit.FAILED
    if answer.week is None or answer.outcome is None:
        return Exit.WORKBOOK
    if answer.publication is None:
        return Exit.CLASH if answer.outcome.status == SolveStatus.CLASH else Exit.INTERRUPTED
    if answer.publication.path is None:
        return Exit.REJECTED
    return Exit.SHORT if strict and short(answer.publication.evaluation) else Exit.DONE


def short(evaluation: Evaluation) -> list[str]:
    """Ids of the clients whose care plan is not met, in the workbook's order."""
    return [account.client for account in evaluation.accounts if not account.met]


def as_text(answer: Answer) -> None:
    """Print what was written and what it is worth on stdout; what went wrong on stderr."""
    publication, outcome = answer.publication, answer.outcome
    if answer.failed:
        click.echo(f"{answer.workbook}: nothing was written.", err=True)
    elif outcome is None:
        click.echo(f"{answer.workbook}: nothing was written; please mend the errors above.", err=True)
    elif publication is None:
        click.echo(f"{answer.workbook}: {_no_schedule(outcome.status, answer.stopped)}", err=True)
        _clash(answer.clash)
    elif publication.path is None:
        _rejected(answer.workbook.name, publication.objections)
    else:
        _written(publication, outcome, answer.stopped)
        _remedies(answer.explanation)


def as_json(answer: Answer) -> None:
    """Print one JSON object on one line; keys that do not apply are null or empty."""
    publication, outcome = answer.publication, answer.outcome
    evaluation = publication.evaluation if publication else None
    record = {
        "workbook": str(answer.workbook),
        "path": str(publication.path) if publication and publication.path else None,
        "status": _status(answer),
        "interrupted": answer.stopped,
        "seconds": round(outcome.seconds, 2) if outcome else None,
        "goals": [_goal(goal) for goal in outcome.goals] if outcome else [],
        "met": sum(account.met for account in evaluation.accounts) if evaluation else None,
        "clients": len(evaluation.accounts) if evaluation else None,
        "short": short(evaluation) if evaluation else [],
        "remedies": [
            {"number": r.number, "helps": list(r.helps), "change": r.change, "met_after": r.plans_met_after}
            for r in answer.explanation.remedies
        ],
        "clash": list(answer.clash),
        "findings": list(publication.objections) if publication else [],
        "issues": [_issue(issue) for issue in answer.issues],
    }
    click.echo(json.dumps(record))


def _written(publication: Publication, outcome: Outcome, stopped: bool) -> None:
    accounts, lacking = publication.evaluation.accounts, short(publication.evaluation)
    early = " (stopped early)" if stopped else ""
    click.echo(f"Written after {outcome.seconds:.0f} s{early}: {publication.path}")
    if publication.set_aside:
        click.echo("The file of that name is open in another program, so this one lies beside it.")
    click.echo(f"Care plans met: {len(accounts) - len(lacking)} of {len(accounts)}")
    if lacking:
        click.echo(f"Short: {', '.join(lacking)}")
    proven = [goal.title for goal in outcome.goals if goal.proven]
    click.echo(f"Goals proven: {', '.join(proven) if proven else 'none'}")
    unproven = [f"{goal.title} ({goal.value}, {goal.status})" for goal in outcome.goals if not goal.proven]
    if unproven:
        click.echo(f"Not proven: {', '.join(unproven)}")


def _remedies(explanation: Explanation) -> None:
    """The best remedies; the sheet Remedies has them all."""
    for remedy in explanation.remedies[:MOST_REMEDIES]:
        click.echo(f"Remedy {remedy.number} for {', '.join(remedy.helps)}: {remedy.change}")


def _clash(sentences: tuple[str, ...]) -> None:
    if sentences:
        click.echo("These rows cannot all hold; without any one of them the rest can:", err=True)
    for sentence in sentences:
        click.echo(f"  {sentence}", err=True)


def _rejected(name: str, objections: tuple[str, ...]) -> None:
    click.echo(
        f"{name}: the verifier rejected the schedule, so nothing was published. A fault of the program:", err=True
    )
    for objection in objections:
        click.echo(f"  {objection}", err=True)


def _no_schedule(status: SolveStatus, stopped: bool) -> str:
    if status == SolveStatus.CLASH:
        return "there is no schedule, since the rows of Locks cannot all hold together with the hard rules."
    if stopped:
        return "interrupted before any schedule was found; nothing was written."
    return "no schedule was found in the time allowed; give it more with --time-limit. Nothing was written."


def _status(answer: Answer) -> str:
    if answer.failed:
        return "failed"
    if answer.outcome is None:
        return "workbook has errors"
    if answer.publication is not None and answer.publication.path is None:
        return "rejected"
    return str(answer.outcome.status)


def _goal(goal: GoalResult) -> dict[str, object]:
    return {
        "number": goal.number,
        "title": goal.title,
        "value": goal.value,
        "bound": goal.bound,
        "status": goal.status,
    }


def _issue(issue: object) -> dict[str, str]:
    return {key: str(getattr(issue, key)) for key in ("severity", "file", "sheet", "cell", "message")}
