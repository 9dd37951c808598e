"""`scheduler next`."""

from __future__ import annotations

from pathlib import Path

import click

from scheduler.cli import options
from scheduler.cli.reading import WORKBOOK, schedule_of, week_of
from scheduler.cli.target import refuse_copy


@click.command(epilog="Exit codes: 0 written; 2 usage; 3 a file cannot be read.")
@click.argument("workbook", metavar="WEEK", type=WORKBOOK)
@click.argument("schedule", type=WORKBOOK)
@options.copy("NEXT.xlsx")
def next(workbook: Path, schedule: Path, output: Path) -> None:
    """Write next week's input workbook from this WEEK and its SCHEDULE.

    The date moves by 7 days. Starts, Ends and dates of Closures that are past are dropped (a client whose Ends is past
    is set to Active no), Program week goes one on, Admitted stays. Everything else is kept as it is, byte for byte:
    values, formulas, widths, colours, comments and drop-downs. Solve it with the schedule as --previous.
    """
    from scheduler.repair.next_week import move_to_next_week
    from scheduler.report.files import write_whole
    from scheduler.workbook.editing import WorkbookCopy

    refuse_copy(output, workbook, schedule)
    schedule_of(schedule, week_of(workbook))
    copy = WorkbookCopy(workbook)
    sentences = move_to_next_week(copy)
    written = write_whole(output, copy.content())
    click.echo(f"Written: {written}")
    for sentence in sentences:
        click.echo(f"  {sentence}")
    click.echo(f'Next: scheduler solve "{written}" --previous "{schedule}"')
