"""What is wrong with the workbook's sheets and headers, before any row is read."""

from __future__ import annotations

from collections.abc import Iterable

from scheduler.domain.issues import Severity
from scheduler.workbook.cells.names import Names
from scheduler.workbook.findings import Findings
from scheduler.workbook.sheets import OWN_SHEETS, SHEETS, column_named, key, sheet_named
from scheduler.workbook.tables import Table, Tables, header_text, letters
from scheduler.workbook.values import NoStoredValue, Value, is_blank


def is_schedule(tables: Tables) -> bool:
    """Whether this is a schedule, given in the place of the workbook that it was made from."""
    titles = {key(title) for title in tables.other_sheets}
    return tables.table("Program") is None and {"sessions", "assignments"} <= titles


def find_structure(tables: Tables, findings: Findings) -> None:
    """Record missing, unknown and doubled sheets and columns, headers that are none, and merged cells."""
    unknown = _note_other_sheets(tables, findings)
    for sheet in SHEETS:
        table = tables.table(sheet.name)
        if table is not None:
            _find_in_table(table, findings)
        elif sheet.required:
            hint = unknown.did_you_mean(sheet.name)
            findings.add(Severity.ERROR, None, "", f'the workbook has no sheet "{sheet.name}"{hint}', sheet.name)


def _note_other_sheets(tables: Tables, findings: Findings) -> Names:
    """Note the sheets that nobody reads, and return them."""
    missing = Names("sheet", "the contract")
    for sheet in SHEETS:
        if tables.table(sheet.name) is None:
            missing.add(sheet.name)
    unknown = Names("sheet", "the workbook")
    for title in tables.other_sheets:
        if key(title) in map(key, OWN_SHEETS):
            continue
        unknown.add(title)
        if sheet_named(title):
            table = tables.table(title)
            other = table.title if table is not None else title
            findings.add(Severity.ERROR, None, "", f'the sheet "{other}" has the same name; keep one of them', title)
            continue
        hint = missing.did_you_mean(title)
        severity = Severity.WARNING if hint else Severity.NOTE
        findings.add(severity, None, "", f'the sheet "{title}" is not known and is ignored{hint}', title)
    return unknown


def _find_in_table(table: Table, findings: Findings) -> None:
    if not table.header:
        if table.sheet.required:
            columns = ", ".join(table.sheet.required_columns)
            findings.add(Severity.ERROR, table, "", f"the sheet is empty; expected a header row with {columns}")
        return
    unknown = _find_in_header(table, findings)
    missing = [column for column in table.sheet.required_columns if column not in table.position]
    late = late_header(table, table.sheet.required_columns) if missing else ""
    for column in missing:
        hint = late or unknown.did_you_mean(column)
        message = f'the column "{column}" is missing; the header is row {table.header_row}{hint}'
        findings.add(Severity.ERROR, table, f"A{table.header_row}", message)
    _find_merged(table, findings)
    _note_unseen(table, findings)


def _note_unseen(table: Table, findings: Findings) -> None:
    """Whoever hides or filters rows away may think that they do not count."""
    if table.unseen.sheet:
        findings.add(Severity.NOTE, table, "", "the sheet is hidden, and read like any other")
    hidden = [row.number for row in table.rows if row.number in table.unseen.rows]
    if hidden:
        rows = f"row {hidden[0]} is" if len(hidden) == 1 else f"{len(hidden)} rows ({hidden[0]} first) are"
        findings.add(Severity.NOTE, table, f"A{hidden[0]}", f"{rows} hidden, and read like any other")


def _find_in_header(table: Table, findings: Findings) -> Names:
    """Record what is odd about the header's cells, and return its unknown names."""
    absent = Names("column", "the sheet")
    for column in table.sheet.column_names:
        if column not in table.position:
            absent.add(column)
    unknown = Names("column", "the header")
    for index, cell in enumerate(table.header):
        if is_blank(cell):
            continue
        text = header_text(cell)
        known = column_named(table.sheet, text)
        address = f"{letters(index)}{table.header_row}"
        if isinstance(cell, NoStoredValue):
            message = "the header is a formula without a stored value; type the column's name"
            findings.add(Severity.ERROR, table, address, message)
        elif known is None:
            _note_unknown_column(table, findings, address, text, absent)
            unknown.add(text)
        elif table.position[known] != index:
            findings.add(Severity.ERROR, table, address, f'the column "{known}" is there twice; keep one of them')
    return unknown


def _note_unknown_column(table: Table, findings: Findings, address: str, text: str, absent: Names) -> None:
    hint = absent.did_you_mean(text)
    severity = Severity.WARNING if hint else Severity.NOTE
    findings.add(severity, table, address, f'the column "{text}" is not known and is ignored{hint}')


def late_header(table: Table, columns: Iterable[str]) -> str:
    """What to do where a title stands above the header; blank if no row looks like one."""
    wanted = {key(column) for column in columns}
    for number, values in table.cells[:20]:
        if wanted <= {key(value) for value in values if isinstance(value, str)}:
            return f"; row {number} looks like the header: delete the rows above it"
    return ""


def _find_merged(table: Table, findings: Findings) -> None:
    values: dict[int, tuple[Value, ...]] = dict([(table.header_row, table.header), *table.cells])
    columns = set(table.position.values())
    last_row = max(values)
    for merged in table.merged:
        first_row, first_column, end_row, end_column = merged
        if first_row > last_row or (first_row, first_column) == (end_row, end_column):
            continue
        if not columns & set(range(first_column - 1, end_column)):
            continue
        row = values.get(first_row, ())
        if first_column > len(row) or is_blank(row[first_column - 1]):
            continue
        area = f"{letters(first_column - 1)}{first_row}:{letters(end_column - 1)}{end_row}"
        message = f"the cells {area} are merged, so that only the first holds a value; unmerge them and fill each one"
        findings.add(Severity.ERROR, table, f"{letters(first_column - 1)}{first_row}", message)
