"""A program as rows of whole numbers: plain values, which go from one process to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

INFINITY = float("inf")
THOUSAND = 1000
"""Fractions are told as so many parts of one."""


@dataclass
class LinearRows:
    """Integer columns between bounds with their costs, and rows between bounds; entries of a row by column.

    Numbers are whole; an end that a row does not have is infinite.
    """

    lower: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    costs: list[int] = field(default_factory=list)
    offset: int = 0
    rows: list[tuple[dict[int, int], float, float]] = field(default_factory=list)

    def add(self, terms: Iterable[tuple[int, int]], least: float, most: float) -> None:
        """A row of (reference, coefficient) terms; reference -1 - k is the negation of the 0-1 column k."""
        entries: dict[int, int] = {}
        constant = 0
        for reference, coefficient in terms:
            if reference < 0:
                constant += coefficient
                reference, coefficient = -reference - 1, -coefficient
            entries[reference] = entries.get(reference, 0) + coefficient
        self.rows.append((entries, least - constant, most - constant))

    def between(self, terms: Sequence[tuple[int, int]]) -> tuple[int, int]:
        """The least and the most that the terms, none of them a negation, can come to."""
        least = sum(c * (self.lower[v] if c > 0 else self.upper[v]) for v, c in terms)
        most = sum(c * (self.upper[v] if c > 0 else self.lower[v]) for v, c in terms)
        return least, most


@dataclass(frozen=True)
class MipQuestion:
    """The least costs of the rows, all columns whole numbers.

    end: in seconds since the epoch; seed: of chance; gap: how far from its bound a solution may be, a part of it;
    start: a solution that is known, all its columns.
    """

    rows: LinearRows
    end: float
    seed: int = 0
    gap: float = 0.0
    start: tuple[int, ...] | None = None


@dataclass(frozen=True)
class RelaxedQuestion:
    """What columns come to at the least costs, all columns fractions, for each limit of one of them.

    limited: the column, limits: each tighter than the one before; end: in seconds since the epoch.
    """

    rows: LinearRows
    end: float
    columns: tuple[int, ...]
    limited: int
    limits: tuple[int, ...]
