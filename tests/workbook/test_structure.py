"""Sheets and headers: spelling, what is missing, what is too much."""

from __future__ import annotations

from dataclasses import replace

from scheduler.workbook import Tables, assemble
from tests.workbook.sample import errors, notes, reading, sheets, tables_of, warnings


def test_spelling_of_sheets_and_columns_is_free():
    """Case, spaces, underscores, hyphens and a star make no difference."""
    content = sheets()
    content["CLINICIAN_HOURS"] = content.pop("Clinician hours")
    content[" groups "] = content.pop("Groups")
    content[" groups "][0] = ["GROUP *", "topic", "days", " Start", "minutes", "MAX-CLIENTS"]
    result = assemble(tables_of(content))
    assert result.issues == ()
    assert result.week.groups[0].max_clients == 12


def test_a_missing_sheet_is_one_error():
    """A missing sheet is reported once, not again for every name that it would define."""
    content = sheets()
    del content["Phases"]
    assert errors(assemble(tables_of(content))) == ['Phases!: the workbook has no sheet "Phases"']


def test_a_missing_column_is_one_error_with_the_misspelt_one():
    """A misspelt required column is named, with where the header is."""
    result = reading(Rooms=[["Room", "Capcity"], ["Room 1", 12]])
    assert errors(result) == [
        'Rooms!A1: the column "Capacity" is missing; the header is row 1; did you mean "Capcity"?'
    ]
    assert warnings(result) == ['Rooms!B1: the column "Capcity" is not known and is ignored; did you mean "Capacity"?']


def test_unknown_columns_are_noted():
    """A column of the coordinator's own is ignored with a note; one close to a missing name with a warning."""
    result = reading(Rooms=[["Room", "Capacity", "Colour", "Featurs"], ["Room 1", 12, "red", "x"]])
    assert notes(result) == ['Rooms!C1: the column "Colour" is not known and is ignored']
    assert warnings(result) == ['Rooms!D1: the column "Featurs" is not known and is ignored; did you mean "Features"?']


def test_a_doubled_column_is_an_error():
    """Two columns of one name are an error at the second."""
    result = reading(Rooms=[["Room", "Capacity", "capacity"], ["Room 1", 12, 3]])
    assert errors(result) == ['Rooms!C1: the column "Capacity" is there twice; keep one of them']


def test_two_sheets_of_one_name():
    """A copy of a sheet whose name differs in case, spaces or `_` only is an error that names both."""
    result = assemble(replace(tables_of(sheets()), other_sheets=("rooms_",)))
    assert errors(result) == ['rooms_!: the sheet "Rooms" has the same name; keep one of them']


def test_a_schedule_in_the_place_of_the_workbook():
    """The two files given in the wrong order are one error, not one for each sheet."""
    result = assemble(Tables("out.xlsx", "out", (), ("Summary", "Sessions", "Assignments")))
    assert [str(issue) for issue in result.issues] == [
        "error: out.xlsx: this is a schedule; expected the workbook that it was made from"
    ]


def test_a_title_above_the_header():
    """Where a title stands above the header, the message says which row looks like it."""
    content = sheets()
    tables = tables_of({**content, "Rooms": [["Our rooms", None], ["Room", "Capacity"], ["Room 1", 12]]})
    assert "row 2 looks like the header" in errors(assemble(tables))[0]


def test_all_errors_at_once():
    """Errors of several sheets come together, with the cells they stand in."""
    result = reading(
        Rooms=[["Room", "Capacity"], ["Room 1", -3]],
        Tracks=[["Track", "Days", "Start", "End"], ["Morning", "Mon-Fri", "12:00", "9:00"]],
        Clients=[["Client", "Phase", "Tracks"], ["C1", "IOP1", "Mornings"]],
    )
    assert errors(result) == [
        "Tracks!D2: End is 09:00: expected a time after Start (12:00); probably 21:00 was meant; what lasts past "
        "midnight takes two rows",
        "Rooms!B2: Capacity is -3: expected a whole number, 0 or more",
        'Clients!B2: Phase is "IOP1": no phase of that name in the sheet Phases; did you mean "IOP 1"?',
        'Clients!C2: Tracks is "Mornings": no track "Mornings" in the sheet Tracks; did you mean "Morning"?',
    ]
    assert result.week is None


def test_blank_rows_are_skipped():
    """Rows without anything in a known column, white space included, are no rows."""
    result = reading(Rooms=[["Room", "Capacity", "Colour"], ["Room 1", 12], [None, "  "], [], [None, None, "blue"]])
    assert [room.row for room in result.week.rooms] == [2]
