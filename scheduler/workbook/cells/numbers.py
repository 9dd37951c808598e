"""Whole numbers, minutes, and decimal hours."""

from __future__ import annotations

import re
from collections.abc import Callable
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


def whole(least: int = 0, most: int | None = None) -> Callable[[Value], int]:
    """A reader of whole numbers from least to most."""
    limits = f"{least} or more" if most is None else f"from {least} to {most}"
    expected = f"expected a whole number, {limits}"

    def parse(value: Value) -> int:
        number = _decimal(value, expected, ("",), _as_number)
        if number != number.to_integral_value() or number < least or (most is not None and number > most):
            raise BadValue(expected)
        return int(number)

    return parse


def minutes(least: int = 0, most: int = 24 * 60) -> Callable[[Value], int]:
    """A reader of a length in whole minutes."""
    expected = f"expected a whole number of minutes, from {least} to {most}"

    def parse(value: Value) -> int:
        number = _decimal(value, expected, _MINUTE_WORDS, _as_minutes)
        if number != number.to_integral_value() or not least <= number <= most:
            raise BadValue(expected)
        return int(number)

    return parse


def hours(most: int = HOURS_IN_A_WEEK) -> Callable[[Value], int]:
    """A reader of decimal hours that returns whole minutes (1.5 is 90)."""
    expected = f"expected hours as a decimal number such as 9 or 1.5, from 0 to {most}"

    def parse(value: Value) -> int:
        number = _decimal(value, expected, _HOUR_WORDS, _as_hours)
        if not 0 <= number <= most:
            raise BadValue(expected)
        # 0.833 hours are people's way to write 50 minutes: the nearest minute is what was meant.
        return int((number * 60).quantize(Decimal(1), ROUND_HALF_UP))

    return parse


def _decimal(value: Value, expected: str, units: tuple[str, ...], meant: Callable[[timedelta], str]) -> Decimal:
    if isinstance(value, bool) or (isinstance(value, float) and not isfinite(value)):
        raise BadValue(expected)
    if isinstance(value, int | float):
        return Decimal(repr(value))
    if isinstance(value, str):
        text = collapsed(value).casefold()
        match = _NUMBER.fullmatch(text)
        if match and match[2] in units:
            return Decimal(match[1])
        clock = _CLOCK.fullmatch(text)
        guess = meant(timedelta(hours=int(clock[1]), minutes=int(clock[2]))) if clock else ""
        raise BadValue(expected + _hint(guess or _decimal_comma(text)))
    raise BadValue(f"expected a number, not {_kind(value)}{_hint(_guess(value, meant))}")


def _kind(value: Value) -> str:
    return "a date" if isinstance(value, date) and not _is_day_number(value) else "a time"


def _hint(guess: str) -> str:
    return f"; probably {guess} was meant (type it in a cell formatted as a number)" if guess else ""


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
