"""Why a care plan is short, and the changes to the input workbook that would mend it."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.evaluation import Shortfall
from scheduler.domain.rules import Requirement


@dataclass(frozen=True, slots=True)
class Reason:
    """One shortfall's two sentences; subject, requirement and detail are those of the `Shortfall` it explains.

    remedies: numbers of the remedies that mend it, best first.
    """

    subject: str
    requirement: Requirement
    detail: str
    why: str
    fix: str
    remedies: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of the input workbook to change: row is its number in Excel (`14`), or `new 1`, `new 2` for rows to add.

    name is what the row is about (a group, a client); before and after are the cell's text, as a person types it.
    """

    sheet: str
    row: str
    name: str
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """A tried set of cell changes; number 1 is the best. helps: the clients (or Must run groups) it mends.

    change is the sentence; plans_met_after counts care plans met when it is applied; side_effects says what else
    changes in the schedule.
    """

    number: int
    helps: tuple[str, ...]
    change: str
    cells: tuple[CellChange, ...]
    plans_met_after: int
    side_effects: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that is said about the shortfalls of one schedule. Empty: nothing was explained."""

    reasons: tuple[Reason, ...] = ()
    remedies: tuple[Remedy, ...] = ()

    def reason_for(self, shortfall: Shortfall) -> Reason | None:
        """The reason of a shortfall, or None when none was found."""
        key = (shortfall.subject, shortfall.requirement, shortfall.detail)
        return next((r for r in self.reasons if (r.subject, r.requirement, r.detail) == key), None)


NO_EXPLANATION = Explanation()
