"""Weeks of treatment: `3`, `1-4`, `1 to 4`, `13+`, and lists of them."""

from __future__ import annotations

import re
from datetime import date

from scheduler.workbook.values import BadValue, Value, collapsed

EXPECTED = "expected weeks of treatment such as 1-4, 5 to 13, 13+ or 3"

_RANGE = re.compile(r"(?:weeks?\s*)?(\d+)(?:\s*(?:-|[\u2010-\u2015]|to|through)\s*(\d+)|\s*(\+))?")

Weeks = tuple[tuple[int, int | None], ...]


def program_weeks_of(value: Value) -> Weeks:
    """Inclusive (first, last) ranges, sorted; last None where the range has no end."""
    if isinstance(value, date):
        raise BadValue(
            f"{EXPECTED}; Excel has turned it into a date, probably {value.month}-{value.day} was meant "
            "(format the column as Text and type it again)"
        )
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = f"{value:g}"
    if not isinstance(value, str):
        raise BadValue(EXPECTED)
    parts = [part for part in re.split(r"[;,]", collapsed(value).casefold()) if part.strip()]
    return tuple(sorted((_range(part.strip()) for part in parts), key=lambda weeks: weeks[0]))


def _range(text: str) -> tuple[int, int | None]:
    match = _RANGE.fullmatch(text)
    if not match:
        raise BadValue(EXPECTED)
    first = int(match[1])
    last = None if match[3] else int(match[2] or first)
    if first < 1 or (last is not None and last < first):
        raise BadValue(f"{EXPECTED}, the first week before the last")
    return first, last
