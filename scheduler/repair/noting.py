"""What was said beside the workbook, entered in a copy of it, so that the next run knows of it.

A closure is entered by its dates, which `next` drops when they are past.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from scheduler.domain.calendar import DAY_NAMES, MIDNIGHT
from scheduler.domain.people import Client, Commitment
from scheduler.domain.program import Closure
from scheduler.domain.week import Week
from scheduler.workbook.cells.dates import date_of
from scheduler.workbook.editing import WorkbookCopy
from scheduler.workbook.values import is_blank


def note_in(copy: WorkbookCopy, week: Week, changed: Week) -> tuple[str, ...]:
    """Enters in the copy of the week's workbook what the changed week has more; returns what is new, by its cells."""
    return (
        *_closures(copy, week, changed.closures[len(week.closures) :]),
        *_commitments(copy, changed.commitments[len(week.commitments) :]),
        *_clients(copy, week, changed.clients),
    )


def _closures(copy: WorkbookCopy, week: Week, closures: Iterable[Closure]) -> Iterator[str]:
    for closure in closures:
        what = closure.clinician or closure.room or ""
        days = ", ".join(_date(week, day).isoformat() for day in closure.days)
        times = _times(closure.start, closure.end)
        row = copy.add_row("Closures", {"What": what, "Days": days, **times, "Reason": closure.reason})
        yield f"Closures row {row}: {what} on {days}."


def _commitments(copy: WorkbookCopy, commitments: Iterable[Commitment]) -> Iterator[str]:
    for commitment in commitments:
        days = ", ".join(DAY_NAMES[day] for day in commitment.days)
        times = _times(commitment.start, commitment.end)
        values: dict[str, str | int] = {"Client": commitment.client, "Days": days, **times, "Kind": commitment.kind}
        row = copy.add_row("Commitments", values)
        yield f"Commitments row {row}: {commitment.client} on {days}; delete it when the week is over."


def _times(start: int, end: int) -> dict[str, str | int]:
    """The cells Start and End; blank where they are the ends of the day."""
    times: dict[str, str | int] = {}
    if start > 0:
        times["Start"] = start
    if end < MIDNIGHT:
        times["End"] = end
    return times


def _clients(copy: WorkbookCopy, week: Week, clients: Iterable[Client]) -> Iterator[str]:
    for client in clients:
        known = week.client_by_name.get(client.name)
        if known is None:
            yield _new_client(copy, week, client)
        elif client.active and not known.active:
            yield _back(copy, week, client)


def _new_client(copy: WorkbookCopy, week: Week, client: Client) -> str:
    first = _date(week, client.first_day).isoformat()
    values = {"Client": client.name, "Phase": client.phase, "Tracks": "; ".join(client.tracks), "Admitted": first}
    if client.first_day > 0:
        values["Starts"] = first
    row = copy.add_row("Clients", values)
    return f"Clients row {row}: {client.name} is new."


def _back(copy: WorkbookCopy, week: Week, client: Client) -> str:
    """The client's row without what keeps the client away."""
    row = client.row
    copy.put("Clients", row, "Active", "yes")
    starts, ends = (_date_in(copy, row, column) for column in ("Starts", "Ends"))
    if starts is not None and starts > _date(week, 6):
        copy.put("Clients", row, "Starts", None)
    if ends is not None and ends < week.program.monday:
        copy.put("Clients", row, "Ends", None)
    return f"Clients row {row}: {client.name} is back."


def _date_in(copy: WorkbookCopy, row: int, column: str) -> date | None:
    value = copy.tables.cell("Clients", row, column)
    return None if is_blank(value) else date_of(value)


def _date(week: Week, day: int) -> date:
    return week.program.monday + timedelta(days=day)
