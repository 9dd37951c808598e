"""A schedule is published only when it has been written, read back, and found right by the verifier."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from scheduler.domain.changes import Change
from scheduler.domain.evaluation import Evaluation, Finding
from scheduler.domain.explanation import NO_EXPLANATION, Explanation
from scheduler.domain.issues import Severity
from scheduler.domain.outcome import GoalResult, Outcome
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


def publish(
    target: Path,
    week: Week,
    outcome: Outcome,
    changes: tuple[Change, ...] | None = None,
    happened: tuple[Finding, ...] = (),
    reasons: Explanation = NO_EXPLANATION,
) -> Publication:
    """Write the schedule to a draft, verify what that file says, and put the very same bytes in place.

    changes: for the sheet Changes, None: the simple differences from last week. happened: breaches that cannot be
    undone and are no objection. reasons: for the shortfalls, with remedies. Raises OSError if nothing can be written.
    """
    from scheduler.report import schedule_bytes
    from scheduler.report.files import write_whole
    from scheduler.verify import evaluate

    assert outcome.schedule is not None
    evaluation = evaluate(week, outcome.schedule)
    objections = tuple(_objections(evaluation, outcome.goals, happened))
    if objections:
        return Publication(evaluation, None, objections)
    told = replace(evaluation, findings=())
    content = schedule_bytes(week, outcome.schedule, told, outcome.goals, reasons=reasons, changes=changes)
    with tempfile.TemporaryDirectory(prefix="scheduler-") as folder:
        draft = Path(folder) / target.name
        draft.write_bytes(content)
        objections = tuple(objections_to(draft, week, outcome, happened))
    path = None if objections else write_whole(target, content)
    return Publication(evaluation, path, objections, set_aside=path is not None and path != target)


def objections_to(draft: Path, week: Week, outcome: Outcome, happened: tuple[Finding, ...] = ()) -> Iterator[str]:
    """What speaks against the written file: unreadable cells, another schedule, broken rules, other goal values."""
    from scheduler.verify import evaluate, wrong_claims
    from scheduler.workbook import read_schedule

    written = read_schedule(draft, week)
    yield from (str(issue) for issue in written.issues if issue.severity == Severity.ERROR)
    if written.schedule != outcome.schedule:
        yield "The file holds another schedule than the solver found."
    again = evaluate(week, written.schedule)
    yield from _objections(again, outcome.goals, happened)
    yield from (finding.message for finding in wrong_claims(written.claims, again))


def _objections(evaluation: Evaluation, goals: Iterable[GoalResult], happened: tuple[Finding, ...]) -> Iterator[str]:
    """Broken rules, and goals whose value the solver states otherwise."""
    from scheduler.verify import wrong_claims

    broken = [finding for finding in evaluation.findings if finding not in happened]
    yield from (f"{finding.rule}: {finding.message}" for finding in broken)
    yield from (finding.message for finding in wrong_claims({goal.number: goal.value for goal in goals}, evaluation))
