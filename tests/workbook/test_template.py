"""The template: what is written is read back, every column is explained, and the file is the same each time."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from scheduler.domain.calendar import Window
from scheduler.domain.issues import Severity
from scheduler.workbook import read
from scheduler.workbook.sheets import SETTINGS, SHEETS
from scheduler.workbook.template import workbook_bytes, write_template, write_workbook
from scheduler.workbook.template_fields import FIELDS, SETTING_NOTES

SMALL = {
    "Program": [
        {"Setting": "Program", "Value": "=Night & Day"},
        {"Setting": "Week of", "Value": date(2026, 11, 30)},
        {"Setting": "Mix tracks", "Value": "yes"},
    ],
    "Tracks": [{"Track": "Morning", "Days": "Mon-Fri", "Start": time(9), "End": time(12)}],
    "Phases": [{"Phase": "IOP", "Min hours": 9}],
    "Groups": [
        {
            "Group": "=Coping",
            "Tracks": "Morning",
            "Days": "Mon, Wed",
            "Start": time(9, 30),
            "Minutes": 90,
            "Max clients": 10,
            "Program weeks": "1-4",
        }
    ],
    "Clinicians": [{"Clinician": "Clin 01", "Max hours": 12.5}],
    "Clinician hours": [{"Clinician": "Clin 01", "Days": "Mon-Fri", "Start": time(8, 30), "End": time(17)}],
    "Rooms": [{"Room": "Room 1", "Capacity": 12}],
    "Clients": [{"Client": "0012", "Phase": "IOP", "Tracks": "Morning", "Starts": date(2026, 12, 1)}],
    "Closures": [{"Days": date(2026, 12, 3), "Reason": "Inventory"}],
}


@pytest.fixture
def book():
    """The small workbook as openpyxl sees it."""
    return openpyxl.load_workbook(BytesIO(workbook_bytes(SMALL)))


def test_every_column_and_setting_is_explained():
    """The notes know the catalogue's columns and settings, all of them and no others."""
    assert {name: set(fields) for name, fields in FIELDS.items()} == {
        sheet.name: set(sheet.column_names) for sheet in SHEETS
    }
    assert set(SETTING_NOTES) == {setting.name for setting in SETTINGS}
    assert all(field.note for fields in FIELDS.values() for field in fields.values())


def test_what_is_written_is_read_back(tmp_path):
    """Times, dates, hours, leading zeros and a leading `=` survive the file."""
    path = tmp_path / "small.xlsx"
    write_workbook(path, SMALL)
    reading = read(path)
    assert [issue for issue in reading.issues if issue.severity is Severity.ERROR] == []
    week = reading.week
    assert (week.program.name, week.program.monday, week.program.mix_tracks) == (
        "=Night & Day",
        date(2026, 11, 30),
        True,
    )
    group = week.groups[0]
    assert (group.name, group.days, group.starts, group.program_weeks) == ("=Coping", (0, 2), (570,), ((1, 4),))
    assert week.tracks[0].windows[0] == (Window(540, 720),)
    assert week.clinicians[0].max_minutes == 750
    assert (week.clients[0].name, week.clients[0].first_day) == ("0012", 1)
    assert [closure.days for closure in week.closures] == [(3,)]


def test_sheets_are_in_the_contracts_order(book):
    """The reader's page first, then the sheets of the contract, then the hidden lists."""
    assert book.sheetnames == ["Read me", *(sheet.name for sheet in SHEETS), "Lists"]
    assert book["Lists"].sheet_state == "hidden"


def test_headers_are_the_contracts_words_with_a_note(book):
    """A header cell holds the column's name alone; its note says the meaning and what a blank means."""
    for sheet in SHEETS:
        cells = book[sheet.name][1]
        assert tuple(cell.value for cell in cells) == sheet.column_names
        for cell, column in zip(cells, sheet.columns, strict=True):
            assert cell.comment.text.startswith(FIELDS[sheet.name][column.name].note)
            assert ("Required." in cell.comment.text) == column.required
            assert column.blank in cell.comment.text


def test_required_columns_are_told_by_their_colour(book):
    """The fill of a required column's header differs from an optional one's."""
    fills = {cell.value: cell.fill.fgColor.rgb for cell in book["Groups"][1]}
    assert fills["Minutes"] == fills["Max clients"] == fills["Group"] != fills["Topic"]


def test_drop_downs_refer_to_ranges(book):
    """No list is written into its rule, and those that may hold several names refuse nothing."""
    rules = {
        (sheet.name, str(rule.sqref)): rule
        for sheet in SHEETS
        for rule in book[sheet.name].data_validations.dataValidation
    }
    assert all("!$" in rule.formula1 and len(rule.formula1) < 60 for rule in rules.values())
    assert rules["Clients", "C2:C1500"].formula1 == "'Phases'!$A$2:$A$1500"
    assert rules["Clients", "D2:D1500"].formula1 == "'Tracks'!$A$2:$A$1500"
    assert not rules["Clients", "D2:D1500"].showErrorMessage


def test_every_drop_down_offers_what_its_column_defines(book):
    """A list's range on the hidden sheet holds the offered values, and no cell beyond."""
    for sheet in SHEETS:
        for rule in book[sheet.name].data_validations.dataValidation:
            title, _, cells = rule.formula1.replace("$", "").replace("'", "").partition("!")
            if title == "Lists":
                assert all(row[0].value for row in book["Lists"][cells])


def test_times_and_dates_are_formatted(book):
    """Times are shown HH:MM, dates as dates, and the columns below are ready for more."""
    assert book["Tracks"]["C2"].number_format == "HH:MM"
    assert book["Program"]["B3"].number_format == "yyyy-mm-dd"
    assert book["Closures"]["B2"].number_format == "yyyy-mm-dd"
    assert book["Clients"].column_dimensions["A"].number_format == "@"
    assert book["Tracks"].freeze_panes == "A2"


def test_text_that_looks_like_a_formula_stays_text(book):
    """A leading `=` is a letter like any other."""
    assert (book["Groups"]["A2"].value, book["Groups"]["A2"].data_type) == ("=Coping", "s")


def test_the_same_rows_give_the_same_bytes():
    """Nothing in the file tells when or where it was written."""
    first = workbook_bytes(SMALL)
    assert first == workbook_bytes(SMALL)
    with ZipFile(BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_blank_template_lists_every_setting(tmp_path):
    """A blank workbook names every setting, and only what it lacks is an error."""
    path = tmp_path / "blank.xlsx"
    write_template(path)
    settings = openpyxl.load_workbook(path)["Program"]
    assert [cell.value for cell in settings["A"][1:]] == [setting.name for setting in SETTINGS]
    assert all(cell.comment for cell in settings["A"][1:])
    errors = [issue for issue in read(path).issues if issue.severity is Severity.ERROR]
    assert any("Week of" in issue.message for issue in errors)


@pytest.mark.parametrize("sheets", [{"Grups": []}, {"Rooms": [{"Room": "A", "Size": 3}]}])
def test_unknown_sheets_and_columns_are_refused(sheets):
    """A misspelt name in a program is not lost in silence."""
    with pytest.raises(ValueError, match=r"Grups|Size"):
        workbook_bytes(sheets)
