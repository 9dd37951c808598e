"""One workbook from file to file: read, remember last week, solve, publish."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

import click

from scheduler.cli import failures, progress
from scheduler.cli.explaining import clash_of, explanation_of
from scheduler.cli.interrupt import stop_on_interrupt
from scheduler.cli.publish import Publication, publish
from scheduler.cli.reading import has_errors, show_issues, with_previous
from scheduler.cli.target import Targets
from scheduler.domain.changes import Change
from scheduler.domain.explanation import NO_EXPLANATION, Explanation
from scheduler.domain.issues import Issue
from scheduler.domain.outcome import Outcome, Settings, SolveStatus
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week


@dataclass(frozen=True)
class Run:
    """What is the same for all workbooks of one call. explain_limit: seconds for explanations, None: none."""

    targets: Targets
    settings: Settings
    previous: Path | None = None
    quiet: bool = False
    explain_limit: float | None = None


@dataclass(frozen=True)
class Answer:
    """What became of one workbook.

    week None: it has errors; publication None: there is no schedule; stopped: the user pressed Ctrl-C; failed:
    something broke, and was explained. explanation: of the shortfalls; clash: a sentence for each clashing lock.
    """

    workbook: Path
    issues: tuple[Issue, ...]
    week: Week | None = None
    outcome: Outcome | None = None
    publication: Publication | None = None
    stopped: bool = False
    failed: bool = False
    explanation: Explanation = NO_EXPLANATION
    clash: tuple[str, ...] = ()


def solve_workbook(workbook: Path, run: Run) -> Answer:
    """Solve one workbook and publish its schedule; what is wrong with it is printed as soon as it is known."""
    week, issues = read_week(workbook, run.previous)
    show_issues(issues, errors_only=run.quiet)
    if week is None:
        return Answer(workbook, issues)
    outcome, stopped = search(week, run)
    if outcome.schedule is None:
        clashing = clash_of(week, run.quiet) if outcome.status is SolveStatus.CLASH else ()
        return Answer(workbook, issues, week, outcome, stopped=stopped, clash=clashing)
    target = run.targets.of(workbook, week.program.monday)
    publication = publish(target, week, outcome, moves(week, outcome.schedule))
    answer = Answer(workbook, issues, week, outcome, publication, stopped)
    return answer if stopped or run.explain_limit is None else explained(answer, run, run.explain_limit)


def explained(answer: Answer, run: Run, seconds: float) -> Answer:
    """The schedule that is published, with reasons and remedies for its shortfalls, if there are any."""
    published, week, outcome = answer.publication, answer.week, answer.outcome
    if published is None or published.path is None or week is None or outcome is None or outcome.schedule is None:
        return answer
    if not published.evaluation.shortfalls:
        return answer
    try:
        explanation = explanation_of(answer.workbook, week, outcome, seconds, run.settings, run.quiet)
        again = publish(published.path, week, outcome, moves(week, outcome.schedule), reasons=explanation)
    except (Exception, KeyboardInterrupt) as error:  # the schedule is written, and stands without an explanation
        failures.explain(click.get_current_context(), error)
        return answer
    if again.path is None:
        return answer
    publication = replace(again, set_aside=again.set_aside or published.set_aside)
    return replace(answer, publication=publication, explanation=explanation)


def moves(week: Week, schedule: Schedule) -> tuple[Change, ...]:
    """Every move against last week's schedule, with its reason where that can be told; none without last week's."""
    from scheduler.repair import changes_between

    return () if week.previous is None else changes_between(week, week.previous, schedule)


def read_week(workbook: Path, previous: Path | None) -> tuple[Week | None, tuple[Issue, ...]]:
    """The week, with last week's schedule if one is given; None if either file has errors."""
    from scheduler.workbook import read

    reading = read(workbook)
    week, issues = reading.week, tuple(reading.issues)
    if week is None or has_errors(issues):
        return None, issues
    if previous is None:
        return week, issues
    week, more = with_previous(week, previous)
    return week, issues + more


def search(week: Week, run: Run) -> tuple[Outcome, bool]:
    """The solver's answer, with progress on stderr unless quiet; and whether the user stopped it."""
    from scheduler.solve import solve

    shown = nullcontext() if run.quiet else progress.shown()
    with stop_on_interrupt() as stop, shown as show:
        return _in_last_rooms(week, solve(week, run.settings, show, stop)), stop.is_set()


def _in_last_rooms(week: Week, outcome: Outcome) -> Outcome:
    """The same outcome with as much as can be in last week's rooms, which no goal asks for and people do."""
    from scheduler.repair import in_present_rooms

    if week.previous is None or outcome.schedule is None:
        return outcome
    return replace(outcome, schedule=in_present_rooms(week, week.previous, outcome.schedule))
