"""The plain rows of an input workbook, and how their cells are written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from scheduler.domain.calendar import DAY_NAMES, MIDNIGHT

Row = dict[str, object]
Sheets = dict[str, list[Row]]


def clock_cell(minutes: int) -> object:
    """Minutes from midnight as an Excel time, the end of the day as text (Excel has no time for it)."""
    return "24:00" if minutes >= MIDNIGHT else time(minutes // 60, minutes % 60)


def hours_cell(minutes: int) -> float | int:
    """Minutes as decimal hours, whole ones without a fraction."""
    return minutes // 60 if minutes % 60 == 0 else round(minutes / 60, 4)


def days_cell(days: Iterable[int]) -> str:
    """Days as a person writes them: `Mon-Fri`, `Mon, Wed, Fri`."""
    ordered = sorted(days)
    if len(ordered) > 2 and ordered == list(range(ordered[0], ordered[-1] + 1)):
        return f"{DAY_NAMES[ordered[0]]}-{DAY_NAMES[ordered[-1]]}"
    return list_cell(DAY_NAMES[day] for day in ordered)


def list_cell(names: Iterable[str]) -> str:
    """Names separated as the reader expects them: by `;` where a name itself holds a comma."""
    listed = list(names)
    return ("; " if any("," in name for name in listed) else ", ").join(listed)


def row(**cells: object) -> Row:
    """A row from column names written with `_` for a space; None is left out (a blank cell)."""
    return {column.replace("_", " "): value for column, value in cells.items() if value is not None}


def settings(**values: object) -> list[Row]:
    """The rows of the sheet Program."""
    return [{"Setting": name.replace("_", " "), "Value": value} for name, value in values.items()]
