"""The turns of phrase that findings share."""

from __future__ import annotations

from collections.abc import Iterable

from scheduler.domain.calendar import DAY_NAMES, clock


def span(start: int, end: int) -> str:
    """`09:00-10:30`."""
    return f"{clock(start)}-{clock(end)}"


def days(numbers: Iterable[int]) -> str:
    """`Mon, Wed`."""
    return ", ".join(DAY_NAMES[day] for day in sorted(set(numbers)))


def either_of(names: Iterable[str]) -> str:
    """`A, B or C`; `nobody` for none."""
    return _joined(list(names), "or")


def all_of(names: Iterable[str]) -> str:
    """`A, B and C`; `nobody` for none."""
    return _joined(list(names), "and")


def counted(number: int, noun: str) -> str:
    """`1 client`, `2 clients`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _joined(names: list[str], word: str) -> str:
    if not names:
        return "nobody"
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
