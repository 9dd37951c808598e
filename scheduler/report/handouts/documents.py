"""Every hand-out of a week, each as one document."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.evaluation import Evaluation
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.report.activities import Activity, activities
from scheduler.report.handouts.clients import client_page
from scheduler.report.handouts.clinicians import clinician_page
from scheduler.report.handouts.document import Document, Page
from scheduler.report.handouts.filenames import file_names
from scheduler.report.handouts.hours import hours_page
from scheduler.report.handouts.rooms import room_page
from scheduler.report.handouts.roster import roster_pages
from scheduler.report.handouts.sign_in import sign_in_pages
from scheduler.report.handouts.timetable import timetable_page
from scheduler.report.people import own_name, staff_name
from scheduler.report.spoken import week_of

LARGE_PRINT = 16
"""Points: for those who read with effort, and for a sign that is read from the corridor."""


def documents(week: Week, schedule: Schedule, evaluation: Evaluation, names: bool = False) -> tuple[Document, ...]:
    """All hand-outs: one file for each client, clinician and room, one of each kind for printing in a go, and the rest.

    A client's name stands on the client's own sheet. Everywhere else it stands only with `names`, and then on staff
    documents alone: never on door signs or the posted timetable.
    """
    held = activities(week, schedule)
    return (
        *_of_clients(week, held, names),
        *_of_clinicians(week, held, names),
        *_of_rooms(week, held),
        *_for_the_site(week, held, evaluation, names),
    )


def _header(week: Week) -> str:
    return f"{week.program.name} · week of {week_of(week.program.monday)}"


def _of_clients(week: Week, held: tuple[Activity, ...], names: bool) -> Iterator[Document]:
    files = file_names(client.name for client in week.active_clients)
    for client in week.active_clients:
        page = client_page(week, held, client.name, own_name(client))
        yield Document(f"clients/{files[client.name]}", page.title, _header(week), (page,), points=LARGE_PRINT)
    # One file with everybody in it is a staff document, although its pages are handed out one by one.
    pages = tuple(client_page(week, held, c.name, staff_name(week, c.name, names)) for c in week.active_clients)
    if pages:
        yield Document("all clients", "All clients", _header(week), pages, points=LARGE_PRINT)


def _of_clinicians(week: Week, held: tuple[Activity, ...], names: bool) -> Iterator[Document]:
    files = file_names(clinician.name for clinician in week.clinicians)
    pages = {c.name: clinician_page(week, held, c, names) for c in week.clinicians}
    for name, page in pages.items():
        yield Document(f"clinicians/{files[name]}", name, _header(week), (page,), landscape=True, confidential=True)
    if pages:
        together = tuple(pages.values())
        yield Document("all clinicians", "All clinicians", _header(week), together, landscape=True, confidential=True)


def _of_rooms(week: Week, held: tuple[Activity, ...]) -> Iterator[Document]:
    rooms = [room for room in week.rooms if not room.virtual]
    files = file_names(room.name for room in rooms)
    pages = {room.name: room_page(week, held, room) for room in rooms}
    for name, page in pages.items():
        yield Document(f"rooms/{files[name]}", name, _header(week), (page,), points=LARGE_PRINT)
    if pages:
        yield Document("all rooms", "All rooms", _header(week), tuple(pages.values()), points=LARGE_PRINT)


def _for_the_site(week: Week, held: tuple[Activity, ...], evaluation: Evaluation, names: bool) -> Iterator[Document]:
    header = _header(week)
    sign_in = sign_in_pages(week, held, names) or (Page("No group sessions", notes=("No groups are held this week.",)),)
    roster = roster_pages(week, held, names) or (Page("Nothing is held", notes=("Nothing is held this week.",)),)
    hours = (hours_page(week, held, evaluation, names),)
    yield Document(
        "timetable",
        "Weekly timetable",
        header,
        (timetable_page(week, held),),
        landscape=True,
        points=11,
        one_sheet=True,
    )
    yield Document("sign-in sheets", "Sign-in sheets", header, sign_in, points=11, confidential=True)
    yield Document("roster book", "Roster book", header, roster, landscape=True, confidential=True)
    yield Document("hours", "Hours for utilization review", header, hours, landscape=True, points=8, confidential=True)
