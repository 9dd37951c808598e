"""The text of a cell, and text that a file format cannot hold."""

from __future__ import annotations

import re

from scheduler.report.handouts.document import Cell, Entry

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without control characters, which XML and spreadsheets refuse."""
    return _CONTROL.sub("", text)


def number(value: int | float) -> str:
    """`9`, `1.5`: no needless zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def between(entries: tuple[Entry, ...]) -> str:
    """What parts the entries of a cell: a blank line where one of them has several lines."""
    return "\n\n" if any(len(entry.lines) > 1 for entry in entries) else "\n"


def flat(cell: Cell) -> str:
    """The cell as plain lines."""
    if isinstance(cell, tuple):
        return printable(between(cell).join("\n".join(entry.lines) for entry in cell))
    return printable(cell) if isinstance(cell, str) else number(cell)
