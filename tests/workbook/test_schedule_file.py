"""Schedule workbooks read back: our own, edited ones, those written by hand, last week's, and files that are none."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from scheduler.domain.evaluation import Subject
from scheduler.domain.issues import Severity
from scheduler.domain.modality import Modality
from scheduler.domain.schedule import GroupSession, Kind, OneOnOne, Schedule
from scheduler.report import schedule_bytes, write_schedule
from scheduler.workbook import WrittenSchedule, read_schedule
from tests.report.sample import EVALUATION, GOAL_RESULTS, SCHEDULE, WEEK

Sheets = dict[str, list[list[Any]]]
SESSION = next(s for s in SCHEDULE.sessions if s.name == "Coping Skills A Mon")


@pytest.fixture(scope="module")
def content() -> bytes:
    """The sample as the program writes it, without the sheets that nobody reads back (which takes the time)."""
    book = load_workbook(BytesIO(schedule_bytes(WEEK, SCHEDULE, EVALUATION, GOAL_RESULTS)))
    for title in ("Summary", "Timetable", "Shortfalls", "Changes", "Rosters"):
        book.remove(book[title])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture
def written(tmp_path: Path, content: bytes) -> Path:
    """The sample's file, to be read or edited."""
    path = tmp_path / "schedule.xlsx"
    path.write_bytes(content)
    return path


@pytest.fixture
def edited(written: Path) -> Callable[[Callable[[Workbook], None]], WrittenSchedule]:
    """What is read after somebody has changed the sample's file."""

    def read(edit: Callable[[Workbook], None]) -> WrittenSchedule:
        book = load_workbook(written)
        edit(book)
        book.save(written)
        return read_schedule(written, WEEK)

    return read


def column(book: Workbook, sheet: str, title: str) -> int:
    return next(cell.column for cell in book[sheet][1] if cell.value == title)


def cell(book: Workbook, sheet: str, title: str, **where: str) -> Any:
    """The first cell of a column in the row that has these values."""
    wanted = [(column(book, sheet, name), value) for name, value in where.items()]
    for row in book[sheet].iter_rows(min_row=2):
        if all(row[place - 1].value == value for place, value in wanted):
            return row[column(book, sheet, title) - 1]
    raise LookupError(where)


def session(read: WrittenSchedule, name: str) -> GroupSession:
    return next(s for s in read.schedule.sessions if s.name == name)


def messages(read: WrittenSchedule, severity: Severity = Severity.WARNING) -> list[str]:
    return [f"{issue.sheet}!{issue.cell} {issue.message}" for issue in read.issues if issue.severity is severity]


def by_hand(tmp_path: Path, sheets: Sheets) -> Path:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "hand.xlsx")
    return tmp_path / "hand.xlsx"


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Write, read: an equal schedule, its claims, no issue; with the week and without it."""
    written = write_schedule(tmp_path / "schedule.xlsx", WEEK, SCHEDULE, EVALUATION, GOAL_RESULTS)
    read = read_schedule(written, WEEK)
    assert (read.schedule, read.issues) == (SCHEDULE, ())
    assert read.claims == dict(enumerate(EVALUATION.goals, 1))
    assert read_schedule(written).schedule == SCHEDULE


def test_cells_of_subjects(written: Path) -> None:
    """An attendance leads to its row of Assignments, a session to Sessions, wider subjects to the first such row."""
    read, book = read_schedule(written, WEEK), load_workbook(written)
    place = cell(book, "Assignments", "Session", Client="C005", Session=SESSION.name).coordinate
    assert read.cell_of(Subject(client="C005", group=SESSION.group, day=0)) == f"Assignments!{place}"
    place = cell(book, "Sessions", "Start", Session=SESSION.name).coordinate
    assert read.cell_of(Subject(group=SESSION.group, day=0)) == f"Sessions!{place}"
    assert read.cell_of(Subject(group=SESSION.group)) == f"Sessions!{place}"
    place = cell(book, "Assignments", "Start", Session="C003 Psychiatry Tue").coordinate
    assert read.cell_of(Subject(client="C003", service="Psychiatry", day=1)) == f"Assignments!{place}"
    assert read.cell_of(Subject(client="C003", service="Psychiatry")) == f"Assignments!{place}"
    assert read.cell_of(Subject(client="C001")) == "Assignments!C2"
    not_held = cell(book, "Sessions", "Status", Session="Relapse Prevention A Fri").coordinate
    assert read.cell_of(Subject(group="Relapse Prevention A", day=4)) == f"Sessions!{not_held}"
    assert read.cell_of(Subject()) == "" == read.cell_of(Subject(client="nobody"))


def test_a_client_moved_by_the_cell_session(edited: Any) -> None:
    """The other cells of the row still tell of the old session; the client is in the new one, and that is said."""

    def edit(book: Workbook) -> None:
        cell(book, "Assignments", "Session", Client="C005", Session=SESSION.name).value = " relapse prevention a  MON "

    read = edited(edit)
    assert "C005" not in session(read, SESSION.name).clients
    assert "C005" in session(read, "Relapse Prevention A Mon").clients
    assert any("Activity is Coping Skills A, but Relapse Prevention A Mon is" in text for text in messages(read))
    assert any("Clients is 4, but Assignments has 3 clients" in text for text in messages(read))
    assert not messages(read, Severity.ERROR)


def test_a_deleted_row_and_another_order(edited: Any) -> None:
    """A client taken out of one session; all rows of both sheets turned round."""

    def edit(book: Workbook) -> None:
        row = cell(book, "Assignments", "Session", Client="C005", Session=SESSION.name).row
        book["Assignments"].delete_rows(row)
        for sheet in (book["Assignments"], book["Sessions"]):
            values = [[c.value for c in row] for row in sheet.iter_rows(min_row=2)]
            for number, row_values in enumerate(reversed(values), 2):
                for place, value in enumerate(row_values, 1):
                    sheet.cell(number, place).value = value
                    if isinstance(value, str):  # else openpyxl makes a formula of the group `=Process Group B`
                        sheet.cell(number, place).data_type = "s"

    clients = tuple(c for c in SESSION.clients if c != "C005")
    sessions = tuple(replace(s, clients=clients) if s == SESSION else s for s in SCHEDULE.sessions)
    assert edited(edit).schedule == Schedule(sessions, SCHEDULE.one_on_ones)


@pytest.mark.parametrize("typed", ["9:15", " 9:15 AM ", time(9, 15), 555 / 1440, timedelta(minutes=555)])
def test_a_session_edited_only_in_sessions(edited: Any, typed: object) -> None:
    """Sessions counts, however the time is typed; one warning says what Assignments still says."""

    def edit(book: Workbook) -> None:
        cell(book, "Sessions", "Start", Session=SESSION.name).value = typed
        cell(book, "Sessions", "Facilitators", Session=SESSION.name).value = "clin 06;Clin 02 "
        cell(book, "Sessions", "Room", Session=SESSION.name).value = "room  2"

    read = edited(edit)
    assert session(read, SESSION.name) == replace(
        SESSION, start=555, facilitators=("Clin 02", "Clin 06"), room="Room 2"
    )
    warnings = messages(read)
    assert len(warnings) == 3
    assert "Start is 09:15, but 4 rows of Assignments (F" in warnings[0] and "say 09:00" in warnings[0]


def test_a_session_moved_to_another_day_keeps_its_clients(edited: Any) -> None:
    """Only the cell Day is changed: the name in both sheets still leads clients to it."""

    def edit(book: Workbook) -> None:
        cell(book, "Sessions", "Day", Session=SESSION.name).value = "Thursday"

    assert session(edited(edit), "Coping Skills A Thu").clients == SESSION.clients


def test_an_attendance_that_says_another_time_is_noticed(edited: Any) -> None:
    """One row of Assignments alone differs: that row is named, and Sessions counts."""

    def edit(book: Workbook) -> None:
        cell(book, "Assignments", "Start", Client="C006", Session=SESSION.name).value = "8:00"
        cell(book, "Assignments", "Clinician", Client="C006", Session=SESSION.name).value = "Clin 01"

    read = edited(edit)
    assert read.schedule == SCHEDULE
    book_texts = [text.split(" ", 1)[1] for text in messages(read)]
    assert book_texts == [
        "Start is 08:00, but Coping Skills A Mon is 09:00 in Sessions, which counts",
        "Clinician is Clin 01, but Coping Skills A Mon is Clin 03 in Sessions, which counts",
    ]


def test_an_individual_session_moved_in_assignments(edited: Any) -> None:
    """Its own row is all there is: day, time, clinician and room are taken from it."""

    def edit(book: Workbook) -> None:
        for title, value in (
            ("Day", "Fri"),
            ("Start", "10 am"),
            ("End", "11:00"),
            ("Clinician", "CLIN 04"),
            ("Room", None),
        ):
            cell(book, "Assignments", title, Session="C001 Individual Wed").value = value

    read = edited(edit)
    moved = OneOnOne("C001", Kind.INDIVIDUAL, "Individual", 4, 600, 660, "Clin 04", None, Modality.IN_PERSON)
    assert moved in read.schedule.one_on_ones and not read.issues


def test_a_session_marked_not_held(edited: Any) -> None:
    """Status changed, clients left in it: it is taken as the rows of its clients describe it, with a warning."""

    def edit(book: Workbook) -> None:
        cell(book, "Sessions", "Status", Session=SESSION.name).value = "Not held"

    read = edited(edit)
    assert session(read, SESSION.name) == SESSION
    assert any("is taken as this row describes it, for the sheet Sessions says Not held" in m for m in messages(read))


def test_a_client_put_into_a_session_without_a_time(edited: Any) -> None:
    """Nobody can tell when `Anger Management B #1` is: an error at the cell."""

    def edit(book: Workbook) -> None:
        row = book["Assignments"].max_row + 1
        for place, value in enumerate(["C009", "Group", "Anger Management B #1", "Anger Management B"], 1):
            book["Assignments"].cell(row, place).value = value

    errors = messages(edited(edit), Severity.ERROR)
    assert len(errors) == 1 and '"Anger Management B #1" is not held, and this row does not say when' in errors[0]


def test_a_client_twice_in_a_session(edited: Any) -> None:
    """Counted once, and said."""

    def edit(book: Workbook) -> None:
        sheet = book["Assignments"]
        row = cell(book, "Assignments", "Session", Client="C005", Session=SESSION.name).row
        sheet.append([c.value for c in sheet[row]])

    read = edited(edit)
    assert read.schedule == SCHEDULE
    assert [m.partition(" ")[2] for m in messages(read)] == ["C005 is in Coping Skills A Mon already, in a row above"]


@pytest.mark.parametrize(
    ("sheet", "title", "value", "expected"),
    [
        ("Sessions", "Start", "nine", 'Start is "nine": expected a time'),
        ("Sessions", "Day", "Mon-Fri", "expected one day"),
        ("Sessions", "Day", None, None),
        ("Sessions", "Start", None, "Start is blank; a held session needs it"),
        ("Sessions", "Status", "perhaps", "expected Held or Not held"),
        ("Assignments", "Client", None, "Client is blank"),
        ("Assignments", "Kind", "Dance", "expected Group, Individual or Appointment"),
    ],
)
def test_cells_that_cannot_be_read(edited: Any, sheet: str, title: str, value: Any, expected: str | None) -> None:
    """An error with the cell; a blank day is found in the session's name."""
    places: list[str] = []

    def edit(book: Workbook) -> None:
        changed = cell(book, sheet, title, Session=SESSION.name)
        changed.value = value
        places.append(changed.coordinate)

    read = edited(edit)
    if expected is None:
        assert read.schedule == SCHEDULE
    else:
        errors = messages(read, Severity.ERROR)
        assert errors and errors[0].startswith(f"{sheet}!{places[0]} ") and expected in errors[0]


def test_names_that_the_week_does_not_have_are_warnings(edited: Any) -> None:
    """Said once each, with the nearest name; the schedule keeps them for the verifier to judge."""

    def edit(book: Workbook) -> None:
        for row in book["Assignments"].iter_rows(min_row=2):
            if row[0].value == "C001":
                row[0].value = "C0O1"

    read = edited(edit)
    unknown = [m for m in messages(read) if "this week's workbook has no" in m]
    assert len(unknown) == 1 and 'no client "C0O1"; did you mean "C0' in unknown[0]
    assert any("C0O1" in s.clients for s in read.schedule.sessions)


HAND: Sheets = {
    "assignments": [
        ["client", "KIND", "Session", "Activity", "Day", "Start", "End", "Clinician", "Room", "Modality", "Minutes"],
        ["c001", "Group", "X Mon", "X", "Monday", "9:00", "10:30", "Lee, MD", "Den", "in person", 90],
        [],
        ["C002", "group", "X Mon", "X", "Mon", time(9), time(10, 30), "Lee, MD", "Den", "In-Person", 90],
        ["C002", "Individual", "", "Individual", "Tue", "23:00", "24:00", "Lee, MD", None, "virtual", 60],
        ["C002", "Appointment", "", "Psychiatry", "Tue", "2 PM", "2:30 PM", "Lee, MD", None, "online", 30],
    ],
    "SESSIONS": [
        [None, None],
        ["Group", "Day", "Start", "End", "Facilitators", "Room", "Note"],
        ["X", "Mon", "9 am", "10:30 AM", "Lee, MD", "Den", "typed by hand"],
        ["Empty group", "Wed", "9 am", "10:30 AM", None, None, None],
    ],
    "Clinicians": [["Clinician"], ["Lee, MD"]],
    "Something else": [["a"], [1]],
}  # fmt: skip


def test_a_file_written_by_hand(tmp_path: Path) -> None:
    """The contract's columns alone, in any case; no session names, no status, commas in a clinician's name."""
    read = read_schedule(by_hand(tmp_path, HAND))
    assert not read.issues
    assert read.schedule == Schedule(
        (
            GroupSession(0, 540, 630, "X", ("Lee, MD",), "Den", ("C002", "c001")),
            GroupSession(2, 540, 630, "Empty group", (), None, ()),
        ),
        (
            OneOnOne("C002", Kind.APPOINTMENT, "Psychiatry", 1, 840, 870, "Lee, MD", None, Modality.VIRTUAL),
            OneOnOne("C002", Kind.INDIVIDUAL, "Individual", 1, 1380, 1440, "Lee, MD", None, Modality.VIRTUAL),
        ),
    )
    assert read.claims == {}


def test_last_week_with_names_that_are_gone(tmp_path: Path) -> None:
    """As `--previous`: every stranger is a warning, none an error, and clients are spelled as this week spells them."""
    read = read_schedule(by_hand(tmp_path, HAND), WEEK)
    assert not messages(read, Severity.ERROR)
    assert {m.partition("has no ")[2].partition(";")[0] for m in messages(read)} == {
        'group "X"', 'group "Empty group"', 'clinician "Lee, MD"', 'room "Den"'
    }  # fmt: skip
    assert read.schedule.sessions[0].clients == ("C001", "C002")


def test_assignments_alone_say_enough(tmp_path: Path) -> None:
    """Without Sessions the rows of clients make the sessions; the missing sheet is an error all the same."""
    read = read_schedule(by_hand(tmp_path, {"Assignments": HAND["assignments"]}))
    assert read.schedule.sessions[0].clients == ("C002", "c001")
    assert any('no sheet "Sessions"' in m for m in messages(read, Severity.ERROR))


@pytest.mark.parametrize("content", [b"", b"PK nonsense", b"text"])
def test_a_file_that_is_no_workbook(tmp_path: Path, content: bytes) -> None:
    """An empty schedule and one error that names the file."""
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    for read in (read_schedule(path), read_schedule(tmp_path / "absent.xlsx")):
        assert read.schedule == Schedule() and len(messages(read, Severity.ERROR)) == 1


def test_an_input_workbook_is_no_schedule(tmp_path: Path) -> None:
    """It is said that neither sheet is there."""
    read = read_schedule(by_hand(tmp_path, {"Clients": [["Client"], ["C001"]]}), WEEK)
    assert any("this is no schedule" in m for m in messages(read, Severity.ERROR))


def test_missing_columns_are_named(tmp_path: Path) -> None:
    """One error for each column that nothing can stand in for."""
    read = read_schedule(by_hand(tmp_path, {"Sessions": [["Group"], ["X"]], "Assignments": [["Name"], ["C001"]]}))
    named = [m.partition('"')[2].partition('"')[0] for m in messages(read, Severity.ERROR) if "is missing" in m]
    assert named == ["Day", "Start", "Client", "Session"]


def test_a_title_above_the_header(edited: Any) -> None:
    """As in an input workbook, the message says which row looks like the header."""

    def edit(book: Workbook) -> None:
        book["Sessions"].insert_rows(1)
        book["Sessions"]["A1"] = "Our week"

    found = [m for m in messages(edited(edit), Severity.ERROR) if "is missing" in m]
    assert len(found) == 3 and all("row 2 looks like the header" in message for message in found)


def test_claims_that_cannot_be_read_are_passed_over(edited: Any) -> None:
    """A goal by number, one with a bad value, one that is none."""

    def edit(book: Workbook) -> None:
        book["Goals"]["A2"], book["Goals"]["B3"], book["Goals"]["A4"] = "Goal 1", "many", "Fun"

    read = edited(edit)
    assert set(read.claims) == {1, 4, 5, 6, 7, 8, 9}
    assert len(messages(read)) == 2 and not messages(read, Severity.ERROR)


ODD = (
    None,
    "",
    " ",
    "=",
    "x" * 300,
    -1,
    0,
    1.5,
    1e300,
    True,
    time(0),
    "Mon",
    "C001",
    "Group",
    "Not held",
    "#N/A",
    "24:00",
    "ü;;,",
)


@pytest.mark.parametrize("seed", range(12))
def test_nothing_that_is_typed_makes_it_fail(written: Path, seed: int) -> None:
    """Sixty cells of any sheet replaced by anything: a schedule or issues, never an exception."""
    rng = random.Random(seed)
    book = load_workbook(written)
    for _ in range(60):
        sheet = book[rng.choice(("Sessions", "Assignments", "Goals", "Rooms"))]
        changed = sheet.cell(
            rng.randint(1 if rng.random() < 0.1 else 2, sheet.max_row), rng.randint(1, sheet.max_column)
        )
        changed.value = rng.choice(ODD)
    book.save(written)
    for week in (WEEK, None):
        read = read_schedule(written, week)
        assert read.issues or read.schedule == SCHEDULE
        assert all(s.end is not None and s.clients == tuple(sorted(set(s.clients))) for s in read.schedule.sessions)
