"""A workbook with some changes already made, and a schedule of it: what further changes are tried upon."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scheduler.domain.evaluation import Evaluation
from scheduler.domain.explanation import CellChange
from scheduler.domain.rules import Requirement
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.case import Case
from scheduler.explain.cells import NEW, apply
from scheduler.explain.edits import Editor, edit_of
from scheduler.explain.lifts import Kind, Lift
from scheduler.explain.relaxed import Repair
from scheduler.explain.wide_options import Basis
from scheduler.verify import evaluate
from scheduler.workbook import Tables, assemble

TOLD_IN_FULL = (Kind.SEATS, Kind.MAX_HOURS, Kind.MAX_DAY)
"""Changes whose last sentence says what all changes of the kind come to."""


@dataclass(frozen=True)
class Ground:
    """Tables, week, schedule and its evaluation; the cells changed so far, what is told of each change, and the price.

    basis: of the week, where questions about it start from. origin: the week before any change.
    """

    tables: Tables
    basis: Basis
    schedule: Schedule
    evaluation: Evaluation
    cells: tuple[CellChange, ...] = ()
    told: tuple[tuple[Lift, str], ...] = ()
    price: int = 0
    origin: Week | None = None

    @property
    def week(self) -> Week:
        """The week with the cells changed."""
        return self.basis.week

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(sentence for _, sentence in self.told)

    @property
    def met(self) -> frozenset[str]:
        """The clients whose plan is met."""
        return frozenset(account.client for account in self.evaluation.accounts if account.met)

    @property
    def missed(self) -> int:
        """The value of goal 1."""
        return self.evaluation.goals[0]

    @property
    def lacking(self) -> frozenset[str]:
        """The Must run groups that are not held in full."""
        return frozenset(s.subject for s in self.evaluation.shortfalls if s.requirement is Requirement.MUST_RUN)

    def after(self, repair: Repair, spare: int = 0) -> Ground | None:
        """The ground after the repair, or after less of it where the search ended before it was the least.

        spare: seats, or twice as many hours of a clinician, beyond what the repair needs.
        """
        ground = self._after(repair, spare)
        if ground is None or repair.proven:
            return ground
        for pair in repair.lifts:
            fewer = replace(repair, lifts=tuple(other for other in repair.lifts if other != pair))
            leaner = self._after(fewer, spare)
            if leaner is not None and leaner.met >= ground.met and leaner.lacking <= ground.lacking:
                ground, repair = leaner, fewer
        return ground

    def _after(self, repair: Repair, spare: int) -> Ground | None:
        """The ground with the repair's cells changed and its schedule; None where that breaks a rule.

        The cells are changed in the tables, the tables read again, and the schedule judged by the verifier.
        """
        origin = self.origin or self.week
        editor = Editor(self.tables, self.week, repair.schedule, origin, spare)
        edits = {lift: edit for lift, _ in repair.lifts if (edit := edit_of(editor, lift)).cells}
        cells = tuple({_key(cell): cell for edit in edits.values() for cell in edit.cells}.values())
        tables = apply(self.tables, cells)
        basis = self.basis
        if cells:
            week = assemble(tables).week
            if week is None:
                return None
            basis = Basis(replace(week, previous=self.week.previous))
        evaluation = evaluate(basis.week, repair.schedule)
        if not evaluation.ok:
            return None
        stays = [pair for pair in self.told if pair[0].kind not in TOLD_IN_FULL or pair[0] not in edits]
        told = (*stays, *((lift, edit.sentence) for lift, edit in edits.items()))
        joined = joined_cells(self.cells, cells)
        price = self.price + repair.price
        return Ground(tables, basis, repair.schedule, evaluation, joined, told, price, origin)


def gains(before: Ground, after: Ground, cases: Iterable[Case]) -> bool:
    """Whether all the cases are met after, and nothing that was met before is lost."""
    clients = {case.subject for case in cases if not case.is_group}
    groups = {case.subject for case in cases if case.is_group}
    return before.met | clients <= after.met and after.lacking <= before.lacking - groups


def met_in(week: Week, schedule: Schedule) -> frozenset[str]:
    """The clients whose plan the schedule meets."""
    return frozenset(account.client for account in evaluate(week, schedule).accounts if account.met)


def joined_cells(first: tuple[CellChange, ...], then: Iterable[CellChange]) -> tuple[CellChange, ...]:
    """Both changes as one: a cell changed twice goes from its first text to its last, new rows are numbered on."""
    cells = {_key(cell): cell for cell in first}
    added = {sheet: len({c.row for c in first if c.sheet == sheet and c.row.startswith(NEW)}) for sheet, _, _ in cells}
    for cell in then:
        if cell.row.startswith(NEW):
            number = int(cell.row[len(NEW) :]) + added.get(cell.sheet, 0)
            cell = replace(cell, row=f"{NEW}{number}")
        elif _key(cell) in cells:
            cell = replace(cell, before=cells[_key(cell)].before)
        cells[_key(cell)] = cell
    return tuple(cells.values())


def _key(cell: CellChange) -> tuple[str, str, str]:
    return cell.sheet, cell.row, cell.column
