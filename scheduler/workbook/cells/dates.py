"""Dates: Excel date cells and text such as 2026-11-23."""

from __future__ import annotations

import re
from datetime import date, datetime

from scheduler.workbook.values import BadValue, Value, collapsed

EXPECTED = "expected a date: an Excel date, or text such as 2026-11-23"

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
        raise BadValue(EXPECTED)
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise BadValue(f"{EXPECTED}; there is no such day") from None
