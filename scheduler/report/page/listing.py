"""Everything that is held, as a table with rosters."""

from __future__ import annotations

from html import escape

from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.page.lookup import Lookup
from scheduler.report.places import place_for_all
from scheduler.report.spoken import short_day, span
from scheduler.report.web import link_html

HEADS = ("Day", "Time", "What", "Clinician", "Where", "Clients")


def listing(week: Week, held: tuple[Activity, ...], lookup: Lookup) -> str:
    """One row for each activity, in the order of the week."""
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    rows = "\n".join(_row(week, activity, lookup) for activity in held)
    return f'<table id="list"><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>'


def _row(week: Week, activity: Activity, lookup: Lookup) -> str:
    place = place_for_all(week, activity)
    where = escape(place.words) + (f"<br>{link_html(place.link)}" if place.link else "")
    clients = ", ".join(lookup.link(lookup.client(client)) for client in activity.clients)
    count = f"<b>{len(activity.clients)}:</b> " if activity.is_group else ""
    cells = (
        escape(short_day(week.program.monday, activity.day)),
        escape(span(activity.start, activity.end)),
        lookup.link(activity.title) if activity.is_group else escape(activity.title),
        ", ".join(lookup.link(name) for name in activity.clinicians),
        where,
        count + clients,
    )
    columns = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr id="{lookup.row_id(activity)}" {lookup.attribute(activity)}>{columns}</tr>'
