"""Files: what is refused, and what is read from the package itself."""

from __future__ import annotations

import pickle
import time as clock
from datetime import time, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from scheduler.workbook import WorkbookError, open_workbook, read, read_week
from tests.workbook.sample import errors, notes, sheets, written

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def refused(path: Path) -> str:
    """The one message about a file that is no workbook."""
    with pytest.raises(WorkbookError) as caught:
        open_workbook(path)
    assert len(caught.value.issues) == 1
    assert read(path).issues == caught.value.issues and read(path).week is None
    return caught.value.issues[0].message


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.xlsx", b"", "is empty"),
        ("text.xlsx", b"Client,Phase\nC1,IOP 1\n", "not an Excel workbook"),
        ("old.xls", OLE + b"Workbook" * 100, "old .xls format"),
        ("locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le") * 3, "protected by a password"),
        ("~$week.xlsx", b"lock", "lock file"),
        ("cut.xlsx", b"PK\x03\x04" + b"0" * 100, "not an Excel workbook"),
    ],
)
def test_files_that_are_no_workbooks(tmp_path, name, content, words):
    """Each kind of wrong file has its own words."""
    path = tmp_path / name
    path.write_bytes(content)
    assert words in refused(path)


def test_missing_file_and_folder(tmp_path):
    """A path that leads nowhere, or to a folder, is said to."""
    assert "does not exist" in refused(tmp_path / "none.xlsx")
    assert "is a folder" in refused(tmp_path)


def test_packages_that_are_no_workbooks(tmp_path):
    """Zip files of other programs, and damaged ones, are refused."""
    for parts, words in (
        (["content.xml", "mimetype"], "OpenDocument"),
        (["[Content_Types].xml", "xl/workbook.bin"], "binary workbook"),
        (["readme.txt"], "not an Excel workbook"),
        (["[Content_Types].xml", "word/document.xml"], "damaged or not an Excel workbook"),
    ):
        path = tmp_path / "other.xlsx"
        with ZipFile(path, "w") as archive:
            for part in parts:
                archive.writestr(part, "x")
        assert words in refused(path)


def test_damaged_sheet(tmp_path):
    """A sheet that breaks off is refused, not half read."""
    path = written(tmp_path / "week.xlsx", sheets())
    rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2])
    assert "damaged" in refused(path)


def rewrite(path: Path, part: str, change) -> None:
    """Change one part of a workbook file."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part])
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_a_right_workbook_is_read_without_issue(tmp_path):
    """The sample has no issue, and reading it through the file gives the same week as its rows do."""
    path = written(tmp_path / "week.xlsx", sheets())
    reading = read(path)
    assert reading.issues == ()
    assert read_week(path) == reading.week
    assert reading.week.groups[0].starts == (540,)
    assert reading.week.program.monday.isoformat() == "2026-11-23"
    assert pickle.loads(pickle.dumps(open_workbook(path))) == open_workbook(path)


def test_the_program_is_called_after_its_file(tmp_path):
    """Without a name in the sheet Program the file's name stands."""
    content = sheets(Program=[["Setting", "Value"], ["Week of", "2026-11-29"]])
    week = read_week(written(tmp_path / "North Shore.xlsx", content))
    assert week.program.name == "North Shore"
    assert week.program.monday.isoformat() == "2026-11-23"


def test_formulas(tmp_path):
    """A stored value is read; a formula that was never calculated is an error; an empty text is blank."""
    path = written(tmp_path / "week.xlsx", sheets())
    book = load_workbook(path)
    book["Groups"]["F2"] = "=6+6"
    book.save(path)
    assert errors(read(path)) == [
        "Groups!F2: Max clients is a formula without a stored value: the file holds no value for it; "
        "open the workbook in Excel, save it, and try again"
    ]
    rewrite(
        path, "xl/worksheets/sheet4.xml", lambda xml: xml.replace(b"<v />", b"<v>14</v>").replace(b"<v/>", b"<v>14</v>")
    )
    assert read_week(path).groups[0].max_clients == 14


def test_formula_that_gives_an_empty_text(tmp_path):
    """`=""` with its stored empty text is a blank cell."""
    path = written(tmp_path / "week.xlsx", sheets())
    rewrite(
        path,
        "xl/worksheets/sheet8.xml",
        lambda xml: xml.replace(
            b"</row></sheetData>", b'</row><row r="9"><c r="A9" t="str"><f>""</f><v></v></c></row></sheetData>'
        ),
    )
    assert read(path).issues == ()


def test_excel_errors_and_text_that_begins_with_an_equals_sign(tmp_path):
    """`#N/A` in a cell is an error with its address; a text `=A` is a name."""
    content = sheets()
    content["Clients"] += [["C3", "IOP 1", "Morning"]]
    path = written(tmp_path / "week.xlsx", content)
    book = load_workbook(path)
    book["Clients"]["B4"] = "#N/A"
    book["Clients"]["A3"].value = "=A"
    book["Clients"]["A3"].data_type = "s"
    book.save(path)
    assert errors(read(path)) == ["Clients!B4: Phase is #N/A: an Excel error; correct the formula or type the value"]
    rewrite(path, "xl/worksheets/sheet8.xml", lambda xml: xml.replace(b'<c r="B4" t="e"><v>#N/A</v></c>', b""))
    book = load_workbook(path)
    book["Clients"]["B4"] = "IOP 1"
    book["Clients"]["A3"].data_type = "s"
    book.save(path)
    assert [client.name for client in read_week(path).clients] == ["C1", "=A", "C3"]


def test_merged_cells(tmp_path):
    """Merged cells in the data are an error with the range; merged empty cells elsewhere are nothing."""
    path = written(tmp_path / "week.xlsx", sheets())
    book = load_workbook(path)
    book["Clients"].merge_cells("C2:C3")
    book["Clients"].merge_cells("A20:C21")
    book.save(path)
    assert [line.split(",")[0] for line in errors(read(path)) if "merged" in line] == [
        "Clients!C2: the cells C2:C3 are merged"
    ]


def test_wrong_dimension_tag(tmp_path):
    """Rows beyond a sheet's own idea of its size are read."""
    path = written(tmp_path / "week.xlsx", sheets())
    rewrite(path, "xl/worksheets/sheet8.xml", lambda xml: xml.replace(b'ref="A1:C3"', b'ref="A1"'))
    assert len(read_week(path).clients) == 2


def test_times_of_every_kind_of_cell(tmp_path):
    """Times, durations, day fractions with and without a format all arrive as times."""
    content = sheets()
    content["Tracks"] += [
        ["T2", "Mon", timedelta(hours=9), timedelta(days=1)],
        ["T3", "Mon", 0.375, time(9, 59, 59, 997000)],
    ]
    content["Clients"] += [["C3", "IOP 1", "T2"], ["C4", "IOP 1", "T3"]]
    path = written(tmp_path / "week.xlsx", content)
    windows = [track.windows[0][0] for track in read_week(path).tracks]
    assert [(window.start, window.end) for window in windows] == [(540, 780), (540, 1440), (540, 600)]


def test_names_of_the_strict_and_prefixed_kind(tmp_path):
    """Sheets written with a namespace prefix, as some programs do, are read."""
    path = written(tmp_path / "week.xlsx", sheets())

    def prefixed(xml: bytes) -> bytes:
        for tag in (b"worksheet", b"sheetData", b"row", b"c", b"v", b"is", b"t"):
            for end in (b" ", b">", b"/>"):
                xml = xml.replace(b"<" + tag + end, b"<x:" + tag + end).replace(
                    b"</" + tag + b">", b"</x:" + tag + b">"
                )
        return xml.replace(b"<x:worksheet xmlns=", b"<x:worksheet xmlns:x=")

    rewrite(
        path,
        "xl/worksheets/sheet7.xml",
        lambda xml: prefixed(xml[: xml.index(b"</sheetData>")] + b"</sheetData></worksheet>"),
    )
    rewrite(path, "xl/worksheets/sheet7.xml", lambda xml: without_others(xml))
    assert [room.name for room in read_week(path).rooms] == ["Room 1", "Room 2"]


def without_others(xml: bytes) -> bytes:
    """The sheet's rows alone."""
    start = xml.index(b"<x:sheetData")
    return xml[: xml.index(b">", xml.index(b"<x:worksheet")) + 1] + xml[start:]


def test_a_million_blank_formatted_rows(tmp_path):
    """A used range of a million blank rows is passed over in seconds, and the row after it is read."""
    path = written(tmp_path / "week.xlsx", sheets())
    blank = b"".join(
        b'<row r="%d" spans="1:3" s="1" customFormat="1"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (n, n, n)
        for n in range(10, 1_000_000)
    )
    last = b'<row r="1000001"><c r="A1000001" t="inlineStr"><is><t>C9</t></is></c></row>'
    rewrite(path, "xl/worksheets/sheet8.xml", lambda xml: xml.replace(b"</sheetData>", blank + last + b"</sheetData>"))
    began = clock.perf_counter()
    reading = read(path)
    assert clock.perf_counter() - began < 20
    assert errors(reading) == [
        "Clients!B1000001: Phase is blank; it is required",
        "Clients!C1000001: Tracks is blank; it is required",
    ]


def test_chart_sheets_and_hidden_sheets(tmp_path):
    """A hidden sheet is read like any other; sheets without a meaning are noted."""
    path = written(tmp_path / "week.xlsx", sheets())
    book = load_workbook(path)
    book["Rooms"].sheet_state = "hidden"
    book.create_chartsheet("Chart")
    book.create_sheet("Ideas")["A1"] = "hello"
    book.save(path)
    reading = read(path)
    assert len(reading.week.rooms) == 2
    assert notes(reading) == [
        'Ideas!: the sheet "Ideas" is not known and is ignored',
        "Rooms!: the sheet is hidden, and read like any other",
    ]


def test_hidden_rows(tmp_path):
    """Rows that a filter hides are read, and said to be; blank ones are nothing to tell of."""
    path = written(tmp_path / "week.xlsx", sheets())
    book = load_workbook(path)
    for row in (2, 3, 9):
        book["Clients"].row_dimensions[row].hidden = True
    book["Rooms"].row_dimensions[3].hidden = True
    book.save(path)
    reading = read(path)
    assert (len(reading.week.clients), len(reading.week.rooms)) == (2, 2)
    assert notes(reading) == [
        "Rooms!A3: row 3 is hidden, and read like any other",
        "Clients!A2: 2 rows (2 first) are hidden, and read like any other",
    ]


def test_an_empty_workbook(tmp_path):
    """A workbook without any of our sheets names every one that is missing."""
    path = tmp_path / "week.xlsx"
    Workbook().save(path)
    assert len(errors(read(path))) == 8


def test_cells_out_of_order(tmp_path):
    """A row whose cells stand in any order is read by their references."""
    path = written(tmp_path / "week.xlsx", sheets())
    row = b'<row r="2"><c r="B2"><v>9</v></c><c r="A2" t="inlineStr"><is><t>Room 1</t></is></c></row></sheetData>'
    rewrite(path, "xl/worksheets/sheet7.xml", lambda xml: xml[: xml.index(b'<row r="2"')] + row + b"</worksheet>")
    assert [(room.name, room.capacity) for room in read_week(path).rooms] == [("Room 1", 9)]
