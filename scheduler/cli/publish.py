"""A schedule is published only when it has been written, read back, and found right by the verifier."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scheduler.domain.evaluation import Evaluation
from scheduler.domain.issues import Issue
from scheduler.domain.outcome import GoalResult, Outcome
from scheduler.domain.rules import GOALS
from scheduler.domain.week import Week


@dataclass(frozen=True)
class Publication:
    """path None: rejected, for the objections; then nothing was published.

    set_aside: the file asked for is open in another program, so that the schedule was written beside it.
    """

    evaluation: Evaluation
    path: Path | None
    objections: tuple[str, ...] = ()
    set_aside: bool = False


def publish(target: Path, week: Week, outcome: Outcome) -> Publication:
    """Write the schedule to a draft, verify what that file says, and put the very same bytes in place.

    Raises OSError if nothing can be written.
    """
    from scheduler.report import schedule_bytes
    from scheduler.report.files import write_whole
    from scheduler.verify import evaluate

    assert outcome.schedule is not None
    evaluation = evaluate(week, outcome.schedule)
    objections = (*broken(evaluation), *disagreements(outcome.goals, evaluation.goals, "the solver"))
    if objections:
        return Publication(evaluation, None, objections)
    content = schedule_bytes(week, outcome.schedule, evaluation, outcome.goals)
    with tempfile.TemporaryDirectory(prefix="scheduler-") as folder:
        draft = Path(folder) / target.name
        draft.write_bytes(content)
        objections = tuple(objections_to(draft, week, outcome))
    path = None if objections else write_whole(target, content)
    return Publication(evaluation, path, objections, set_aside=path is not None and path != target)


def objections_to(draft: Path, week: Week, outcome: Outcome) -> Iterator[str]:
    """What speaks against the written file: unreadable cells, another schedule, broken rules, other goal values."""
    from scheduler.verify import evaluate
    from scheduler.workbook import read_schedule

    written = read_schedule(draft, week)
    yield from map(str, errors(written.issues))
    if written.schedule != outcome.schedule:
        yield "The file holds another schedule than the solver found."
    again = evaluate(week, written.schedule)
    yield from broken(again)
    yield from disagreements(outcome.goals, again.goals, "the solver")
    yield from claims_denied(written.claims, again.goals)


def broken(evaluation: Evaluation) -> Iterator[str]:
    """Each broken rule as `H5: sentence`."""
    return (f"{finding.rule}: {finding.message}" for finding in evaluation.findings)


def disagreements(goals: Iterable[GoalResult], found: tuple[int, ...], claimant: str) -> Iterator[str]:
    """The goals whose value is another than the verifier finds."""
    return claims_denied({goal.number: goal.value for goal in goals}, found, claimant)


def claims_denied(claims: Mapping[int, int], found: tuple[int, ...], claimant: str = "the file") -> Iterator[str]:
    """One sentence for each goal number whose claimed value is not the verifier's."""
    for number, claimed in sorted(claims.items()):
        if claimed != found[number - 1]:
            title = GOALS[number - 1].title
            yield f"Goal {number}, {title}: {claimant} says {claimed}, the verifier finds {found[number - 1]}."


def errors(issues: Iterable[Issue]) -> Iterator[Issue]:
    return (issue for issue in issues if issue.severity == "error")
