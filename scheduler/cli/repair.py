"""`scheduler repair`."""

from __future__ import annotations

from pathlib import Path

import click

from scheduler.cli import options
from scheduler.cli.reading import WORKBOOK


@click.command(
    epilog="""\b
Exit codes:
  0    written
  1    the schedule could not be written, or the program failed
  2    usage
  3    a file cannot be read
  4    no schedule: locks clash with what has changed
  6    the verifier rejected the schedule; nothing is published
  130  interrupted before any schedule
"""
)
@click.argument("workbook", metavar="WEEK", type=WORKBOOK)
@click.argument("schedule", type=WORKBOOK)
@click.option(
    "--from", "since", metavar="MOMENT", help="All before it stays as it happened, e.g. 'Wed 12:00' (default: Monday)."
)
@click.option("--away", multiple=True, metavar="WHO", help="A clinician is away: 'Clin 03: Tue-Wed'.")
@click.option("--closed", multiple=True, metavar="ROOM", help="A room is closed: 'Room 2: Thu 13:00-17:00'.")
@click.option("--absent", multiple=True, metavar="WHO", help="A client is absent: 'C0012: Wed'.")
@click.option(
    "--admit", multiple=True, metavar="WHO", help="A client is new: 'C0121: IOP 1, Morning'; or back: 'C0031'."
)
@click.option("--care-first", is_flag=True, help="Care plans before the number of people told something new.")
@click.option("--keep-edits", is_flag=True, help="What was edited in SCHEDULE by hand stays.")
@options.previous()
@options.output("Where to write.")
@click.option(
    "--write-input",
    "noted",
    type=options.COPY,
    metavar="NEW.xlsx",
    help="Write a copy of WEEK that says what --away, --closed, --absent and --admit say.",
)
@options.time_limit(20, "Longest search; it ends early when all is proven.")
@options.workers()
@options.seed
@options.as_json()
@options.quiet
def repair(
    workbook: Path,
    schedule: Path,
    since: str | None,
    away: tuple[str, ...],
    closed: tuple[str, ...],
    absent: tuple[str, ...],
    admit: tuple[str, ...],
    care_first: bool,
    keep_edits: bool,
    previous: Path | None,
    output: Path | None,
    noted: Path | None,
    time_limit: float,
    workers: int | None,
    seed: int,
    as_json: bool,
    quiet: bool,
) -> None:
    """Mend the SCHEDULE of a WEEK that is already running.

    What has changed is said in WEEK, by options, or both. Everything before --from stays as it happened, also what
    breaks a rule now. From then on as few people as possible are told something new (clients and clinicians whose own
    week changes), then as little as possible changes, then care plans and the other goals count. Without -o the
    result is outputs/<schedule name> repaired.xlsx; its sheet Changes says every move, and why.
    """
    from scheduler.cli import report_repair
    from scheduler.cli.notices import Notices
    from scheduler.cli.repair_run import Asked, mend
    from scheduler.domain.outcome import Settings

    asked = Asked(
        Notices(away, closed, absent, admit),
        since,
        care_first,
        keep_edits,
        previous,
        Settings(time_limit, workers, seed),
        quiet,
        noted,
    )
    answer = mend(workbook, schedule, output, asked)
    if as_json:
        report_repair.as_json(answer)
    else:
        report_repair.as_text(answer)
    raise click.exceptions.Exit(report_repair.exit_code(answer))
