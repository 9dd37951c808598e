"""A client's own week in large print: days, times, room or telehealth link, clinician, and nobody else's name."""

from __future__ import annotations

from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.handouts.days import by_day
from scheduler.report.handouts.document import Column, Entry, Page, Row, Table
from scheduler.report.places import place_for
from scheduler.report.spoken import span

COLUMNS = (Column("Time", 30), Column("What", 48), Column("Where", 30))


def client_page(week: Week, held: tuple[Activity, ...], client: str, heading: str) -> Page:
    """The week of one client; heading is how the sheet calls the client."""
    own = [activity for activity in held if client in activity.clients]
    if not own:
        return Page(heading, notes=("Nothing is planned for you this week. If you expected something, please ask us.",))
    return Page(heading, tables=(Table("", COLUMNS, by_day(week, own, lambda a: _row(week, a, client))),))


def _row(week: Week, activity: Activity, client: str) -> Row:
    return (span(activity.start, activity.end), (_what(activity),), (_where(week, activity, client),))


def _what(activity: Activity) -> Entry:
    return Entry(activity.title, (f"with {' and '.join(activity.clinicians)}",) if activity.clinicians else ())


def _where(week: Week, activity: Activity, client: str) -> Entry:
    place = place_for(week, activity, client)
    ask = ("ask your clinician for the link",) if place.online and not place.link else ()
    return Entry(place.words, ask, place.link)
