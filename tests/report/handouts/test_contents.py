"""What stands on each hand-out, and above all what does not."""

from __future__ import annotations

import pytest

from scheduler.report.activities import activities
from scheduler.report.handouts.clinicians import free_time
from scheduler.report.handouts.document import Document
from scheduler.report.handouts.documents import documents
from scheduler.report.handouts.render.texts import flat
from scheduler.report.handouts.rooms import room_page
from scheduler.report.handouts.timetable import timetable_page
from scheduler.report.page import schedule_page
from tests.report import site

WEEK, SCHEDULE, EVALUATION = site.week(), site.schedule(), site.evaluation()
NAMES = [client.display_name for client in WEEK.clients]
IDS = [client.name for client in WEEK.clients]


def text_of(document: Document) -> str:
    """Everything that the document prints."""
    parts = [document.title, document.header, document.footer]
    for page in document.pages:
        parts += [page.title, *(part for fact in page.facts for part in fact), *page.notes]
        for table in page.tables:
            parts += [table.title, *(column.title for column in table.columns)]
            parts += [flat(cell) for row in table.rows for cell in row]
    return "\n".join(parts)


def written(names: bool = False) -> dict[str, Document]:
    return {document.path: document for document in documents(WEEK, SCHEDULE, EVALUATION, names)}


def rows_of(document: Document, table: int = 0, page: int = 0) -> list[tuple[str, ...]]:
    return [tuple(flat(cell) for cell in row) for row in document.pages[page].tables[table].rows]


def test_every_kind_is_there() -> None:
    """A file for each active client, clinician and room that has a door, and one of each kind for the site."""
    paths = set(written())
    assert sum(path.startswith("clients/") for path in paths) == 19
    assert sum(path.startswith("clinicians/") for path in paths) == 3
    assert {path for path in paths if path.startswith("rooms/")} == {"rooms/Room 1", "rooms/Room 2-b"}
    assert {"timetable", "sign-in sheets", "roster book", "hours", "all clients"} <= paths


def test_a_client_reads_only_the_own_week() -> None:
    """No client's sheet holds another client's id or name."""
    sheets = [document for path, document in written().items() if path.startswith("clients/")]
    for client, sheet in zip(WEEK.active_clients, sheets, strict=True):
        text = text_of(sheet)
        assert client.display_name in text
        assert client.name in text
        for other in WEEK.clients:
            if other.name != client.name:
                assert other.name not in text
                assert other.display_name not in text or other.display_name in client.display_name


def test_a_client_finds_time_place_and_clinician() -> None:
    """C02 is virtual on Monday: the hybrid group is a link that day and a room on Wednesday."""
    rows = rows_of(written()["clients/C02"])
    assert rows[0] == ("Monday, November 23",)
    assert rows[1] == ("9:00 – 10:30 am", "Relapse Prevention A\nwith Ana Ruiz", "Room 1")
    assert rows[2] == (
        "10:45 – 11:35 am",
        "Life Skills\nwith Ana Ruiz and Ben O'Hara",
        "Online\nhttps://hybrid.example.org/2",
    )
    assert ("10:45 – 11:35 am", "Life Skills\nwith Ana Ruiz and Ben O'Hara", "Room 2/b") in rows
    assert ("1:00 – 2:00 pm", "Individual session\nwith Ana Ruiz", "Room 1") in rows


def test_a_virtual_session_shows_its_link() -> None:
    """The telehealth room's link stands on the sheet; where there is none the sheet says whom to ask."""
    assert ("6:00 – 8:00 pm", "Evening Online\nwith Chi/Lin: LCSW", f"Online\n{site.LINK}") in rows_of(
        written()["clients/C12"]
    )
    assert (
        "1:30 – 2:00 pm",
        "Psychiatry\nwith Chi/Lin: LCSW",
        "Online\nask your clinician for the link",
    ) in rows_of(written()["clients/C05"])


@pytest.mark.parametrize("names", [False, True])
@pytest.mark.parametrize("path", ["timetable", "all rooms", "rooms/Room 1"])
def test_what_is_posted_names_no_client(path: str, names: bool) -> None:
    """Neither ids nor names nor numbers of clients, and nothing of who is seen one-on-one."""
    text = text_of(written(names)[path])
    assert not [client for client in IDS + NAMES if client in text]
    assert "Individual" not in text
    assert "Psychiatry" not in text
    assert " of 12" not in text


def test_names_are_off_by_default() -> None:
    """Without --names no name of a client stands anywhere but on the own sheet."""
    for path, document in written().items():
        if not path.startswith("clients/"):
            assert not [name for name in NAMES if name in text_of(document)], path
    page = schedule_page(WEEK, SCHEDULE, EVALUATION).decode()
    assert not [name for name in NAMES[:-2] if name in page]


def test_names_stand_on_staff_documents_when_asked_for() -> None:
    """Rosters then hold the id with the name; sign-in sheets the first name and last initial only."""
    shown = written(names=True)
    assert "C03 Łukasz Wójcik" in text_of(shown["roster book"])
    assert "C03 Łukasz Wójcik" in text_of(shown["clinicians/Ana Ruiz"])
    assert "C03 Łukasz Wójcik" in text_of(shown["hours"])
    sheets = text_of(shown["sign-in sheets"])
    assert "Łukasz W." in sheets
    assert "Łukasz Wójcik" not in sheets


def test_sign_in_labels_are_told_apart() -> None:
    """Two clients who would both read `Dana S.` get their ids behind it."""
    clients = [row[1] for row in rows_of(written(names=True)["sign-in sheets"], page=1)]
    assert "Dana S. (C01)" in clients
    assert "Dana S. (C02)" in clients
    assert "Ana S." in clients


def test_sign_in_sheets_are_one_for_each_session() -> None:
    """Twelve sessions, twelve pages; who joins a hybrid group online is marked, and two rows are spare."""
    sheets = written()["sign-in sheets"]
    assert len(sheets.pages) == len(SCHEDULE.sessions) == 12
    monday = next(page for page in sheets.pages if page.title == "Life Skills")
    labels = [row[1] for row in monday.tables[0].rows]
    assert "C02 (online)" in labels
    assert labels[-2:] == ["", ""]
    assert len(labels) == 11 + 2


def test_clinicians_see_rosters_and_what_is_free() -> None:
    """Ana Ruiz: her roster of six on Monday at nine, her one-on-ones, and the gaps between."""
    ana = written()["clinicians/Ana Ruiz"]
    rows = rows_of(ana)
    assert ("9:00 – 10:30 am", "Relapse Prevention A", "Room 1", f"6: {site.NASTY_ID}, C01, C02, C03, C04, C05") in rows
    assert ("1:00 – 2:00 pm", "Individual session", "Room 1", "C01") in rows
    assert rows_of(ana, table=1)[0][1].startswith("10:30 – 10:45 am, 11:35 am – 1:00 pm")
    assert ("Thursday, November 26",) not in rows_of(ana, table=1)


def test_free_time_is_what_hours_leave() -> None:
    """Free and busy minutes add up to the clinician's hours outside closures."""
    held = activities(WEEK, SCHEDULE)
    for clinician in WEEK.clinicians:
        own = [a for a in held if clinician.name in a.clinicians]
        free = sum(w.minutes for day in range(7) for w in free_time(WEEK, own, clinician, day))
        assert free + sum(a.end - a.start for a in own) == 4 * 720


def test_a_door_joins_private_sessions() -> None:
    """Four one-on-ones in a row are one line that says `Reserved`."""
    page = room_page(WEEK, activities(WEEK, SCHEDULE), WEEK.rooms[0])
    rows = [tuple(flat(cell) for cell in row) for row in page.tables[0].rows]
    assert ("1:00 – 5:00 pm", "Reserved") in rows
    assert sum(row[-1] == "Reserved" for row in rows) == 3


def test_the_hours_sheet_adds_up() -> None:
    """C05 on Friday: a 50-minute group that counts 60 and half an hour of psychiatry; the short client is flagged."""
    hours = written()["hours"]
    heads = [column.title for column in hours.pages[0].tables[0].columns]
    rows = {row[0]: row for row in rows_of(hours)}
    assert rows["C05"][heads.index("Fri")] == "1.5"
    assert rows["C05"][heads.index("Mon")] == "2.5"
    assert rows["C07"][-1] == "Short: Hours"
    assert rows["C02"][heads.index("Authorized")] == "15"
    assert rows["C20"][-1] == "Not scheduled: on hold"
    assert hours.pages[0].tables[0].flagged == {6}


def test_the_roster_book_marks_each_day() -> None:
    """A page for each group that meets and one for everything one-on-one; C02 is online on Monday only."""
    book = written()["roster book"]
    assert [page.title for page in book.pages] == [
        *(group.name for group in WEEK.groups),
        "Individual sessions and appointments",
    ]
    skills = {row[0]: row for row in rows_of(book, table=1, page=2)}
    assert skills["C02"] == ("C02", "Phase 1", "online", "x", "x")
    assert len(rows_of(book, page=5)) == len(SCHEDULE.one_on_ones) == 20


def test_the_timetable_is_a_grid() -> None:
    """Days across, starting times down, parallel groups in one cell, the closed day said without its reason."""
    page = timetable_page(WEEK, activities(WEEK, SCHEDULE))
    table = page.tables[0]
    assert [column.title for column in table.columns] == ["", "Mon Nov 23", "Tue Nov 24", "Wed Nov 25", "Fri Nov 27"]
    assert [row[0] for row in table.rows] == ["9:00 am", "10:45 am", "6:00 pm"]
    assert flat(table.rows[0][1]).count("9:00 – 10:30 am") == 2
    assert page.notes == ("Thu Nov 26: closed.",)
