"""One repair from file to file: read the week and its schedule, mend, tell, publish."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli import progress
from scheduler.cli.exits import Exit
from scheduler.cli.interrupt import stop_on_interrupt
from scheduler.cli.moments import moment_of
from scheduler.cli.notices import Notices, with_notices
from scheduler.cli.publish import Publication, publish
from scheduler.cli.reading import schedule_of, show_issues, week_of, with_previous
from scheduler.cli.target import refuse_copy
from scheduler.domain.changes import Change, Concerns
from scheduler.domain.evaluation import Finding
from scheduler.domain.outcome import Settings, SolveStatus
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week

if TYPE_CHECKING:
    from scheduler.repair import Edits, MakeUp, Repaired, Request


CLASH_SECONDS = 20.0


@dataclass(frozen=True)
class Asked:
    """What the command line asks for. noted: where to write the workbook with the notices in it."""

    notices: Notices
    since: str | None
    care_first: bool
    keep_edits: bool
    previous: Path | None
    settings: Settings
    quiet: bool
    noted: Path | None = None


@dataclass(frozen=True)
class Mended:
    """What became of it. publication None: there is no schedule. noted: the workbook with the notices in it."""

    workbook: Path
    week: Week
    repaired: Repaired
    publication: Publication | None = None
    changes: tuple[Change, ...] = ()
    make_ups: tuple[MakeUp, ...] = ()
    clash: tuple[str, ...] = ()
    noted: Noted | None = None


@dataclass(frozen=True)
class Noted:
    """A copy of the week's workbook that says what the options said; entries: what is new in it, in sentences."""

    path: Path
    entries: tuple[str, ...]


def mend(workbook: Path, schedule: Path, output: Path | None, asked: Asked) -> Mended:
    """Read, mend and publish; errors in the files are printed and end the command."""
    from scheduler.repair import WEEK_START, Edits, Request, changes_between, make_ups, shortfall_reasons
    from scheduler.verify import evaluate

    target = _target(workbook, schedule, output)
    if asked.noted is not None:
        _refuse_nothing_to_say(asked.notices)
        refuse_copy(asked.noted, workbook, schedule, target)
    week = _week(workbook, asked.previous)
    since = moment_of(asked.since, week) if asked.since else WEEK_START
    changed = with_notices(week, asked.notices, since)
    present = schedule_of(schedule, changed).schedule
    edits = _edits(schedule, present) if asked.keep_edits else Edits()
    request = Request(since, asked.care_first, asked.settings, edits)
    repaired = _search(changed, present, request, asked.quiet)
    found = repaired.outcome.schedule
    if found is None:
        return Mended(workbook, changed, repaired, clash=_clash(changed, repaired))
    changes = changes_between(changed, present, found)
    offered = make_ups(changed, present, found, since)
    told = _told(changes, offered, repaired)
    reasons = shortfall_reasons(evaluate(changed, present), evaluate(changed, found), changes, offered)
    publication = publish(target, changed, repaired.outcome, told, repaired.breaches, reasons)
    noted = _note(workbook, week, changed, asked.noted) if publication.path is not None else None
    return Mended(workbook, changed, repaired, publication, changes, offered, noted=noted)


def _clash(week: Week, repaired: Repaired) -> tuple[str, ...]:
    """A smallest set of lock rows that cannot all hold in the changed week, in words."""
    from scheduler.explain import clash

    return clash(week, CLASH_SECONDS) if repaired.outcome.status is SolveStatus.CLASH else ()


def _week(workbook: Path, previous: Path | None) -> Week:
    week = week_of(workbook)
    if previous is None:
        return week
    with_last, issues = with_previous(week, previous)
    show_issues(issues)
    if with_last is None:
        raise click.exceptions.Exit(Exit.WORKBOOK)
    return with_last


def _edits(path: Path, present: Schedule) -> Edits:
    """What was edited by hand, told from what the file still says of itself."""
    from scheduler.repair import edits_in
    from scheduler.workbook.editing.traces import traces_of

    traces = traces_of(path)
    if not traces.any:
        click.echo(f"{path}: the sheets Rosters and Clinicians are missing, so edits cannot be told apart.", err=True)
        raise click.exceptions.Exit(Exit.WORKBOOK)
    edits = edits_in(traces, present)
    click.echo(f"Edits found: {len(edits)}", err=True)
    return edits


def _search(week: Week, present: Schedule, request: Request, quiet: bool) -> Repaired:
    from scheduler.repair import repair

    shown = nullcontext() if quiet else progress.shown()
    with stop_on_interrupt() as stop, shown as show:
        return repair(week, present, request, show, stop)


def _target(workbook: Path, schedule: Path, output: Path | None) -> Path:
    """Never the workbook, and never the schedule that people have in their hands."""
    name = f"{schedule.stem} repaired.xlsx"
    if output is None:
        output = Path("outputs") / name
    elif output.is_dir() or output.suffix.lower() != ".xlsx":
        output = output / name
    if output.resolve() in (workbook.resolve(), schedule.resolve()):
        raise click.UsageError("The repaired schedule may not replace the files it is made from; name another with -o.")
    output.parent.mkdir(parents=True, exist_ok=True)
    return output


def _refuse_nothing_to_say(notices: Notices) -> None:
    if not notices:
        raise click.UsageError("--write-input needs --away, --closed, --absent or --admit: else WEEK says it all.")


def _note(workbook: Path, week: Week, changed: Week, path: Path | None) -> Noted | None:
    """Write the copy of the workbook, if one is asked for."""
    from scheduler.repair.noting import note_in
    from scheduler.report.files import write_whole
    from scheduler.workbook.editing import WorkbookCopy

    if path is None:
        return None
    copy = WorkbookCopy(workbook)
    entries = note_in(copy, week, changed)
    return Noted(write_whole(path, copy.content()), entries)


def _told(changes: tuple[Change, ...], offered: tuple[MakeUp, ...], repaired: Repaired) -> tuple[Change, ...]:
    """The sheet Changes: the moves, then for the same people what could make up, and what of the past breaks a rule."""
    offers = [Change(Concerns.CLIENT, o.client, "Make-up offered", "", "", o.sentence) for o in offered if o.possible]
    past = [_as_it_happened(finding) for finding in repaired.breaches]
    order = tuple(Concerns)
    return tuple(sorted([*changes, *offers, *past], key=lambda change: order.index(change.concerns)))


def _as_it_happened(finding: Finding) -> Change:
    subject = finding.subject
    if subject.client is not None:
        concerns, who = Concerns.CLIENT, subject.client
    else:
        concerns, who = (Concerns.GROUP, subject.group) if subject.group is not None else (Concerns.CLINICIAN, "")
    return Change(concerns, who, "As it happened", "", "", finding.message, f"{finding.rule}: reported, not undone.")
