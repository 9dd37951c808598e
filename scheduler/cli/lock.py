"""`scheduler lock`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scheduler.cli import options
from scheduler.cli.reading import WORKBOOK, schedule_of, week_of
from scheduler.cli.target import refuse_copy

if TYPE_CHECKING:
    from scheduler.domain.locks import Lock


@click.command(epilog="Exit codes: 0 written; 2 usage; 3 a file cannot be read.")
@click.argument("workbook", metavar="WEEK", type=WORKBOOK)
@click.argument("schedule", type=WORKBOOK)
@click.option("--clients", metavar="NAMES|all", help="What these clients attend and have, and nothing else.")
@click.option("--groups", metavar="NAMES|all", help="When, where and with whom these groups meet, and on no other day.")
@click.option("--clinicians", metavar="NAMES|all", help="When these clinicians lead and hold what they do.")
@options.copy("NEW.xlsx")
def lock(
    workbook: Path, schedule: Path, clients: str | None, groups: str | None, clinicians: str | None, output: Path
) -> None:
    """Turn parts of a SCHEDULE into rows of Locks in a copy of the WEEK workbook.

    Names are separated by `;` (or `,`), as in a cell. With all clients and all groups locked, solving the copy gives
    the same schedule again. The copy keeps everything else of the workbook as it is: values, formulas, widths,
    colours, comments and drop-downs.
    """
    from scheduler.repair.locking import Chosen, locks_of
    from scheduler.report.files import write_whole
    from scheduler.workbook.editing import WorkbookCopy

    if clients is None and groups is None and clinicians is None:
        raise click.UsageError("Say what to lock: --clients, --groups or --clinicians, with names or all.")
    refuse_copy(output, workbook, schedule)
    week = week_of(workbook)
    chosen = Chosen(
        _chosen(clients, "client", "Clients", week.client_by_name, "--clients"),
        _chosen(groups, "group", "Groups", week.group_by_name, "--groups"),
        _chosen(clinicians, "clinician", "Clinicians", week.clinician_by_name, "--clinicians"),
    )
    rows = locks_of(week, schedule_of(schedule, week).schedule, chosen)
    copy = WorkbookCopy(workbook)
    for row in rows:
        copy.add_row("Locks", cells(row))
    written = write_whole(output, copy.content())
    must = sum(row.must for row in rows)
    click.echo(f"Written: {written} ({len(rows)} rows added to Locks: {must} must, {len(rows) - must} never)")


def cells(row: Lock) -> dict[str, str | int]:
    """The cells of a row of Locks by column; a Start is minutes from midnight."""
    from scheduler.domain.calendar import DAY_NAMES

    values: dict[str, str | int | None] = {
        "Rule": "must" if row.must else "never",
        "Client": row.client,
        "Group": row.group,
        "Service": row.service,
        "Day": None if row.day is None else DAY_NAMES[row.day],
        "Start": row.start,
        "Clinician": row.clinician,
        "Room": row.room,
    }
    return {column: value for column, value in values.items() if value is not None}


def _chosen(text: str | None, kind: str, sheet: str, known: Iterable[str], option: str) -> frozenset[str]:
    from scheduler.workbook.cells.names import Names
    from scheduler.workbook.values import BadValue

    if text is None:
        return frozenset()
    names = Names(kind, f"the sheet {sheet}")
    for name in known:
        names.add(name)
    if text.strip().casefold() == "all" and names.find(text) is None:
        return frozenset(names.all)
    try:
        return frozenset(names.many(text))
    except BadValue as problem:
        raise click.BadParameter(str(problem), param_hint=option) from None
