"""The raw value of a cell, and how messages show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """An Excel error such as `#N/A`."""

    code: str


@dataclass(frozen=True, slots=True)
class NoStoredValue:
    """A formula that was never calculated, so that the file holds no value for it."""


Value = str | int | float | bool | date | time | timedelta | ErrorValue | NoStoredValue | None
"""What a cell holds; `datetime` is a `date`. Blank cells are None."""


class BadValue(Exception):
    """A cell's value cannot be what its column asks for; the message says what is expected."""


LONGEST = 80
"""Messages quote no more of a cell than this many characters."""


def is_blank(value: Value) -> bool:
    """Whether a cell holds nothing or only white space."""
    return value is None or (isinstance(value, str) and not collapsed(value))


def collapsed(text: str) -> str:
    """The text without outer space, every inner run of white space made one space."""
    return " ".join(text.replace("\u200b", "").replace("\ufeff", "").split())


def text_of(value: Value) -> str:
    """The value as free text, whatever kind it is."""
    return collapsed(value) if isinstance(value, str) else shown(value)


def shown(value: Value) -> str:
    """The value as a message quotes it: text in quotes, times as 09:00, dates as 2026-11-23."""
    if isinstance(value, str):
        text = collapsed(value)
        return f'"{text}"' if len(text) <= LONGEST else f'"{text[:LONGEST]}..."'
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        hours, minutes = divmod(round(value.total_seconds() / 60), 60)
        return f"{hours:02d}:{minutes:02d}"
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, NoStoredValue):
        return "a formula without a stored value"
    return "blank" if value is None else str(value)
