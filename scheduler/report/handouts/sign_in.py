"""Sign-in sheets: one page for each group session of each day, to be filled in by hand."""

from __future__ import annotations

from scheduler.domain.modality import Modality
from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.handouts.document import Column, Page, Row, Table
from scheduler.report.people import sign_in_names
from scheduler.report.places import place_for, place_for_all
from scheduler.report.spoken import long_day, span

COLUMNS = (Column("", 6), Column("Client", 40), Column("Arrival", 18), Column("Departure", 20), Column("Signature", 60))
SPARE_ROWS = 2


def sign_in_pages(week: Week, held: tuple[Activity, ...], names: bool) -> tuple[Page, ...]:
    """By day and time. One-on-one sessions have none: a sheet of them would show clients to one another."""
    return tuple(_page(week, activity, names) for activity in held if activity.is_group)


def _page(week: Week, activity: Activity, names: bool) -> Page:
    facts = (
        ("When", f"{long_day(week.program.monday, activity.day)}, {span(activity.start, activity.end)}"),
        ("Where", place_for_all(week, activity).words),
        ("Led by", " and ".join(activity.clinicians) or "nobody (no facilitator)"),
        ("Expected", str(len(activity.clients))),
    )
    labels = sign_in_names(week, activity.clients, names)
    rows: list[Row] = [
        (n, _how(week, activity, client, labels[client]), "", "", "") for n, client in enumerate(labels, 1)
    ]
    rows += [(len(rows) + n, "", "", "", "") for n in range(1, SPARE_ROWS + 1)]
    signature = ("Present: ______     Facilitator's signature: ____________________________     Date: ______________",)
    return Page(activity.title, facts, (Table("", COLUMNS, tuple(rows), tall=True),), signature)


def _how(week: Week, activity: Activity, client: str, label: str) -> str:
    """Who joins a hybrid group by link cannot sign on paper, so the sheet says so."""
    online_only = not place_for(week, activity, client).on_site
    return f"{label} (online)" if online_only and activity.modality is Modality.HYBRID else label
