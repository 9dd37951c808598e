"""A hand-out as plain values: pages of facts, tables and notes. Kinds fill it, renderers print it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing inside a cell: a bold head, small lines under it, and perhaps an address to follow."""

    head: str
    notes: tuple[str, ...] = ()
    link: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        return (self.head, *self.notes, *((self.link,) if self.link else ()))


Cell = str | int | float | tuple[Entry, ...]
"""Text, a number (printed to the right), or several entries one under the other."""

Row = tuple[Cell, ...]
"""As many cells as the table has columns; a single cell is a band across all of them, such as the name of a day."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and the share of the width that the column takes."""

    title: str
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """`flagged` rows (by position) are those that need attention; `tall` leaves room in each row to write by hand."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    flagged: frozenset[int] = frozenset()
    tall: bool = False
    centred: bool = False

    def is_band(self, row: Row) -> bool:
        return len(row) == 1 < len(self.columns)


@dataclass(frozen=True, slots=True)
class Page:
    """One page (or a run of pages) about one subject. facts are (label, value); notes are sentences at the end."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One file in every format.

    path: the file's place in the folder without an ending, such as `clients/C07`. header and footer are printed on
    every page. points: the size of print. one_sheet: print may be made smaller so that all fits on a single sheet of
    paper. confidential documents say so on every page.
    """

    path: str
    title: str
    header: str
    pages: tuple[Page, ...]
    landscape: bool = False
    points: int = 9
    one_sheet: bool = False
    confidential: bool = False

    @property
    def footer(self) -> str:
        return "Confidential client information: do not post or leave lying open." if self.confidential else ""
