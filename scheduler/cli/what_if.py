"""`scheduler what-if`."""

from __future__ import annotations

from pathlib import Path

import click

from scheduler.cli import options
from scheduler.cli.reading import WORKBOOK


@click.command(
    "what-if",
    epilog="""\b
Exit codes:
  0    solved both, and written if -o is given
  2    usage, also a cell that is not there
  3    the workbook has errors, as it is or with the changes
  4    no schedule: locks clash
  6    the verifier rejected the schedule; nothing is published
  130  interrupted before any schedule
""",
)
@click.argument("workbook", type=WORKBOOK)
@click.option(
    "--set", "sets", multiple=True, metavar="CELL=VALUE", help="'Groups/Process A/Max clients=13', or '.../#14/...=13'."
)
@click.option(
    "--add",
    "adds",
    multiple=True,
    metavar="ROW",
    help="'Rooms: Room=Room 9; Capacity=12'.",
)
@click.option("--remedy", type=click.IntRange(min=1), metavar="N", help="Remedy N of the schedule given or found.")
@options.present("The unchanged week's schedule, if there is one.")
@options.previous("Last week's schedule.")
@options.output("Write the changed workbook there, and its schedule beside it.")
@options.time_limit(60, "Longest search for each of the two weeks.")
@options.explain_limit("Longest search for remedies, if one is asked for and no schedule is given.")
@options.workers()
@options.seed
@options.quiet
def what_if(
    workbook: Path,
    sets: tuple[str, ...],
    adds: tuple[str, ...],
    remedy: int | None,
    schedule: Path | None,
    previous: Path | None,
    output: Path | None,
    time_limit: float,
    explain_limit: float,
    workers: int | None,
    seed: int,
    quiet: bool,
) -> None:
    """Solve the week of WORKBOOK with some cells changed, beside the unchanged one, and print what differs.

    WORKBOOK itself is never modified. --remedy takes the changes of a remedy: from the sheet Remedies of --schedule,
    or, without that, of the schedule that is found now.
    """
    from scheduler.cli.what_if_run import Asked, run
    from scheduler.domain.outcome import Settings

    if not sets and not adds and remedy is None:
        raise click.UsageError("Say what to change: --set, --add or --remedy.")
    asked = Asked(
        workbook,
        sets,
        adds,
        remedy,
        schedule,
        previous,
        output,
        Settings(time_limit, workers, seed),
        explain_limit,
        quiet,
    )
    raise click.exceptions.Exit(run(asked))
