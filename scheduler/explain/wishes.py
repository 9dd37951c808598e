"""Changes of cells as they are asked for on the command line: `Groups/Relapse A/Max clients=13`."""

from __future__ import annotations

from difflib import get_close_matches

from scheduler.domain.explanation import CellChange
from scheduler.explain.cells import NEW, typed
from scheduler.workbook import Row, Tables
from scheduler.workbook.cells.names import name_key
from scheduler.workbook.sheets import PROGRAM, SETTINGS, SHEETS, Sheet, column_named, key, sheet_named


class UnknownCell(ValueError):
    """A change that names no cell of the workbook; the message says what is there."""


def cell_to_set(tables: Tables, text: str) -> CellChange:
    """`Sheet/Row/Column=Value`; the row by the name in its first column, or by its number in Excel (`#14`)."""
    place, equals, value = text.partition("=")
    parts = place.split("/")
    if not equals or len(parts) < 2:
        raise UnknownCell(f"'{text}' is no change; write Sheet/Row/Column=Value")
    sheet = _sheet(parts[0])
    if sheet is PROGRAM and len(parts) == 2:
        parts = [*parts, "Value"]
    if len(parts) < 3:
        raise UnknownCell(f"'{text}' names no column; write Sheet/Row/Column=Value")
    column = _column(sheet, parts[-1])
    name = "/".join(parts[1:-1]).strip()
    if sheet is PROGRAM and _missing_setting(tables, name):
        raise UnknownCell(f'the sheet Program has no row "{name}"; add it: --add "Program: Setting={name}; Value=..."')
    row = _row(tables, sheet, name)
    before = typed(row.values.get(column), column)
    about = typed(row.values.get(sheet.columns[0].name)) or name
    return CellChange(sheet.name, str(row.number), about, column, before, value.strip())


def cells_to_add(tables: Tables, text: str, number: int) -> tuple[CellChange, ...]:
    """`Sheet: Column=Value; Column=Value`, as the row `new <number>` of the sheet."""
    title, colon, rest = text.partition(":")
    if not colon or "=" not in rest:
        raise UnknownCell(f"'{text}' is no row; write Sheet: Column=Value; Column=Value")
    sheet = _sheet(title)
    values: dict[str, str] = {}
    column = ""
    for part in rest.split(";"):
        name, equals, value = part.partition("=")
        if equals:
            column = _column(sheet, name)
            values[column] = value.strip()
        elif column:
            values[column] += f"; {part.strip()}"  # a list of names, separated as in its cell
    missing = [name for name in sheet.required_columns if name not in values]
    if missing:
        raise UnknownCell(f"a row of {sheet.name} needs {', '.join(missing)}, too")
    about = next(iter(values.values()))
    return tuple(CellChange(sheet.name, f"{NEW}{number}", about, name, "", value) for name, value in values.items())


def _sheet(title: str) -> Sheet:
    sheet = sheet_named(title.strip())
    if sheet is None:
        raise UnknownCell(f"there is no sheet '{title.strip()}'{_near(title, [s.name for s in SHEETS])}")
    return sheet


def _column(sheet: Sheet, name: str) -> str:
    column = column_named(sheet, name.strip())
    if column is None:
        raise UnknownCell(f"{sheet.name} has no column '{name.strip()}'{_near(name, list(sheet.column_names))}")
    return column


def _missing_setting(tables: Tables, name: str) -> bool:
    known = any(key(setting.name) == key(name) for setting in SETTINGS)
    rows = tables.rows(PROGRAM.name)
    return known and all(key(typed(row.values.get("Setting"))) != key(name) for row in rows)


def _row(tables: Tables, sheet: Sheet, name: str) -> Row:
    rows = tables.rows(sheet.name)
    first = sheet.columns[0].name
    if name.startswith("#") and name[1:].isdigit():
        found = [row for row in rows if row.number == int(name[1:])]
    else:
        found = [row for row in rows if name_key(typed(row.values.get(first))) == name_key(name)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownCell(f"{sheet.name} has no row '{name}'{_near(name, [typed(r.values.get(first)) for r in rows])}")
    numbers = ", ".join(f"#{row.number}" for row in found)
    raise UnknownCell(f"{sheet.name} has several rows '{name}'; name one by its number in Excel: {numbers}")


def _near(name: str, known: list[str]) -> str:
    close = get_close_matches(name.strip().casefold(), [each.casefold() for each in known], 1)
    return f"; did you mean '{next(each for each in known if each.casefold() == close[0])}'?" if close else ""
