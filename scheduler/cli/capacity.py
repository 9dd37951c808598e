"""`scheduler capacity`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli import options
from scheduler.cli.exits import Exit
from scheduler.cli.reading import WORKBOOK, has_errors, show_issues

if TYPE_CHECKING:
    from scheduler.domain.schedule import Schedule
    from scheduler.domain.week import Week
    from scheduler.explain import Capacity


@click.command(epilog="Exit codes: 0 counted; 2 usage; 3 a file has errors; 4 no schedule: locks clash.")
@click.argument("workbook", type=WORKBOOK)
@click.option("--phase", required=True, metavar="PHASE", help="The phase of the clients to admit.")
@click.option("--track", "tracks", multiple=True, required=True, metavar="TRACK", help="May be given several times.")
@options.present("The week's schedule, if it is solved already.")
@options.time_limit(60, "Longest search for the schedule, and as long again for the count.")
@options.workers()
@options.quiet
def capacity(
    workbook: Path,
    phase: str,
    tracks: tuple[str, ...],
    schedule: Path | None,
    time_limit: float,
    workers: int | None,
    quiet: bool,
) -> None:
    """Count how many more clients of a PHASE and TRACK could be admitted, every plan that is met now still met.

    The newcomers have no commitments, needs or limits of their own. Also says what one more would need.
    """
    from scheduler.cli.explaining import capacity_of
    from scheduler.cli.run import read_week

    week, issues = read_week(workbook, None)
    show_issues(issues, errors_only=quiet)
    if week is None:
        raise click.exceptions.Exit(Exit.WORKBOOK)
    phase, tracks = _known(phase, [p.name for p in week.phases]), tuple(_known(t, week.track_by_name) for t in tracks)
    present = _present(week, schedule, time_limit, workers, quiet)
    _say(capacity_of(week, present, phase, tracks, time_limit, quiet), phase, tracks)


def _known(name: str, names: Iterable[str]) -> str:
    known = list(names)
    found = next((each for each in known if each.casefold() == name.strip().casefold()), None)
    if found is None:
        raise click.UsageError(f"The workbook has no '{name}'; it has {', '.join(known)}.")
    return found


def _present(week: Week, schedule: Path | None, seconds: float, workers: int | None, quiet: bool) -> Schedule:
    """The schedule as it is: read, or found now."""
    if schedule is not None:
        from scheduler.workbook import read_schedule

        written = read_schedule(schedule, week)
        show_issues(written.issues, errors_only=quiet)
        if has_errors(written.issues):
            raise click.exceptions.Exit(Exit.WORKBOOK)
        return written.schedule
    from scheduler.cli.explaining import solved
    from scheduler.domain.outcome import Settings

    outcome = solved(week, Settings(seconds, workers), quiet)
    if outcome.schedule is None:
        click.echo("There is no schedule of this week to begin with; `scheduler solve` says why.", err=True)
        raise click.exceptions.Exit(Exit.CLASH)
    return outcome.schedule


def _say(found: Capacity, phase: str, tracks: tuple[str, ...]) -> None:
    kind = f"{phase}, {' or '.join(tracks)}"
    if found.most == found.more:
        click.echo(f"{found.more} more of {kind} can be admitted, and no more than that (proven).")
    elif found.most is not None:
        click.echo(f"{found.more} more of {kind} can be admitted for certain; more than {found.most} cannot (proven).")
    else:
        click.echo(f"At least {found.more} more of {kind} can be admitted; how many at most is not known.")
    if found.binds:
        click.echo(f"What binds next: {found.binds}.")
