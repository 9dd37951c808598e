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

BRIEF = 45
"""Minutes: a shorter session, and one that is headed by a client, runs its facts on in as few lines as they take."""


def block(week: Week, activity: Activity, begin: int, place: tuple[int, int], lookup: Lookup) -> str:
    """The block, which leads to its row in the list. place: its lane and how many lanes share the width.

    Positions are minutes and lanes; style.css turns them into lengths.
    """
    style = f"--from:{activity.start - begin};--for:{activity.end - activity.start};--lane:{place[0]};--of:{place[1]}"
    small = "".join(f"<span>{escape(line)}</span>" for line in _lines(week, activity) if line)
    hidden = "" if activity.is_group else " hidden"
    brief = " brief" if activity.end - activity.start < BRIEF or not activity.is_group else ""
    numbers = _track_numbers(week, activity)
    look = "private" if not activity.is_group else f"t{numbers[0]}" if len(numbers) == 1 else "several"
    style += _stripes(numbers) if len(numbers) > 1 else ""
    return (
        f'<li class="block {look}{brief}" style="{style}" {lookup.attribute(activity)}{hidden}>'
        f'<a href="#{lookup.row_id(activity)}"><b>{escape(_title(activity, lookup))}</b>{small}</a></li>'
    )


def _title(activity: Activity, lookup: Lookup) -> str:
    return activity.title if activity.is_group else f"{lookup.client(activity.clients[0])}: {activity.title}"


def _lines(week: Week, activity: Activity) -> tuple[str, ...]:
    where = place_for_all(week, activity).words
    if activity.is_group:
        where += f" · {len(activity.clients)} of {week.group_by_name[activity.what].max_clients}"
    return (span(activity.start, activity.end), ", ".join(activity.clinicians), where)


def _track_numbers(week: Week, activity: Activity) -> list[int]:
    """The numbers of the styles of the tracks that hold the session."""
    return [n % TRACK_STYLES for n, track in enumerate(week.tracks) if track.name in activity.tracks]


def _stripes(numbers: list[int]) -> str:
    """A session of several tracks shows the colours of all of them side by side."""
    share = 100 / len(numbers)
    parts = ",".join(
        f"hsl(var(--h{number}) var(--tint-strength) var(--tint)) {n * share:.0f}% {(n + 1) * share:.0f}%"
        for n, number in enumerate(numbers)
    )
    return f";background:linear-gradient(90deg,{parts})"
