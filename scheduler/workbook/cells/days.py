"""Days of the week: `Mon`, `Mon-Fri`, `Mon/Wed/Fri`, `weekdays`, `daily`; and the dates that Closures admits."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from scheduler.workbook.cells.dates import date_of
from scheduler.workbook.values import BadValue, Value, collapsed

EXPECTED = "expected days such as Mon, Mon-Fri, Mon/Wed/Fri, weekdays or daily"

EXPECTED_OR_DATES = f"{EXPECTED}, or dates such as 2026-11-26"

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
_BETWEEN_DATES = re.compile(r"[,;&+\n]|\s+and\s+", re.IGNORECASE)
_DATE = r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]00:00(?::00)?)?)"
_DATES = re.compile(rf"{_DATE}(?:(?:\s+(?:-|to|through|thru|until)\s+|\s*[\u2010-\u2015]\s*){_DATE})?", re.IGNORECASE)


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
    if not isinstance(value, str):
        raise BadValue(EXPECTED_OR_DATES)
    days: set[int] = set()
    dates: set[date] = set()
    for part in parts_with_dates(value):
        ends = ends_of_dates(part)
        if ends is not None:
            dates |= _date_range(*ends)
        else:
            days |= set(_days_beside_dates(part))
    return tuple(sorted(days)), tuple(sorted(dates))


def parts_with_dates(text: str) -> tuple[str, ...]:
    """The days, dates and ranges of them that a cell of Closures lists; a `/` may be within a date."""
    return tuple(part for part in map(collapsed, _BETWEEN_DATES.split(text)) if part)


def ends_of_dates(part: str) -> tuple[date, date] | None:
    """The first and the last of a date or range of dates; None if the part is neither."""
    match = _DATES.fullmatch(part)
    return (date_of(match[1]), date_of(match[2] or match[1])) if match else None


def _date_range(first: date, last: date) -> set[date]:
    if last < first or (last - first).days > 366:
        raise BadValue("expected dates in order, at most a year")
    return {first + timedelta(days=number) for number in range((last - first).days + 1)}


def _days_beside_dates(part: str) -> tuple[int, ...]:
    if part[0].isdigit():
        date_of(part)  # raises: it is no date, and the message says how one is written
    try:
        return days_of(part)
    except BadValue:
        raise BadValue(EXPECTED_OR_DATES) from None


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
