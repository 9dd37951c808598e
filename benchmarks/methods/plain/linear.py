"""Rows over whole numbers, and what may happen at one time: what CP-SAT and a MIP solver are both given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Terms = list[tuple[int, int]]
"""(coefficient, number of a variable)."""


@dataclass(frozen=True)
class Row:
    """low <= the sum of the terms <= high; None: no limit."""

    terms: Terms
    low: int | None
    high: int | None


@dataclass(frozen=True)
class Use:
    """Time taken by something for minutes when `presence` is 1, from the start whose variable is 1.

    own: the variables of the starts are 1 only if presence is; otherwise they say when a session is held that
    presence merely takes part in.
    """

    presence: int
    minutes: int
    starts: tuple[tuple[int, int], ...]
    own: bool


@dataclass(frozen=True)
class AtOnce:
    """At most `most` of the uses, each with the pause after it, and of the closed stretches, at any moment."""

    uses: tuple[Use, ...]
    most: int
    pause: int
    closed: tuple[tuple[int, int], ...] = ()


@dataclass
class Linear:
    """Variables by number, each from 0 to its highest value."""

    highest: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    at_once: list[AtOnce] = field(default_factory=list)

    def amount(self, highest: int) -> int:
        self.highest.append(max(0, highest))
        return len(self.highest) - 1

    def bool(self) -> int:
        return self.amount(1)

    def at_most(self, terms: Iterable[tuple[int, int]], high: int) -> None:
        self._row(terms, None, high)

    def at_least(self, terms: Iterable[tuple[int, int]], low: int) -> None:
        self._row(terms, low, None)

    def equal(self, terms: Iterable[tuple[int, int]], value: int) -> None:
        self._row(terms, value, value)

    def implies(self, first: int, second: int) -> None:
        """If the first is 1, so is the second."""
        self.at_most([(1, first), (-1, second)], 0)

    def not_both(self, first: int, second: int) -> None:
        self.at_most([(1, first), (1, second)], 1)

    def one_of(self, first: int, others: Iterable[int]) -> None:
        """If the first is 1, so is one of the others at least."""
        self.at_most([(1, first), *minus(ones(others))], 0)

    def limit_at_once(self, uses: list[Use], most: int, pause: int = 0, closed: Iterable[tuple[int, int]] = ()) -> None:
        if len(uses) + len(tuple(closed)) > most:
            self.at_once.append(AtOnce(tuple(uses), most, pause, tuple(closed)))

    def _row(self, terms: Iterable[tuple[int, int]], low: int | None, high: int | None) -> None:
        self.rows.append(Row(gathered(terms), low, high))


def gathered(terms: Iterable[tuple[int, int]]) -> Terms:
    """Each variable once."""
    total: dict[int, int] = {}
    for coefficient, variable in terms:
        total[variable] = total.get(variable, 0) + coefficient
    return [(coefficient, variable) for variable, coefficient in total.items() if coefficient]


def ones(variables: Iterable[int]) -> Terms:
    return [(1, variable) for variable in variables]


def times(factor: int, terms: Iterable[tuple[int, int]]) -> Terms:
    return [(factor * coefficient, variable) for coefficient, variable in terms]


def minus(terms: Iterable[tuple[int, int]]) -> Terms:
    return times(-1, terms)
