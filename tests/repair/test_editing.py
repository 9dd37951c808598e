"""Copies of workbooks: what is edited changes, and every other byte stays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from scheduler.repair.next_week import move_to_next_week
from scheduler.workbook import open_workbook, read_week
from scheduler.workbook.editing import WorkbookCopy
from scheduler.workbook.editing.part import SheetPart
from scheduler.workbook.template import write_workbook

HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def edited(data: bytes, *edits: tuple[int, int, object]) -> bytes:
    part = SheetPart(HEAD + data + b"</worksheet>")
    for row, column, content in edits:
        part.put(row, column, content)  # type: ignore[arg-type]
    return part.edited().removeprefix(HEAD).removesuffix(b"</worksheet>")


def test_cell_keeps_its_style() -> None:
    """Only the cell's content changes."""
    before = b'<sheetData><row r="2" ht="30"><c r="A2" s="4" t="s"><v>7</v></c><c r="B2"/></row></sheetData>'
    after = edited(before, (2, 0, "a<b"), (2, 1, 3))
    assert after == (
        b'<sheetData><row r="2" ht="30"><c r="A2" s="4" t="inlineStr"><is><t xml:space="preserve">a&lt;b</t></is></c>'
        b'<c r="B2"><v>3</v></c></row></sheetData>'
    )


def test_cleared_cell_stays_formatted() -> None:
    """Nothing is left of the value, the style is."""
    before = b'<sheetData><row r="2"><c r="A2" s="4"><f>1+1</f><v>2</v></c></row></sheetData>'
    assert edited(before, (2, 0, None)) == b'<sheetData><row r="2"><c r="A2" s="4"/></row></sheetData>'


def test_cells_and_rows_are_added_in_order() -> None:
    """Before, between and behind what is there; rows that close themselves are opened."""
    before = b'<sheetData><row r="2"><c r="B2"/></row><row r="5"/></sheetData><x a=">"/>'
    after = edited(before, (2, 0, 1), (2, 2, 2), (3, 0, 3), (5, 0, 4), (6, 0, 5))
    assert after == (
        b'<sheetData><row r="2"><c r="A2"><v>1</v></c><c r="B2"/><c r="C2"><v>2</v></c></row>'
        b'<row r="3"><c r="A3"><v>3</v></c></row><row r="5"><c r="A5"><v>4</v></c></row>'
        b'<row r="6"><c r="A6"><v>5</v></c></row></sheetData><x a=">"/>'
    )


def test_empty_sheet_gets_its_first_row() -> None:
    """A sheet without data closes itself in the file."""
    assert edited(b"<sheetData/>", (1, 0, 1)) == b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'


def test_cells_without_references_and_with_a_prefix() -> None:
    """Some programs leave out what follows from the order, and name the namespace."""
    part = SheetPart(b'<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c/><x:c/></x:row></x:sheetData></x:worksheet>')
    part.put(1, 1, 2)
    assert b'<x:c/><x:c r="B1"><x:v>2</x:v></x:c></x:row>' in part.edited()


def workbook(path: Path, **sheets: Iterable[dict[str, object]]) -> Path:
    """A workbook that can be read, with these rows."""
    base: dict[str, list[dict[str, object]]] = {
        "Program": [{"Setting": "Week of", "Value": date(2026, 11, 25)}],
        "Tracks": [{"Track": "Day", "Days": "Mon-Fri", "Start": "9:00", "End": "12:00"}],
        "Phases": [{"Phase": "IOP", "Min hours": 1}],
        "Groups": [{"Group": "Process", "Minutes": 60, "Max clients": 8}],
        "Clinicians": [{"Clinician": "Ann"}],
        "Clinician hours": [{"Clinician": "Ann", "Days": "Mon-Fri", "Start": "9:00", "End": "17:00"}],
        "Rooms": [{"Room": "Elm", "Capacity": 8}],
        "Clients": [{"Client": "C1", "Phase": "IOP", "Tracks": "Day"}],
    }
    base.update({name.replace("_", " "): list(rows) for name, rows in sheets.items()})
    write_workbook(path, base, ("A test.",))
    return path


def copy_to(path: Path, copy: WorkbookCopy) -> Path:
    path.write_bytes(copy.content())
    return path


def test_all_other_parts_stay_byte_for_byte(tmp_path: Path) -> None:
    """Only the part of the sheet Locks differs."""
    source = workbook(tmp_path / "week.xlsx")
    copy = WorkbookCopy(source)
    copy.add_row("Locks", {"Rule": "must", "Group": "Process", "Day": "Mon", "Start": 540, "Room": "Elm"})
    with ZipFile(source) as before, ZipFile(BytesIO(copy.content())) as after:
        assert before.namelist() == after.namelist()
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert len(changed) == 1
    locks = read_week(copy_to(tmp_path / "new.xlsx", copy)).locks
    assert [(lock.must, lock.group, lock.day, lock.start, lock.room) for lock in locks] == [
        (True, "Process", 0, 540, "Elm")
    ]


def test_excel_sees_what_was_there(tmp_path: Path) -> None:
    """Comments, drop-downs, widths and colours of a coordinator's own are still there."""
    source = workbook(tmp_path / "week.xlsx")
    book = openpyxl.load_workbook(source)
    sheet = book["Clients"]
    sheet["A2"].comment = Comment("call her", "me")
    sheet.column_dimensions["A"].width = 33
    rule = DataValidation(type="list", formula1='"yes,no"')
    rule.add("Z1:Z9")
    sheet.add_data_validation(rule)
    book.save(source)
    copy = WorkbookCopy(source)
    copy.put("Clients", 2, "Active", "no")
    new = openpyxl.load_workbook(copy_to(tmp_path / "new.xlsx", copy))["Clients"]
    assert new["A2"].comment.text == "call her"
    assert new.column_dimensions["A"].width == 33
    assert "Z1:Z9" in {str(v.sqref) for v in new.data_validations.dataValidation}
    assert read_week(tmp_path / "new.xlsx").clients[0].active is False


def test_sheet_and_columns_that_are_missing_are_added(tmp_path: Path) -> None:
    """A workbook without Locks gets the sheet; one without the column Room gets the column."""
    source = workbook(tmp_path / "week.xlsx")
    book = openpyxl.load_workbook(source)
    del book["Locks"]
    book.save(source)
    copy = WorkbookCopy(source)
    for day in ("Mon", "Tue"):
        copy.add_row("Locks", {"Rule": "never", "Group": "Process", "Day": day})
    new = copy_to(tmp_path / "new.xlsx", copy)
    assert [(lock.must, lock.day) for lock in read_week(new).locks] == [(False, 0), (False, 1)]
    assert openpyxl.load_workbook(new).sheetnames[-1] == "Locks"


def test_formula_that_is_replaced_leaves_no_list_of_formulas_behind(tmp_path: Path) -> None:
    """Excel calls a file damaged whose list of formula cells names a cell without one."""
    source = workbook(tmp_path / "week.xlsx")
    with ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/calcChain.xml"] = b"<calcChain/>"
    override = b'<Override PartName="/xl/calcChain.xml" ContentType="c"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
    with ZipFile(source, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    copy = WorkbookCopy(source)
    copy.replaced_formula = True
    with ZipFile(BytesIO(copy.content())) as archive:
        assert "xl/calcChain.xml" not in archive.namelist()
        assert b"calcChain" not in archive.read("[Content_Types].xml")


def test_next_week(tmp_path: Path) -> None:
    """Seven days on; what is past is dropped, what is to come stays."""
    people = [
        {"Client": "Started", "Starts": date(2026, 11, 24), "Program week": 3},
        {"Client": "Starting", "Starts": date(2026, 12, 2), "Admitted": date(2026, 11, 1)},
        {"Client": "Left", "Ends": date(2026, 11, 27)},
        {"Client": "Leaving", "Ends": date(2026, 12, 2)},
    ]
    closed = [
        {"What": "Elm", "Days": date(2026, 11, 26)},
        {"What": "Ann", "Days": "2026-11-27, 2026-12-01"},
        {"What": "Ann", "Days": "Fri", "Start": "15:00"},
        {"What": "Elm", "Days": "2026/11/26 - 2026/11/27"},
        {"What": "Elm", "Days": "2026-11-25; Mon/Tue"},
    ]
    source = workbook(
        tmp_path / "week.xlsx", Clients=[{"Phase": "IOP", "Tracks": "Day", **row} for row in people], Closures=closed
    )
    copy = WorkbookCopy(source)
    sentences = move_to_next_week(copy)
    new = copy_to(tmp_path / "next.xlsx", copy)
    week, tables = read_week(new), open_workbook(new)
    assert week.program.monday == date(2026, 11, 30)
    assert [(c.name, c.active, c.first_day, c.last_day, c.program_week) for c in week.clients] == [
        ("Started", True, 0, 6, 4),
        ("Starting", True, 2, 6, 6),
        ("Left", False, 0, 6, None),
        ("Leaving", True, 0, 2, None),
    ]
    left = [(row.number, row.values.get("Days")) for row in tables.rows("Closures")]
    assert left == [(3, "2026-12-01"), (4, "Fri"), (6, "Mon/Tue")]
    assert sentences == (
        "Week of: 2026-11-30.",
        "Starts dropped, since it is past: Started.",
        "Ends dropped and Active set to no, since it is past: Left.",
        "Program week one on: Started.",
        "Closures dropped, since their dates are past, in rows: 2, 5.",
        "Closures that name days of the week are kept; delete those of the past week, in rows: 4, 6.",
    )
