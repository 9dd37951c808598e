"""One session as a block of the grid."""

from __future__ import annotations

from html import escape

from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.page.lookup import Lookup
from scheduler.report.places import place_for_all
from scheduler.report.spoken import span

TRACK_STYLES = 8
"""How many tracks style.css tells apart by colour and edge; further tracks begin again."""


def block(week: Week, activity: Activity, begin: int, place: tuple[int, int], lookup: Lookup) -> str:
    """The block, which leads to its row in the list. place: its lane and how many lanes share the width.

    Positions are minutes and lanes; style.css turns them into lengths.
    """
    style = f"--from:{activity.start - begin};--for:{activity.end - activity.start};--lane:{place[0]};--of:{place[1]}"
    small = "".join(f"<span>{escape(line)}</span>" for line in _lines(week, activity) if line)
    hidden = "" if activity.is_group else " hidden"
    return (
        f'<li class="block {_look(week, activity)}" style="{style}" {lookup.attribute(activity)}{hidden}>'
        f'<a href="#{lookup.row_id(activity)}"><b>{escape(_title(activity, lookup))}</b>{small}</a></li>'
    )


def _title(activity: Activity, lookup: Lookup) -> str:
    return activity.title if activity.is_group else f"{lookup.client(activity.clients[0])}: {activity.title}"


def _lines(week: Week, activity: Activity) -> tuple[str, ...]:
    where = place_for_all(week, activity).words
    if activity.is_group:
        where += f" · {len(activity.clients)} of {week.group_by_name[activity.what].max_clients}"
    return (span(activity.start, activity.end), ", ".join(activity.clinicians), where)


def _look(week: Week, activity: Activity) -> str:
    """The class that gives colour and edge: the track's, or one for sessions of several tracks or of one client."""
    if not activity.is_group:
        return "private"
    if len(activity.tracks) != 1:
        return "several"
    return f"t{[track.name for track in week.tracks].index(activity.tracks[0]) % TRACK_STYLES}"
