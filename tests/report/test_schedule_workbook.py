"""The schedule workbook as a file: its sheets, columns, values, links and print set-up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from scheduler.domain.changes import Change, Concerns
from scheduler.domain.explanation import CellChange, Explanation, Reason, Remedy
from scheduler.domain.rules import Requirement
from scheduler.domain.schedule import Schedule
from scheduler.report import schedule_bytes, write_schedule
from tests.report.sample import EVALUATION, GOAL_RESULTS, SCHEDULE, WEEK

CONTRACT = {
    "Sessions": "Session, Group, Topic, Track, Day, Start, End, Facilitators, Room, Modality, Clients, Min, Max, "
    "Status, Note",
    "Assignments": "Client, Kind, Session, Activity, Day, Start, End, Clinician, Room, Modality, Counted minutes",
    "Clients": "Client, Phase, Track, Hours, Min hours, Target hours, Days, Min days, Individual, Individual needed, "
    "Status, Shortfall minutes",
    "Shortfalls": "Client, Requirement, Needed, Given, Missing, Why, What would fix it",
    "Changes": "Who, From, To, Sentence",
    "Goals": "Goal, Value, Bound, Status",
    "Remedies": "Remedy, Helps, Change, Sheet, Row, Name, Column, From, To, Care plans met after, "
    "Changes to the rest of the schedule",
}  # fmt: skip
REASONS = Explanation(
    (Reason("C015", Requirement.INDIVIDUAL, "", "Clin 02 is full.", "Give Clin 02 an hour more: remedy 1.", (1,)),),
    (
        Remedy(1, ("C015",), "Two cells.", (
            CellChange("Clinicians", "3", "Clin 02", "Max hours", "20", "21"),
            CellChange("Clinician hours", "new 1", "Clin 02", "Days", "", "Fri"),
        ), 15),
    ),
)  # fmt: skip
PREVIOUS = Schedule(SCHEDULE.sessions[1:], SCHEDULE.one_on_ones)


@pytest.fixture(scope="module")
def book() -> Workbook:
    """The sample with reasons, remedies and a last week."""
    week = replace(WEEK, previous=PREVIOUS)
    return load_workbook(BytesIO(schedule_bytes(week, SCHEDULE, EVALUATION, GOAL_RESULTS, reasons=REASONS)))


def rows(book: Workbook, sheet: str) -> list[dict[str, object]]:
    header, *body = book[sheet].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in body]


def test_sheets_stand_in_the_order_of_the_contract(book: Workbook) -> None:
    """Summary to Goals, then Remedies because there are some, then Rosters."""
    expected = (
        "Summary Timetable Sessions Assignments Clients Shortfalls Clinicians Rooms Changes Goals Remedies Rosters"
    )
    assert book.sheetnames == expected.split()


def test_no_sheet_remedies_without_remedies() -> None:
    """A sheet of remedies is there only when something was found."""
    plain = load_workbook(BytesIO(schedule_bytes(WEEK, SCHEDULE, EVALUATION, GOAL_RESULTS)))
    assert "Remedies" not in plain.sheetnames
    assert [cell.value for cell in plain["Changes"][1]][:2] == ["Concerns", "Who"] and plain["Changes"].max_row == 1


@pytest.mark.parametrize("sheet", CONTRACT)
def test_data_sheets_have_their_columns_in_row_1(book: Workbook, sheet: str) -> None:
    """The contract's columns, in its order, perhaps with others between."""
    header = [cell.value for cell in book[sheet][1]]
    wanted = CONTRACT[sheet].split(", ")
    assert [title for title in header if title in wanted] == wanted


def test_sessions_hold_times_counts_and_status(book: Workbook) -> None:
    """Times are Excel times shown HH:MM, facilitators are joined by `; `, sessions not held are listed."""
    by_name = {row["Session"]: row for row in rows(book, "Sessions")}
    process = by_name["Process Group A Mon"]
    assert (process["Start"], process["End"]) == (time(10, 45), time(12, 15))
    assert process["Facilitators"] == "Clin 05; Clin 06" and process["Track"] == "Morning"
    assert (process["Clients"], process["Min"], process["Max"], process["Status"]) == (8, 3, 8, "Held")
    assert book["Sessions"]["F2"].number_format == "HH:MM"
    closed = by_name["Relapse Prevention A Fri"]
    assert (closed["Status"], closed["Day"], closed["Clients"]) == ("Not held", "Fri", 0)
    assert closed["Note"] == "closed: Thanksgiving (day after)" and closed["Start"] == time(9)
    open_day = by_name["Anger Management B #1"]
    assert (open_day["Day"], open_day["Start"], open_day["Status"]) == (None, None, "Not held")
    assert sum(row["Status"] == "Held" for row in by_name.values()) == len(SCHEDULE.sessions)
    assert not any(str(name).startswith("Art B") for name in by_name), "a group at rest asks for no session"


def test_assignments_hold_everything_that_clients_do(book: Workbook) -> None:
    """One row per attendance, individual session and appointment, in the order of the clients."""
    found = rows(book, "Assignments")
    assert len(found) == sum(len(s.clients) for s in SCHEDULE.sessions) + len(SCHEDULE.one_on_ones)
    appointment = next(row for row in found if row["Kind"] == "Appointment")
    assert (appointment["Session"], appointment["Counted minutes"]) == ("C003 Psychiatry Tue", 30)
    assert (appointment["Start"], appointment["Room"], appointment["Modality"]) == (time(15), None, "virtual")
    individual = next(row for row in found if row["Kind"] == "Individual")
    assert (individual["Session"], individual["Counted minutes"]) == ("C001 Individual Wed", 60)
    assert [row["Client"] for row in found] == sorted(str(row["Client"]) for row in found)


def test_individual_sessions_count_nothing_where_the_program_says_so() -> None:
    """Counted minutes follow the setting Individual counts."""
    week = replace(WEEK, program=replace(WEEK.program, individual_counts=False))
    book = load_workbook(BytesIO(schedule_bytes(week, SCHEDULE, EVALUATION, GOAL_RESULTS)))
    assert {row["Counted minutes"] for row in rows(book, "Assignments") if row["Kind"] == "Individual"} == {0}


def test_clients_hold_decimal_hours_and_end_with_those_not_active(book: Workbook) -> None:
    """Hours are decimals, days add up to them, and a client on hold is listed with the reason."""
    found = rows(book, "Clients")
    assert [row["Status"] for row in found] == ["Met"] * 14 + ["Short", "Not active"]
    first, last = found[0], found[-1]
    assert (first["Hours"], first["Min hours"], first["Target hours"]) == (9.5, 9, 10)
    assert sum(float(str(first[f"{day} hours"] or 0)) for day in ("Mon", "Tue", "Wed", "Thu")) == 9.5
    assert (last["Client"], last["Hours"], last["Note"]) == ("+16", 0, "on hold")


def test_shortfalls_hold_their_reason_and_what_would_fix_them(book: Workbook) -> None:
    """Counts stay counts; a Must run group stands under Detail."""
    individual, must_run = rows(book, "Shortfalls")
    assert (individual["Client"], individual["Requirement"], individual["Missing"]) == ("C015", "Individual session", 1)
    assert individual["Why"] == "Clin 02 is full." and "remedy 1" in str(individual["What would fix it"])
    assert (must_run["Client"], must_run["Detail"], must_run["Why"]) == (None, "Family Education A", None)


def test_a_shortfall_of_hours_is_written_in_hours() -> None:
    """Minutes become decimal hours; days stay days."""
    short = replace(EVALUATION.shortfalls[0], requirement=Requirement.HOURS, needed=540, given=450, missing=90)
    evaluation = replace(EVALUATION, shortfalls=(short,))
    book = load_workbook(BytesIO(schedule_bytes(WEEK, SCHEDULE, evaluation, GOAL_RESULTS)))
    row = rows(book, "Shortfalls")[0]
    assert (row["Needed"], row["Given"], row["Missing"], row["Unit"]) == (9, 7.5, 1.5, "hours")


def test_remedies_have_one_row_per_cell(book: Workbook) -> None:
    """Row is a number where it is one, and text where the row is new."""
    first, second = rows(book, "Remedies")
    assert (first["Remedy"], first["Row"], first["From"], first["To"]) == (1, 3, "20", "21")
    assert (second["Remedy"], second["Row"], second["From"], second["Care plans met after"]) == (1, "new 1", None, 15)


def test_goals_hold_what_the_solver_states_and_all_nine(book: Workbook) -> None:
    """Those optimized in their order, then the one left out with the verifier's value."""
    found = rows(book, "Goals")
    assert [row["Number"] for row in found] == list(range(1, 10))
    assert (found[5]["Goal"], found[5]["Value"], found[5]["Bound"], found[5]["Status"]) == (
        "Waiting",
        780,
        779,
        "within 1%",
    )
    assert (found[8]["Value"], found[8]["Bound"], found[8]["Status"]) == (61, None, "not searched")


def test_use_is_a_share_of_max_hours_or_else_of_clinician_hours(book: Workbook) -> None:
    """Facilitator minutes count in full; rooms are measured against the open hours of all tracks."""
    by_name = {row["Clinician"]: row for row in rows(book, "Clinicians")}
    first = by_name["Clin 01"]
    assert first["Use"] == pytest.approx(float(str(first["Hours"])) / 20)
    assert first["Hours"] == pytest.approx(float(str(first["Group hours"])) + float(str(first["Individual hours"])))
    sixth = by_name["Clin 06"]
    assert sixth["Max hours"] is None and sixth["Use"] == pytest.approx(float(str(sixth["Hours"])) / 65)
    assert "10:45-12:15 Process Group A, Room 1" in str(sixth["Mon"])
    tele = next(row for row in rows(book, "Rooms") if row["Room"] == "Tele")
    assert (tele["Hours"], tele["Use"]) == (3, pytest.approx(3 / (5 * 3.75 + 4 * (1250 - 1050) / 60)))


def test_changes_are_the_simple_differences_unless_given(book: Workbook) -> None:
    """Against last week, client by client; somebody else's list replaces them."""
    gone = SCHEDULE.sessions[0]
    found = rows(book, "Changes")
    assert {row["Who"] for row in found if row["Concerns"] == "Client"} == set(gone.clients)
    assert {row["Kind"] for row in found} == {"Added"}
    own = Change(Concerns.ROOM, "Room 2", "Closed", "open", "closed", "Room 2 is closed.", "H14")
    week = replace(WEEK, previous=PREVIOUS)
    other = load_workbook(BytesIO(schedule_bytes(week, SCHEDULE, EVALUATION, GOAL_RESULTS, changes=(own,))))
    assert [(row["Who"], row["Sentence"], row["Reason"]) for row in rows(other, "Changes")] == [
        ("Room 2", "Room 2 is closed.", "H14")
    ]


def test_text_is_never_a_formula(book: Workbook) -> None:
    """What begins with = + - @ is stored as text, and keeps being text when somebody edits it."""
    formulas = [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas == []
    cells = [cell for row in book["Sessions"].iter_rows() for cell in row if str(cell.value).startswith("=Process")]
    assert len(cells) == 9 and all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_characters_that_no_file_can_hold_are_dropped() -> None:
    """A control character in a note does not stop the schedule from being written."""
    week = replace(WEEK, program=replace(WEEK.program, name="Har\x00bor \ud800 & Co"))
    book = load_workbook(BytesIO(schedule_bytes(week, SCHEDULE, EVALUATION, GOAL_RESULTS)))
    assert book["Summary"]["A1"].value == "Harbor  & Co"


def test_no_name_of_a_client_is_written() -> None:
    """Only identifiers stand in the schedule workbook."""
    book = load_workbook(BytesIO(schedule_bytes(WEEK, SCHEDULE, EVALUATION, GOAL_RESULTS)))
    texts = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert not any("Secret" in text for text in texts)


def test_sessions_lead_to_their_rosters(book: Workbook) -> None:
    """The link of each held session ends at the heading of its own roster, whose block lists its clients."""
    sheet, rosters = book["Sessions"], book["Rosters"]
    held = {session.name: session for session in SCHEDULE.sessions}
    links = {cell.value: cell.hyperlink.location for cell in sheet["A"] if cell.hyperlink}
    assert links.keys() == held.keys()
    for name, location in links.items():
        place = rosters[location.partition("!")[2]]
        block = rosters.iter_rows(min_row=place.row + 2, max_row=place.row + 3, values_only=True)
        listed = [cell for row in block for cell in row if str(cell).startswith("C0")]
        assert (place.value, listed) == (name, list(held[name].clients))
    in_timetable = {cell.hyperlink.location for row in book["Timetable"].iter_rows() for cell in row if cell.hyperlink}
    assert in_timetable == set(links.values())


def test_the_timetable_says_group_clinician_room_and_count(book: Workbook) -> None:
    """Two parallel sessions stand side by side under their day, each in its track's colour."""
    sheet = book["Timetable"]
    first, beside = sheet["B4"], sheet["C4"]
    assert str(first.value) == "Coping Skills A\nClin 03\nRoom 1\nMorning"
    assert str(beside.value) == "Relapse Prevention A\nClin 01\nRoom 1\nMorning"
    # One session starts at 19:10: rows are five minutes, and the last three of a block hold the count.
    assert (sheet["B19"].value, sheet["B3"].value) == ("4/8 clients", "Mon 23 Nov")
    assert {"B4:B18", "B19:B21", "C4:C18"} <= {str(merged) for merged in sheet.merged_cells.ranges}
    evening = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("Mindfulness B"))
    assert first.fill.start_color.rgb == sheet["B2"].fill.start_color.rgb != evening.fill.start_color.rgb
    assert evening.fill.start_color.rgb == sheet["C2"].fill.start_color.rgb


def test_the_summary_answers_on_one_page(book: Workbook) -> None:
    """The verdict, the numbers, who is short with the reason, what is not held, what changed."""
    texts = [cell for row in book["Summary"].iter_rows(values_only=True) for cell in row if cell is not None]
    assert "14 of 15 care plans met, 1 short. 1 session that must run is not held." in texts
    assert "Individual session 0 of 1" in texts and "must run: 0 of 1 held" in texts
    assert "Clin 02 is full. See remedy 1." in texts
    assert "Anger Management B #1" in texts and "Relapse Prevention A Fri" in texts
    assert book["Summary"].page_setup.fitToHeight == 1 and book["Summary"].max_row <= 45


def test_every_sheet_prints_as_a_document(book: Workbook) -> None:
    """Landscape, one page wide, program, week and page numbers on every page; frozen, filtered tables."""
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.fitToWidth == 1
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.print_area
        assert sheet.oddHeader.left.text == "Harbor && Light, Quincy (invented)"
        assert sheet.oddHeader.right.text == "Week of Mon 23 Nov 2026"
        assert sheet.oddFooter.right.text == "Page &P of &N"
        if sheet.title in CONTRACT:
            assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref and sheet.print_title_rows == "$1:$1"


def test_the_same_schedule_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the clock nor the place of a run shows in the file."""
    once = schedule_bytes(WEEK, SCHEDULE, EVALUATION, GOAL_RESULTS)
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert schedule_bytes(WEEK, SCHEDULE, EVALUATION, GOAL_RESULTS) == once
    assert load_workbook(BytesIO(once)).properties.modified.date() == date(2026, 11, 23)


def test_an_empty_schedule_is_a_workbook_too(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """No client, no session: every sheet is there."""
    week = replace(WEEK, clients=(), appointments=())
    evaluation = replace(EVALUATION, accounts=(), shortfalls=(), goals=(0,) * 9)
    path = write_schedule(tmp_path / "deep" / "empty.xlsx", week, Schedule(), evaluation, ())
    book = load_workbook(path)
    assert len(book.sheetnames) == 11 and book["Assignments"].max_row == 1
    assert {row["Status"] for row in rows(book, "Goals")} == {"not searched"}
