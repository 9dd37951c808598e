"""A table before it is a sheet or a frame: titled columns, and rows of plain values in exact minutes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Cell = str | int | float | None
"""Text, a count, minutes (in columns of times and hours), a fraction (in columns of percent), or nothing."""


class Form(StrEnum):
    """How a column's values are meant and shown."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    """Text that wraps."""
    TIME = "time"
    """Minutes from midnight, shown HH:MM."""
    HOURS = "hours"
    """Minutes, written as decimal hours."""
    COUNT = "count"
    PERCENT = "percent"
    """A fraction, shown as whole percent."""
    AMOUNT = "amount"
    """A number with as many decimals as it needs: hours in one row, a count in the next."""


class Tone(StrEnum):
    """How a row is shown."""

    PLAIN = "plain"
    ALERT = "alert"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; bar: its numbers also show as bars; widest: the most characters of a line, for text."""

    title: str
    form: Form = Form.TEXT
    bar: bool = False
    widest: int = 44


@dataclass(frozen=True, slots=True)
class Row:
    """One row: as many cells as the table has columns. roster: the session whose roster the first cell leads to."""

    cells: tuple[Cell, ...]
    tone: Tone = Tone.PLAIN
    roster: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet's table, its name the sheet's."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
