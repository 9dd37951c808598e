"""The week as a picture: days across, time down, parallel sessions side by side, coloured and edged by track."""

from __future__ import annotations

from html import escape

from scheduler.domain.calendar import DAYS
from scheduler.domain.program import Closure
from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.page.block import TRACK_STYLES, block
from scheduler.report.page.lookup import Lookup
from scheduler.report.page.side_by_side import side_by_side
from scheduler.report.spoken import long_day, short_day, time_of_day

LANES_A_SHEET = 16
"""Columns of sessions that one printed sheet can show readably; script.js has the same number."""


def legend(week: Week) -> str:
    """The tracks with their colours; each has its own edge, too, for black-and-white print."""
    items = "".join(f'<li class="t{n % TRACK_STYLES}">{escape(track.name)}</li>' for n, track in enumerate(week.tracks))
    several = '<li class="several">several tracks: their colours side by side</li>'
    return f'<ul class="legend" aria-label="Tracks">{items}{several}</ul>'


def grid(week: Week, held: tuple[Activity, ...], lookup: Lookup) -> str:
    """The picture; individual sessions are in it but hidden until they are asked for."""
    if not held:
        return "<p>Nothing is held this week.</p>"
    begin = min(a.start for a in held) // 60 * 60
    end = -(-max(a.end for a in held) // 60) * 60
    days = [day for day in DAYS if day < 5 or any(a.day == day for a in held)]
    lanes = {day: _lanes(held, day) for day in days}
    widths = {day: max((count for _, count in lanes[day].values()), default=1) for day in days}
    columns = "".join(
        f'<div class="day" style="--lanes:{widths[day]}"><h3>{escape(short_day(week.program.monday, day))}</h3>'
        f'<ol aria-label="{escape(long_day(week.program.monday, day))}">'
        f"{_closures(week, day, begin, end)}{_blocks(week, held, day, begin, lanes[day], lookup)}</ol></div>"
        for day in days
    )
    wide = " wide" if sum(widths.values()) > LANES_A_SHEET else ""
    return (
        '<div class="scroll" tabindex="0" role="region" aria-label="Week grid">'
        f'<div class="grid{wide}" style="--long:{end - begin}">{_hours(begin, end)}{columns}</div></div>'
    )


def _hours(begin: int, end: int) -> str:
    hours = "".join(f'<li style="--from:{at - begin}">{time_of_day(at)}</li>' for at in range(begin, end, 60))
    return f'<ol class="hours" aria-hidden="true">{hours}</ol>'


def _lanes(held: tuple[Activity, ...], day: int) -> dict[Activity, tuple[int, int]]:
    """Lane and number of lanes of each group session of the day."""
    groups = [a for a in held if a.is_group and a.day == day]
    return dict(zip(groups, side_by_side([(a.start, a.end) for a in groups]), strict=True))


def _blocks(
    week: Week,
    held: tuple[Activity, ...],
    day: int,
    begin: int,
    lanes: dict[Activity, tuple[int, int]],
    lookup: Lookup,
) -> str:
    return "".join(block(week, a, begin, lanes.get(a, (0, 1)), lookup) for a in held if a.day == day)


def _closures(week: Week, day: int, begin: int, end: int) -> str:
    return "".join(_closed(closure, begin, end) for closure in week.closures if day in closure.days)


def _closed(closure: Closure, begin: int, end: int) -> str:
    """A closure of the whole program, as far as the grid shows that time of day."""
    start, stop = max(closure.start, begin), min(closure.end, end)
    if not closure.whole_program or start >= stop:
        return ""
    reason = escape(f"Closed: {closure.reason}" if closure.reason else "Closed")
    return f'<li class="closed" style="--from:{start - begin};--for:{stop - start}">{reason}</li>'
