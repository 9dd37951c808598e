"""The remedies that a schedule file holds."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from scheduler.domain.explanation import CellChange
from scheduler.explain.cells import typed

COLUMNS = ("Remedy", "Sheet", "Row", "Name", "Column", "From", "To")


def read_remedies(path: Path) -> dict[int, tuple[CellChange, ...]]:
    """The cells of each remedy of the sheet Remedies by its number; none where the file has no such sheet."""
    book = load_workbook(path, read_only=True, data_only=True)
    try:
        if "Remedies" not in book.sheetnames:
            return {}
        rows = [row for row in book["Remedies"].iter_rows(values_only=True) if any(row)]
    finally:
        book.close()
    start = next((n for n, row in enumerate(rows) if set(COLUMNS) <= set(row)), None)
    if start is None:
        return {}
    header = {name: position for position, name in enumerate(rows[start])}
    remedies: dict[int, tuple[CellChange, ...]] = {}
    for row in rows[start + 1 :]:
        number, *texts = (typed(row[header[name]]) for name in COLUMNS)
        if number.isdigit():
            remedies[int(number)] = (*remedies.get(int(number), ()), CellChange(*texts))
    return remedies
