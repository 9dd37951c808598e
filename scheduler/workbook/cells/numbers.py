"""Whole numbers, minutes, and decimal hours."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from scheduler.workbook.values import BadValue, Value, collapsed

_NUMBER = re.compile(r"([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*([a-z]*)\.?")
_CLOCK = re.compile(r"(\d+):(\d{2})(?::\d{2})?")
_HOUR_WORDS = ("", "h", "hr", "hrs", "hour", "hours")
_MINUTE_WORDS = ("", "m", "min", "mins", "minute", "minutes")

HOURS_IN_A_WEEK = 168
NO_LIMIT = 10_000
"""People write 999 hours where a maximum is not meant to bind: maxima may be that large."""

_DAY_ZERO_OF_1900 = datetime(1899, 12, 31)
"""What Excel counts the days of January and February 1900 from."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a column asks for: in words, the units that may follow it, which numbers will do.

    meant: what a time of the clock was probably meant to be.
    """

    expected: str
    units: tuple[str, ...]
    fits: Callable[[Decimal], bool]
    meant: Callable[[timedelta], str]


def whole(least: int = 0, most: int | None = None) -> Callable[[Value], int]:
    """A reader of whole numbers from least to most."""
    limits = f"{least} or more" if most is None else f"from {least} to {most}"
    wanted = _Wanted(f"expected a whole number, {limits}", ("",), _whole_within(least, most), _as_number)
    return lambda value: int(_number(value, wanted))


def minutes(least: int = 0, most: int = 24 * 60) -> Callable[[Value], int]:
    """A reader of a length in whole minutes."""
    expected = f"expected a whole number of minutes, from {least} to {most}"
    wanted = _Wanted(expected, _MINUTE_WORDS, _whole_within(least, most), _as_minutes)
    return lambda value: int(_number(value, wanted))


def hours(most: int = HOURS_IN_A_WEEK) -> Callable[[Value], int]:
    """A reader of decimal hours that returns whole minutes (1.5 is 90)."""
    expected = f"expected hours as a decimal number such as 9 or 1.5, from 0 to {most}"
    wanted = _Wanted(expected, _HOUR_WORDS, lambda number: 0 <= number <= most, _as_hours)
    # 0.833 hours are people's way to write 50 minutes: the nearest minute is what was meant.
    return lambda value: int((_number(value, wanted) * 60).quantize(Decimal(1), ROUND_HALF_UP))


def _whole_within(least: int, most: int | None) -> Callable[[Decimal], bool]:
    return lambda number: number == number.to_integral_value() and number >= least and (most is None or number <= most)


def _number(value: Value, wanted: _Wanted) -> Decimal:
    number = _decimal(value, wanted)
    if not wanted.fits(number):
        raise BadValue(wanted.expected)
    return number


def _decimal(value: Value, wanted: _Wanted) -> Decimal:
    if isinstance(value, bool) or (isinstance(value, float) and not isfinite(value)):
        raise BadValue(wanted.expected)
    if isinstance(value, int | float):
        return Decimal(repr(value))
    if isinstance(value, str):
        text = collapsed(value).casefold()
        match = _NUMBER.fullmatch(text)
        if match and match[2] in wanted.units:
            return Decimal(match[1])
        clock = _CLOCK.fullmatch(text)
        guess = wanted.meant(timedelta(hours=int(clock[1]), minutes=int(clock[2]))) if clock else ""
        raise BadValue(wanted.expected + _hint(guess or _decimal_comma(text), wanted))
    raise BadValue(f"expected a number, not {_kind(value)}{_hint(_guess(value, wanted.meant), wanted)}")


def _kind(value: Value) -> str:
    return "a date" if isinstance(value, date) and not _is_day_number(value) else "a time"


def _hint(guess: str, wanted: _Wanted) -> str:
    """The guess, if the column would take it."""
    if not guess or not wanted.fits(Decimal(guess)):
        return ""
    return f"; probably {guess} was meant (type it in a cell formatted as a number)"


def _decimal_comma(text: str) -> str:
    return text.replace(",", ".") if re.fullmatch(r"\d+,\d+", text) else ""


def _is_day_number(value: date) -> bool:
    return isinstance(value, datetime) and value < datetime(1900, 3, 1)


def _guess(value: Value, meant: Callable[[timedelta], str]) -> str:
    if isinstance(value, time):
        return meant(timedelta(hours=value.hour, minutes=value.minute, seconds=value.second))
    if isinstance(value, timedelta):
        return meant(value)
    if isinstance(value, datetime) and _is_day_number(value):
        return _plain((value - _DAY_ZERO_OF_1900) / timedelta(days=1))
    if isinstance(value, date):
        # Some countries' Excel reads 1.5 as the first of May.
        return f"{value.day}.{value.month}"
    return ""


def _plain(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _as_hours(length: timedelta) -> str:
    return _plain(length / timedelta(hours=1))


def _as_minutes(length: timedelta) -> str:
    return _plain(length / timedelta(minutes=1))


def _as_number(length: timedelta) -> str:
    # A whole number that Excel shows as a time is that many days in its own count.
    return _plain(length / timedelta(days=1)) if length >= timedelta(days=1) else _plain(length / timedelta(hours=1))
