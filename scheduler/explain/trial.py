"""A repair tried on the workbook itself: its cells changed, the tables read again, the new schedule judged."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scheduler.domain.explanation import CellChange
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.budget import Budget
from scheduler.explain.cells import apply
from scheduler.explain.edits import Editor
from scheduler.explain.promise import is_certain, met_plans
from scheduler.explain.relaxed import Repair
from scheduler.verify import evaluate
from scheduler.workbook import Tables, assemble


@dataclass(frozen=True)
class Tried:
    """A set of cell changes that keeps its promise: who is met then, with one schedule that shows it."""

    cells: tuple[CellChange, ...]
    sentence: str
    met: frozenset[str]
    held: tuple[str, ...]
    price: int
    schedule: Schedule


def changed_week(tables: Tables, week: Week, cells: tuple[CellChange, ...]) -> Week | None:
    """The week of the workbook with the cells changed, or None if that would be an error."""
    reading = assemble(apply(tables, cells))
    return None if reading.week is None else replace(reading.week, previous=week.previous)


def tried(tables: Tables, week: Week, repair: Repair, wanted: frozenset[str], budget: Budget) -> Tried | None:
    """The repair as a remedy, or None where it does not do what it should, or not for certain."""
    cells, sentence = _written(tables, week, repair)
    after = changed_week(tables, week, cells) if cells else None
    if after is None:
        return None
    evaluation = evaluate(after, repair.schedule)
    if not evaluation.ok or not wanted <= met_plans(evaluation):
        return None
    if not is_certain(after, repair.schedule, evaluation, budget):
        return None
    missing = tuple(s.subject for s in evaluation.shortfalls)
    return Tried(cells, sentence, met_plans(evaluation), missing, repair.price, repair.schedule)


def _written(tables: Tables, week: Week, repair: Repair) -> tuple[tuple[CellChange, ...], str]:
    editor = Editor(tables, week, repair.schedule)
    edits = [edit for lift, _ in repair.lifts if (edit := editor.edit(lift)).cells]
    cells = {(cell.sheet, cell.row, cell.column): cell for edit in edits for cell in edit.cells}
    return tuple(cells.values()), "; ".join(edit.sentence for edit in edits)
