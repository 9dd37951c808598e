"""The sheet Remedies: tried changes to the input workbook, one row per cell to change."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.explanation import Explanation, Remedy
from scheduler.report.table import Column, Form, Row, Table

COLUMNS = (
    Column("Remedy", Form.COUNT),
    Column("Helps", Form.PARAGRAPH),
    Column("Change", Form.PARAGRAPH),
    Column("Sheet"),
    Column("Row"),
    Column("Name"),
    Column("Column"),
    Column("From"),
    Column("To"),
    Column("Care plans met after", Form.COUNT),
    Column("Changes to the rest of the schedule", Form.PARAGRAPH),
)


def remedies_table(explanation: Explanation) -> Table:
    """The remedies, best first; the rows of one remedy share its number."""
    return Table("Remedies", COLUMNS, tuple(row for remedy in explanation.remedies for row in _rows(remedy)))


def _rows(remedy: Remedy) -> Iterator[Row]:
    for cell in remedy.cells:
        yield Row(
            (
                remedy.number,
                ", ".join(remedy.helps),
                remedy.change,
                cell.sheet,
                int(cell.row) if cell.row.isdigit() else cell.row,
                cell.name,
                cell.column,
                cell.before or None,
                cell.after or None,
                remedy.plans_met_after,
                remedy.side_effects or None,
            )
        )
