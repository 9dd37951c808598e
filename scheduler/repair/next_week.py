"""Next week's input from this week's: what changes in the workbook, and what a coordinator should look at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TypeVar

from scheduler.domain.calendar import monday_of
from scheduler.workbook.cells.dates import date_of
from scheduler.workbook.cells.days import ends_of_dates, parts_with_dates
from scheduler.workbook.cells.numbers import whole
from scheduler.workbook.editing import WorkbookCopy
from scheduler.workbook.sheets import SETTINGS, key
from scheduler.workbook.tables import Row
from scheduler.workbook.values import BadValue, Value

Read = TypeVar("Read")

WEEK = timedelta(days=7)


def move_to_next_week(copy: WorkbookCopy) -> tuple[str, ...]:
    """Moves the copy on by one week; returns what was changed and what is worth a look, in sentences.

    The date goes 7 days on, dates of Starts, Ends and Closures that are past are dropped, Program week goes one on.
    """
    monday = _moved_date(copy)
    sentences = [f"Week of: {monday.isoformat()}."]
    sentences += _clients(copy, monday)
    sentences += _closures(copy, monday)
    locks = len(copy.tables.rows("Locks"))
    if locks:
        sentences.append(f"Locks: {locks} row{'s' * (locks != 1)} kept; delete those that were for the past week.")
    if copy.has_formulas:
        sentences.append("Formulas keep their last values until the workbook is opened and saved in Excel.")
    return tuple(sentences)


def _moved_date(copy: WorkbookCopy) -> date:
    """The new Monday. The day of the week that stood there is kept."""
    names = {key(setting.name): setting.name for setting in SETTINGS}
    for row in copy.tables.rows("Program"):
        if names.get(key(str(row.values.get("Setting", "")))) == "Week of":
            moved = date_of(row.values["Value"]) + WEEK
            copy.put("Program", row.number, "Value", moved)
            return monday_of(moved)
    raise BadValue("the sheet Program has no row Week of")


def _clients(copy: WorkbookCopy, monday: date) -> list[str]:
    started, ended, advanced = [], [], []
    for row in copy.tables.rows("Clients"):
        name = str(row.values.get("Client", ""))
        starts, ends = _read(row, "Starts", date_of), _read(row, "Ends", date_of)
        if starts is not None and starts <= monday:
            copy.put("Clients", row.number, "Starts", None)
            started.append(name)
        if ends is not None and ends < monday:
            # Without its date the client would be back: one who has left stays away.
            copy.put("Clients", row.number, "Ends", None)
            copy.put("Clients", row.number, "Active", "no")
            ended.append(name)
        week = _read(row, "Program week", whole(1))
        if week is not None:
            copy.put("Clients", row.number, "Program week", week + 1)
            advanced.append(name)
    return [
        *_about(started, "Starts dropped, since it is past"),
        *_about(ended, "Ends dropped and Active set to no, since it is past"),
        *_about(advanced, "Program week one on"),
    ]


def _about(names: list[str], what: str) -> list[str]:
    return [f"{what}: {', '.join(names)}."] if names else []


def _read(row: Row, column: str, parse: Callable[[Value], Read]) -> Read | None:
    try:
        return parse(row.values[column])
    except (KeyError, BadValue):
        return None


def _closures(copy: WorkbookCopy, monday: date) -> list[str]:
    """Dates that are past go, and with its last one the row; days of the week stay."""
    dropped, kept = [], []
    for row in copy.tables.rows("Closures"):
        days = row.values.get("Days")
        left = _without_past(days, monday)
        if left == "":
            for column in row.values:
                copy.put("Closures", row.number, column, None)
            dropped.append(str(row.number))
        elif isinstance(left, str) and left != days:
            copy.put("Closures", row.number, "Days", left)
        if isinstance(left, str) and any(_ends(part) is None for part in parts_with_dates(left)):
            kept.append(str(row.number))
    return [
        *_about(dropped, "Closures dropped, since their dates are past, in rows"),
        *_about(kept, "Closures that name days of the week are kept; delete those of the past week, in rows"),
    ]


def _without_past(days: Value, monday: date) -> Value:
    """The cell without dates before the Monday; blank if nothing is left."""
    if isinstance(days, date):
        day = days.date() if isinstance(days, datetime) else days
        return "" if day < monday else days
    if not isinstance(days, str):
        return days
    parts = parts_with_dates(days)
    left = tuple(part for part in parts if not _is_past(part, monday))
    return days if left == parts else ", ".join(left)


def _is_past(part: str, monday: date) -> bool:
    ends = _ends(part)
    return ends is not None and ends[1] < monday


def _ends(part: str) -> tuple[date, date] | None:
    try:
        return ends_of_dates(part)
    except BadValue:
        return None
