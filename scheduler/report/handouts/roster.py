"""The roster book: for each group its sessions and who is expected on which day; then every one-on-one session."""

from __future__ import annotations

from scheduler.domain.modality import Modality
from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.handouts.document import Column, Page, Row, Table
from scheduler.report.people import staff_name
from scheduler.report.places import place_for, place_for_all
from scheduler.report.spoken import short_day, span

SESSIONS = (Column("Day", 22), Column("Time", 34), Column("Led by", 50), Column("Where", 40), Column("Clients", 16))
ONE_ON_ONE = (
    Column("Day", 22), Column("Time", 34), Column("Client", 40), Column("What", 36), Column("Clinician", 36),
    Column("Where", 30),
)  # fmt: skip


def roster_pages(week: Week, held: tuple[Activity, ...], names: bool) -> tuple[Page, ...]:
    """A page for each group that meets, in the order of the sheet Groups, and one for everything one-on-one."""
    pages = [
        _group_page(week, sessions, names)
        for group in week.groups
        if (sessions := [a for a in held if a.is_group and a.what == group.name])
    ]
    meetings = [a for a in held if not a.is_group]
    if meetings:
        rows = tuple(_meeting(week, a, names) for a in meetings)
        pages.append(Page("Individual sessions and appointments", tables=(Table("", ONE_ON_ONE, rows),)))
    return tuple(pages)


def _group_page(week: Week, sessions: list[Activity], names: bool) -> Page:
    group = week.group_by_name[sessions[0].what]
    monday = week.program.monday
    summary = tuple(
        (
            short_day(monday, a.day),
            span(a.start, a.end),
            ", ".join(a.clinicians),
            place_for_all(week, a).words,
            f"{len(a.clients)} of {group.max_clients}",
        )
        for a in sessions
    )
    clients = [c.name for c in week.clients if any(c.name in a.clients for a in sessions)]
    columns = (
        Column("Client", 44), Column("Phase", 24), *(Column(short_day(monday, a.day), 20) for a in sessions)
    )  # fmt: skip
    rows = tuple(_client(week, client, sessions, names) for client in clients)
    return Page(
        group.name,
        (("Topic", group.topic), ("Tracks", ", ".join(group.tracks))),
        (Table("Sessions", SESSIONS, summary), Table("Roster", columns, rows, centred=True)),
    )


def _client(week: Week, client: str, sessions: list[Activity], names: bool) -> Row:
    marks = [_mark(week, a, client) if client in a.clients else "" for a in sessions]
    return (staff_name(week, client, names), week.client_by_name[client].phase, *marks)


def _mark(week: Week, activity: Activity, client: str) -> str:
    online_only = activity.modality is Modality.HYBRID and not place_for(week, activity, client).on_site
    return "online" if online_only else "x"


def _meeting(week: Week, activity: Activity, names: bool) -> Row:
    return (
        short_day(week.program.monday, activity.day),
        span(activity.start, activity.end),
        staff_name(week, activity.clients[0], names),
        activity.title,
        activity.clinicians[0],
        place_for_all(week, activity).words,
    )
