"""The sheet Shortfalls: what is missing from care plans, why, and what would fix it."""

from __future__ import annotations

from scheduler.domain.calendar import hours
from scheduler.domain.evaluation import Evaluation, Shortfall
from scheduler.domain.explanation import Explanation
from scheduler.domain.rules import Requirement
from scheduler.report.table import Column, Form, Row, Table, Tone

COLUMNS = (
    Column("Client"),
    Column("Requirement"),
    Column("Detail"),
    Column("Needed", Form.AMOUNT),
    Column("Given", Form.AMOUNT),
    Column("Missing", Form.AMOUNT),
    Column("Unit"),
    Column("Why", Form.PARAGRAPH),
    Column("What would fix it", Form.PARAGRAPH),
)
IN_MINUTES = (Requirement.HOURS, Requirement.DAY_LENGTH)
UNITS = {
    Requirement.HOURS: "hours",
    Requirement.DAY_LENGTH: "hours",
    Requirement.DAYS: "days",
    Requirement.GAP: "days",
}


def shortfalls_table(evaluation: Evaluation, explanation: Explanation) -> Table:
    """One row per shortfall; the group of a Must run session stands under Detail, no client beside it."""
    return Table("Shortfalls", COLUMNS, tuple(_row(s, explanation) for s in evaluation.shortfalls))


def amount(shortfall: Shortfall, value: int) -> float | int:
    """A needed, given or missing value in the unit it is written in: hours or a count."""
    return value / 60 if shortfall.requirement in IN_MINUTES else value


def in_words(shortfall: Shortfall) -> str:
    """Such as `Hours 7.5 of 9`, `Topic Anger management 0 of 1`."""
    written = hours if shortfall.requirement in IN_MINUTES else str
    what = f"{shortfall.requirement} {detail_of(shortfall)}".strip()
    if shortfall.requirement is Requirement.GAP:
        return f"{what} {written(shortfall.given)} days, at most {written(shortfall.needed)}"
    return f"{what} {written(shortfall.given)} of {written(shortfall.needed)}"


def detail_of(shortfall: Shortfall) -> str:
    """The topic, service, day, or the group of a Must run session."""
    return shortfall.detail or (shortfall.subject if shortfall.requirement is Requirement.MUST_RUN else "")


def _row(shortfall: Shortfall, explanation: Explanation) -> Row:
    reason = explanation.reason_for(shortfall)
    cells = (
        None if shortfall.requirement is Requirement.MUST_RUN else shortfall.subject,
        shortfall.requirement.value,
        detail_of(shortfall) or None,
        amount(shortfall, shortfall.needed),
        amount(shortfall, shortfall.given),
        amount(shortfall, shortfall.missing),
        UNITS.get(shortfall.requirement, "sessions"),
        reason.why if reason else None,
        reason.fix if reason else None,
    )
    return Row(cells, Tone.ALERT)
