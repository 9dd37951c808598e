"""What every edit needs: the tables and the week as they are, the schedule as it would be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scheduler.domain.explanation import CellChange
from scheduler.domain.people import Client
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.cells import list_text, typed
from scheduler.workbook import Tables


@dataclass(frozen=True)
class Edit:
    """The cells of one change, and what it says to a coordinator (no full stop)."""

    cells: tuple[CellChange, ...]
    sentence: str


class Editor:
    """Writes the edits of one repair: tables and week as they are, schedule as it would be.

    origin: the week before earlier changes, beside which an amount is told. spare: seats, or twice as many hours of a
    clinician, that each edit gives beyond what the schedule needs.
    """

    def __init__(self, tables: Tables, week: Week, schedule: Schedule, origin: Week, spare: int = 0) -> None:
        self.tables, self.week, self.schedule, self.origin, self.spare = tables, week, schedule, origin, spare
        self.new_rows: dict[str, int] = {}
        self.lists: dict[tuple[str, int, str], list[str]] = {}

    def cell(self, sheet: str, row: int, name: str, column: str, after: str) -> CellChange:
        before = typed(self.tables.cell(sheet, row, column), column)
        return CellChange(sheet, str(row), name, column, before, after)

    def added(self, sheet: str, name: str, values: dict[str, str]) -> tuple[CellChange, ...]:
        number = self.new_rows[sheet] = self.new_rows.get(sheet, 0) + 1
        return tuple(CellChange(sheet, f"new {number}", name, column, "", text) for column, text in values.items())

    def listed_cell(
        self, sheet: str, row: int, name: str, column: str, items: Iterable[str], add: str = "", drop: str = ""
    ) -> CellChange:
        """A list cell with one item more or less, on top of what earlier edits made of it."""
        current = self.lists.setdefault((sheet, row, column), list(items))
        if add and add not in current:
            current.append(add)
        if drop in current:
            current.remove(drop)
        return self.cell(sheet, row, name, column, list_text(current, self.before(sheet, row, column)))

    def before(self, sheet: str, row: int, column: str) -> str:
        return typed(self.tables.cell(sheet, row, column), column)

    def client(self, name: str) -> Client:
        return self.week.client_by_name[name]


def count(number: int, noun: str) -> str:
    """`1 seat`, `2 seats`."""
    return f"{number} {noun}{'s' * (number != 1)}"
