"""Edits of Clients, Commitments, Appointments, Locks and Phases."""

from __future__ import annotations

from collections.abc import Callable

from scheduler.domain.calendar import DAY_NAMES, hours
from scheduler.explain.edits.editor import Edit, Editor
from scheduler.explain.given import counted_by_day, treatment_days
from scheduler.explain.lifts import Lift
from scheduler.explain.moved import moved


def commitment(editor: Editor, lift: Lift) -> Edit:
    commitment = next(c for c in editor.week.commitments if c.row == lift.row)
    change = moved(editor.week, editor.schedule, commitment)
    if change is None:
        return Edit((), "")
    column, after, sentence = change
    return Edit((editor.cell("Commitments", lift.row, lift.who, column, after),), sentence)


def track(editor: Editor, lift: Lift) -> Edit:
    client = editor.client(lift.who)
    cell = editor.listed_cell("Clients", client.row, client.name, "Tracks", client.tracks, add=lift.what)
    return Edit((cell,), f"{client.name} in the track {lift.what} too")


def virtual_day(editor: Editor, lift: Lift) -> Edit:
    client = editor.client(lift.who)
    days = [DAY_NAMES[day] for day in client.virtual_days]
    cell = editor.listed_cell("Clients", client.row, client.name, "Virtual days", days, drop=DAY_NAMES[lift.day])
    return Edit((cell,), f"{client.name} in person on {DAY_NAMES[lift.day]}")


def modality(editor: Editor, lift: Lift) -> Edit:
    client = editor.client(lift.who)
    cell = editor.cell("Clients", client.row, client.name, "Modality", "either")
    return Edit((cell,), f"{client.name} in person or virtual, as it suits")


def cover(editor: Editor, lift: Lift) -> Edit:
    client = editor.client(lift.who)
    cell = editor.cell("Clients", client.row, client.name, "Cover clinician", lift.what)
    return Edit((cell,), f"{lift.what} as cover clinician of {client.name}")


def holder(editor: Editor, lift: Lift) -> Edit:
    service = next(a.service for a in editor.week.appointments if a.row == lift.row)
    cell = editor.cell("Appointments", lift.row, lift.who, "Clinician", lift.what)
    return Edit((cell,), f"{service} of {lift.who} with {lift.what}")


def avoid(editor: Editor, lift: Lift) -> Edit:
    client = editor.client(lift.who)
    avoided = client.avoid_clinicians
    cell = editor.listed_cell("Clients", client.row, client.name, "Avoid clinicians", avoided, drop=lift.what)
    return Edit((cell,), f"{client.name} may see {lift.what}")


def never(editor: Editor, lift: Lift) -> Edit:
    row = next(row for row in editor.tables.rows("Locks") if row.number == lift.row)
    cells = tuple(editor.cell("Locks", lift.row, lift.who, column, "") for column in row.values)
    return Edit(cells, f"row {lift.row} of Locks cleared")


def keep_apart(editor: Editor, lift: Lift) -> Edit:
    row = next(row for row in editor.tables.rows("Keep apart") if row.number == lift.row)
    cells = tuple(editor.cell("Keep apart", lift.row, lift.who, column, "") for column in row.values)
    return Edit(cells, f"row {lift.row} of Keep apart cleared")


def authorized_hours(editor: Editor, lift: Lift) -> Edit:
    return _own_most(editor, lift, "Authorized hours", _whole_week)


def authorized_day(editor: Editor, lift: Lift) -> Edit:
    return _own_most(editor, lift, "Authorized hours per day", _longest_day)


def _own_most(editor: Editor, lift: Lift, column: str, needed: Callable[[dict[int, int]], int]) -> Edit:
    client = editor.client(lift.who)
    most = hours(needed(counted_by_day(editor.week, editor.schedule, client)))
    cell = editor.cell("Clients", client.row, client.name, column, most)
    return Edit((cell,), f"{most} {column} for {client.name} instead of {cell.before}".replace("A", "a", 1))


def authorized_days(editor: Editor, lift: Lift) -> Edit:
    client = editor.client(lift.who)
    days = len(treatment_days(editor.week, editor.schedule, client.name))
    cell = editor.cell("Clients", client.row, client.name, "Authorized days", str(days))
    return Edit((cell,), f"{days} authorized days for {client.name} instead of {cell.before}")


def phase_hours(editor: Editor, lift: Lift) -> Edit:
    given = counted_by_day(editor.week, editor.schedule, editor.client(lift.who))
    return _phase(editor, lift, "Max hours", hours(_whole_week(given)))


def phase_day(editor: Editor, lift: Lift) -> Edit:
    given = counted_by_day(editor.week, editor.schedule, editor.client(lift.who))
    return _phase(editor, lift, "Max hours per day", hours(_longest_day(given)))


def phase_days(editor: Editor, lift: Lift) -> Edit:
    return _phase(editor, lift, "Max days", str(len(treatment_days(editor.week, editor.schedule, lift.who))))


def _phase(editor: Editor, lift: Lift, column: str, after: str) -> Edit:
    phase = editor.week.phase_by_name[lift.what]
    cell = editor.cell("Phases", phase.row, phase.name, column, after)
    return Edit((cell,), f"{column} {after} for the phase {phase.name} instead of {cell.before}")


def _whole_week(given: dict[int, int]) -> int:
    return _quarters(sum(given.values()))


def _longest_day(given: dict[int, int]) -> int:
    return _quarters(max(given.values(), default=0))


def _quarters(minutes: int) -> int:
    """Rounded up to what is easily written in hours."""
    return -(-minutes // 15) * 15
