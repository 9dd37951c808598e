"""`scheduler handouts`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli.reading import WORKBOOK, schedule_of, week_of

if TYPE_CHECKING:
    from scheduler.domain.evaluation import Evaluation
    from scheduler.domain.schedule import Schedule
    from scheduler.domain.week import Week

FORMATS = ("pdf", "xlsx", "html", "ics", "page")


@click.command(epilog="Exit codes: 0 written; 2 usage; 3 a file cannot be read.")
@click.argument("week", type=WORKBOOK)
@click.argument("schedule", type=WORKBOOK)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR", help="Folder to write.")
@click.option(
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help="May be given several times; default: all. ics: calendars; page: schedule.html, to look things up.",
)
@click.option("--names", is_flag=True, help="Print clients' names on staff documents, too, and in schedule.html.")
def handouts(week: Path, schedule: Path, output: Path, formats: tuple[str, ...], names: bool) -> None:
    """Write what people hold in their hands from a WEEK workbook and its SCHEDULE into the folder DIR.

    For each client, clinician and room a sheet; sign-in sheets; a timetable to post, without any client; the roster
    book; the hours for utilization review; calendars; and schedule.html. Clients go by their ids; a client's name
    stands on the client's own sheet only, unless --names is given. DIR is written whole or not at all, for its owner
    only; an earlier DIR of hand-outs is replaced, any other folder is left alone.
    """
    from scheduler.report.handouts.files import handout_files
    from scheduler.report.handouts.folder import FolderInUse, write_folder

    site, held, evaluation = _read(week, schedule)
    written = datetime.fromtimestamp(schedule.stat().st_mtime, UTC)
    files = handout_files(site, held, evaluation, written, formats or FORMATS, names)
    try:
        write_folder(output, files)
    except FolderInUse as error:
        raise click.BadParameter(str(error), param_hint="-o") from error
    click.echo(f"Written: {output} ({len(files)} files for {len(site.active_clients)} clients)")


def _read(workbook: Path, schedule: Path) -> tuple[Week, Schedule, Evaluation]:
    """The week, its schedule and what the verifier says of it; errors are printed and end the command."""
    from scheduler.verify import evaluate

    week = week_of(workbook)
    held = schedule_of(schedule, week).schedule
    evaluation = evaluate(week, held)
    if not evaluation.ok:
        count = len(evaluation.findings)
        click.echo(
            f"warning: {schedule}: the schedule breaks {count} rule{'s' * (count != 1)}; "
            "`scheduler verify` says which. The hand-outs print it as it is.",
            err=True,
        )
    return week, held, evaluation
