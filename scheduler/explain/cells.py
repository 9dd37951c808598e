"""Cells of the input workbook as texts that a person types, and changes of cells applied to the tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from scheduler.domain.calendar import DAY_NAMES, clock
from scheduler.domain.explanation import CellChange
from scheduler.workbook import Tables
from scheduler.workbook.values import Value

NEW = "new "


TIMES = ("Start", "End")
"""The columns that hold times of day, which Excel may keep as fractions of a day."""


def typed(value: Value, column: str = "") -> str:
    """What a person would type to get the value: times as HH:MM, dates as 2026-11-23, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return clock(round(value.total_seconds() / 60))
    if isinstance(value, int | float) and 0 <= value <= 1 and column in TIMES:
        return clock(round(value * 24 * 60))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def value_of(text: str) -> Value:
    """The value that a cell holds once the text is typed into it: a number, a text, or nothing."""
    text = text.strip()
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text or None


def list_text(names: Iterable[str], before: str = "") -> str:
    """Names as a list cell holds them, with the separator that the cell has, `;` where a name holds a comma."""
    listed = list(names)
    semicolon = ";" in before or any("," in name for name in listed)
    return ("; " if semicolon else ", ").join(listed)


def days_text(days: Iterable[int]) -> str:
    """`Mon-Fri`, `Mon, Wed, Fri`."""
    ordered = sorted(set(days))
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{DAY_NAMES[ordered[0]]}-{DAY_NAMES[ordered[-1]]}"
    return ", ".join(DAY_NAMES[day] for day in ordered)


def apply(tables: Tables, cells: Iterable[CellChange]) -> Tables:
    """The tables with the cells changed and the new rows added below the last ones, in the order of their numbers."""
    added: dict[tuple[str, str], dict[str, Value]] = {}
    for cell in cells:
        if cell.row.startswith(NEW):
            added.setdefault((cell.sheet, cell.row), {})[cell.column] = value_of(cell.after)
        else:
            tables = tables.with_cell(cell.sheet, int(cell.row), cell.column, value_of(cell.after))
    for (sheet, _), values in sorted(added.items(), key=lambda item: (item[0][0], int(item[0][1][len(NEW) :]))):
        tables = tables.with_row(sheet, values)
    return tables
