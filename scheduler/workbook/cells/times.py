"""Times of day: Excel times, day fractions, and the many ways people type them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from scheduler.domain.calendar import MIDNIGHT
from scheduler.workbook.values import BadValue, Value, collapsed

EXPECTED = "expected a time such as 9:00, 5:30 PM or 17:30"

NOON = MIDNIGHT // 2
EARLIEST = 6 * 60
"""Before it people hardly meet: 5:30 was rather meant for the afternoon."""

_DAY_ZERO_OF_1900 = datetime(1899, 12, 31)
_LEAP_DAY_THAT_WAS_NOT, _DAY_ZERO = datetime(1900, 3, 1), datetime(1899, 12, 30)
"""Excel counts a 29 February 1900: from then on its days are numbered from another day."""

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2}(?:\.\d+)?))?)?\s*([ap])?\.?\s*(?:m\.?)?", re.IGNORECASE)
_FOUR_DIGITS = re.compile(r"(\d{2})(\d{2})")


def time_of(value: Value) -> int:
    """Minutes from midnight, 0 to 1440, rounded to the whole minute."""
    try:
        return _within_a_day(_seconds(value))
    except BadValue as problem:
        raise BadValue(f"{problem}{_hint(value)}") from None


def _hint(value: Value) -> str:
    """What a time typed without a colon was probably meant to be: 9:00 for 9, and for 900."""
    number = _number_typed(value)
    hour, minute = divmod(number, 100) if number >= 100 else (number, 0)
    return f"; probably {hour}:{minute:02d} was meant" if 1 <= hour < 24 and minute < 60 else ""


def _number_typed(value: Value) -> int:
    """The whole number that a cell holds, also where its format shows a date; 0 if there is none."""
    if isinstance(value, str):
        text = collapsed(value)
        return int(text) if text.isdecimal() and len(text) < 5 else 0
    if isinstance(value, datetime) and value.time() == time() and value.year < 1910:
        return (value - (_DAY_ZERO_OF_1900 if value < _LEAP_DAY_THAT_WAS_NOT else _DAY_ZERO)).days
    if isinstance(value, float):
        return int(value) if value.is_integer() else 0
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _within_a_day(seconds: float) -> int:
    minutes = round(seconds / 60)
    if not 0 <= minutes <= MIDNIGHT:
        raise BadValue(f"{EXPECTED}, from 0:00 to 24:00")
    return minutes


def _seconds(value: Value) -> float:
    if isinstance(value, time):
        return value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, datetime):
        return _seconds_of_datetime(value)
    if isinstance(value, str):
        return _seconds_of_text(collapsed(value))
    if isinstance(value, date):
        raise BadValue(f"{EXPECTED}, not a date")
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return value * 86_400
    raise BadValue(EXPECTED)


def _seconds_of_datetime(value: datetime) -> float:
    # Excel keeps 24:00 as day 1 of its calendar: a time, though it looks like a date in January 1900.
    if value.date() == date(1900, 1, 1) and value.time() != time():
        # The date that many programs give to a time that has none; the cell shows the time.
        return _seconds(value.time())
    if value.year == 1900:
        return (value - _DAY_ZERO_OF_1900).total_seconds()
    if value.year == 1899:
        return _seconds(value.time())
    if value.time() == time():
        raise BadValue(f"{EXPECTED}, not a date")
    return _seconds(value.time())


def _seconds_of_text(text: str) -> float:
    if text.casefold() in ("noon", "12 noon"):
        return 12 * 3600
    if text.casefold() in ("midnight", "12 midnight"):
        raise BadValue(f"{EXPECTED}; midnight is written 0:00 where a day begins, and 24:00 where it ends")
    match = _CLOCK.fullmatch(text)
    military = _FOUR_DIGITS.fullmatch(text)
    if military:
        hour, minute, second, half = int(military[1]), int(military[2]), 0.0, None
    elif match and (match[2] or match[4]):
        hour, minute, second, half = int(match[1]), int(match[2] or 0), float(match[3] or 0), match[4]
    else:
        raise BadValue(EXPECTED)
    if minute > 59 or second >= 60 or (half and not 1 <= hour <= 12):
        raise BadValue(EXPECTED)
    if half:
        hour = hour % 12 + (12 if half.casefold() == "p" else 0)
    return hour * 3600 + minute * 60 + second
