"""Dates: Excel date cells and text such as 2026-11-23."""

from __future__ import annotations

import re
from datetime import date, datetime

from scheduler.workbook.values import BadValue, Value, collapsed

EXPECTED = "expected a date: an Excel date, or text such as 2026-11-23"

_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00)?)?")


def date_of(value: Value) -> date:
    """The date; a time of day beside it is dropped."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        if value.year < 1950:
            raise BadValue(EXPECTED)
        return value
    match = _ISO.fullmatch(collapsed(value)) if isinstance(value, str) else None
    if not match:
        raise BadValue(f"{EXPECTED}{_hint(value)}")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise BadValue(f"{EXPECTED}; there is no such day") from None


def _hint(value: Value) -> str:
    """An American date that is a text was typed into a cell formatted as one; others may mean it the other way."""
    match = _AMERICAN.fullmatch(collapsed(value)) if isinstance(value, str) else None
    try:
        day = date(int(match[3]), int(match[1]), int(match[2])) if match else None
    except ValueError:
        day = None
    return f"; probably {day} was meant" if day else ""
