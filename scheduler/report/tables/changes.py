"""The sheet Changes: what moved against last week, told client by client, group, clinician and room."""

from __future__ import annotations

from scheduler.domain.changes import Change
from scheduler.report.table import Column, Form, Row, Table

COLUMNS = (
    Column("Concerns"),
    Column("Who"),
    Column("Kind"),
    Column("From"),
    Column("To"),
    Column("Sentence", Form.PARAGRAPH),
    Column("Reason", Form.PARAGRAPH),
)


def changes_table(changes: tuple[Change, ...]) -> Table:
    """One row per change, in the order given."""
    rows = (
        Row((c.concerns.value, c.who, c.kind, c.before or None, c.after or None, c.sentence, c.reason or None))
        for c in changes
    )
    return Table("Changes", COLUMNS, tuple(rows))
