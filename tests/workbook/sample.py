"""A small right workbook as plain rows, and ways to make it wrong."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from openpyxl import Workbook

from scheduler.domain.issues import Issue, Severity
from scheduler.workbook import Reading, Table, Tables, assemble
from scheduler.workbook.sheets import sheet_named
from scheduler.workbook.values import Value

Rows = list[list[Value]]
Sheets = dict[str, Rows]

MONDAY = date(2026, 11, 23)


def sheets(**changes: Rows) -> Sheets:
    """The sample's sheets; a change replaces or adds one (`Topic_rules` is `Topic rules`)."""
    base: Sheets = {
        "Program": [["Setting", "Value"], ["Program", "Site"], ["Week of", MONDAY]],
        "Tracks": [["Track", "Days", "Start", "End"], ["Morning", "Mon-Fri", time(9), time(13)]],
        "Phases": [["Phase", "Min hours"], ["IOP 1", 3]],
        "Groups": [
            ["Group", "Topic", "Days", "Start", "Minutes", "Max clients"],
            ["CBT A", "CBT", "Mon, Wed, Fri", time(9), 60, 12],
            ["DBT A", "DBT", None, None, 90, 10],
        ],
        "Clinicians": [["Clinician", "Topics"], ["Dana Smith, LCSW", None], ["Bo", "CBT; Individual"]],
        "Clinician hours": [
            ["Clinician", "Days", "Start", "End"],
            ["Dana Smith, LCSW", "Mon-Fri", time(8), time(17)],
            ["Bo", "Mon-Fri", time(8), time(17)],
        ],
        "Rooms": [["Room", "Capacity"], ["Room 1", 12], ["Room 2", 4]],
        "Clients": [["Client", "Phase", "Tracks"], ["C1", "IOP 1", "Morning"], ["C2", "IOP 1", "Morning"]],
    }
    return base | {name.replace("_", " "): rows for name, rows in changes.items()}


def tables_of(content: Sheets) -> Tables:
    """The tables of a workbook with this content, the header in row 1."""
    tables = []
    for title, rows in content.items():
        sheet = sheet_named(title)
        assert sheet is not None
        cells = tuple((number, tuple(row)) for number, row in enumerate(rows[1:], start=2))
        tables.append(Table(sheet, title, 1, tuple(rows[0]), cells))
    return Tables("week.xlsx", "week", tuple(tables))


def reading(**changes: Rows) -> Reading:
    """The reading of the sample with these sheets changed."""
    return assemble(tables_of(sheets(**changes)))


def with_columns(sheet: str, row: int, **values: Value) -> Reading:
    """The reading of the sample with cells of one row set (`Max_clients` is `Max clients`)."""
    tables = tables_of(sheets())
    for column, value in values.items():
        tables = tables.with_cell(sheet, row, column, value)
    return assemble(tables)


def found(result: Reading, severity: Severity) -> list[str]:
    """The issues of a severity as `Sheet!Cell: message`."""
    return [placed(issue) for issue in result.issues if issue.severity is severity]


def errors(result: Reading) -> list[str]:
    return found(result, Severity.ERROR)


def warnings(result: Reading) -> list[str]:
    return found(result, Severity.WARNING)


def notes(result: Reading) -> list[str]:
    return found(result, Severity.NOTE)


def placed(issue: Issue) -> str:
    return f"{issue.sheet}!{issue.cell}: {issue.message}"


def written(path: Path, content: Sheets) -> Path:
    """A workbook file with this content."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in content.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path
