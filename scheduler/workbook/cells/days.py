"""Days of the week: `Mon`, `Mon-Fri`, `Mon/Wed/Fri`, `weekdays`, `daily`; and the dates that Closures admits."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from scheduler.workbook.cells.dates import date_of
from scheduler.workbook.values import BadValue, Value, collapsed

EXPECTED = "expected days such as Mon, Mon-Fri, Mon/Wed/Fri, weekdays or daily"

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_GROUPS = {
    "weekday": range(5),
    "weekdays": range(5),
    "daily": range(7),
    "everyday": range(7),
    "every day": range(7),
    "all days": range(7),
    "weekend": range(5, 7),
    "weekends": range(5, 7),
}
_BETWEEN = re.compile(r"\s*[,;/&+]\s*|\s+and\s+")
_TO = re.compile(r"\s*[-\u2010-\u2015]\s*|\s+(?:to|through|thru|until)\s+")
_ISO_DATES = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})(?:\s+(?:to|through|thru|until)\s+(\d{4}-\d{1,2}-\d{1,2}))?")


def days_of(value: Value) -> tuple[int, ...]:
    """The days, 0 (Monday) to 6 (Sunday), sorted, each once."""
    return tuple(sorted({day for part in _parts(value) for day in _days_of_part(part)}))


def day_of(value: Value) -> int:
    """The one day that a cell names."""
    days = days_of(value)
    if len(days) != 1:
        raise BadValue("expected one day such as Mon")
    return days[0]


def days_or_dates_of(value: Value) -> tuple[tuple[int, ...], tuple[date, ...]]:
    """The days of the week and the dates that a cell of Closures names."""
    if isinstance(value, date):
        return (), (value.date() if isinstance(value, datetime) else value,)
    days: set[int] = set()
    dates: set[date] = set()
    for part in _parts(value):
        match = _ISO_DATES.fullmatch(part)
        if match:
            dates |= _date_range(date_of(match[1]), date_of(match[2] or match[1]))
        else:
            days |= set(_days_of_part(part))
    return tuple(sorted(days)), tuple(sorted(dates))


def _date_range(first: date, last: date) -> set[date]:
    if last < first or (last - first).days > 366:
        raise BadValue("expected dates in order, at most a year")
    return {first + timedelta(days=number) for number in range((last - first).days + 1)}


def _parts(value: Value) -> list[str]:
    if not isinstance(value, str):
        raise BadValue(f"{EXPECTED}, not a date or number")
    parts = [part for part in _BETWEEN.split(collapsed(value).casefold()) if part]
    if not parts:
        raise BadValue(EXPECTED)
    return parts


def _days_of_part(part: str) -> list[int]:
    if part in _GROUPS:
        return list(_GROUPS[part])
    ends = _TO.split(part)
    if len(ends) == 2:
        first, last = _day_named(ends[0]), _day_named(ends[1])
        return [(first + step) % 7 for step in range((last - first) % 7 + 1)]
    if len(ends) == 1 and " " in part:
        return [_day_named(word) for word in part.split()]
    if len(ends) == 1:
        return [_day_named(part)]
    raise BadValue(EXPECTED)


def _day_named(word: str) -> int:
    """A day's name, its plural, or any beginning of it that no other day shares."""
    stem = word.strip().removesuffix(".")
    stem = "wed" if stem in ("weds", "weds.") else stem.removesuffix("s") if stem.endswith("days") else stem
    found = [day for day, name in enumerate(_NAMES) if stem and name.startswith(stem)]
    if len(found) != 1:
        raise BadValue(EXPECTED)
    return found[0]
