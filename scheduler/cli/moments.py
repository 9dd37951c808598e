"""When, in a coordinator's words: `Tue-Wed`, `Thu 13:00-17:00`, `Wed 1-3 pm`, `Fri from noon`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from scheduler.domain.calendar import MIDNIGHT, Window

if TYPE_CHECKING:
    from scheduler.domain.week import Week
    from scheduler.repair import Moment

When = tuple[tuple[int, ...], Window]
"""Days, and the same hours of each."""

_TIME = r"(?:noon|\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?)"
_HALF = re.compile(r"[ap]\.?m\.?", re.IGNORECASE)
EARLIEST_BARE_HOUR = 7
"""An hour before it without am, pm or a colon is more likely one of the afternoon."""

_HOURS = re.compile(
    rf"(?:(?P<days>.*?)\s+)?(?:(?P<start>{_TIME})\s*(?:[-\u2010-\u2015]|to)\s*(?P<end>{_TIME})"
    rf"|from\s+(?P<after>{_TIME})|(?:until|till)\s+(?P<before>{_TIME}))",
    re.IGNORECASE,
)
_MOMENT = re.compile(rf"(?P<day>.*?)(?:\s+(?P<time>{_TIME}))?", re.IGNORECASE)

_ALL_DAY = Window(0, MIDNIGHT)
WHOLE_WEEK: When = (tuple(range(7)), _ALL_DAY)


def moment_of(text: str, week: Week) -> Moment:
    """`Wed 12:00`, `Wed` (its beginning) or a date of the week, perhaps with a time."""
    from scheduler.repair import Moment
    from scheduler.workbook.cells.times import time_of
    from scheduler.workbook.values import BadValue

    match = _MOMENT.fullmatch(text.strip())
    try:
        if match is None:
            raise BadValue("expected a day and a time such as Wed 12:00")
        days = _days(match["day"], week)
        if len(days) != 1:
            raise BadValue("expected one day and a time such as Wed 12:00")
        return Moment(days[0], time_of(_clock(match["time"])) if match["time"] else 0)
    except BadValue as problem:
        raise click.BadParameter(f"{text}: {problem}", param_hint="--from") from None


def when(text: str, week: Week) -> When:
    """The days and hours. Raises BadValue in words."""
    from scheduler.workbook.cells.times import time_of
    from scheduler.workbook.values import BadValue

    match = _HOURS.fullmatch(text.strip())
    if match is None:
        try:
            return _days(text, week), _ALL_DAY
        except BadValue as problem:
            raise BadValue(
                f"{problem}; times go behind them: Thu 13:00-17:00, Thu from 13:00, Thu until noon"
            ) from None
    start = match["after"] or _in_the_half_of(match["start"], match["end"])
    end = match["end"] or match["before"]
    window = Window(time_of(_clock(start)) if start else 0, time_of(_clock(end)) if end else MIDNIGHT)
    if window.minutes <= 0:
        raise BadValue("the end is not after the start")
    return _days(match["days"] or "", week), window


def _in_the_half_of(start: str | None, end: str | None) -> str | None:
    """`1-3 pm` begins at 1 pm, and `9-1 pm` at 9 am: the start is in the end's half of the day if it can be."""
    from scheduler.workbook.cells.times import time_of

    half = _HALF.search(end or "")
    if start is None or end is None or half is None or _HALF.search(start) or start.casefold() == "noon":
        return start
    if not 1 <= int(re.split("[:.]", start)[0]) <= 12:
        return start
    same, other = f"{start} {half[0]}", f"{start} {'am' if half[0].casefold().startswith('p') else 'pm'}"
    return same if time_of(same) < time_of(end) else other


def _clock(text: str) -> str:
    """`13` and `9` are hours too where nothing else can be meant; `1` may be either half of the day."""
    from scheduler.workbook.values import BadValue

    hour = text.strip()
    if not hour.isdigit():
        return text
    if 1 <= int(hour) < EARLIEST_BARE_HOUR:
        raise BadValue(f"{hour} may be morning or afternoon: write {hour} am or {hour} pm, or 24 hours with a colon")
    return f"{hour}:00"


def _days(text: str, week: Week) -> tuple[int, ...]:
    from scheduler.workbook.cells.days import days_or_dates_of
    from scheduler.workbook.values import BadValue

    days, dates = days_or_dates_of(text.strip() or "daily")
    inside = [(day - week.program.monday).days for day in dates]
    if any(not 0 <= day <= 6 for day in inside):
        raise BadValue(f"expected dates in the week of {week.program.monday}")
    return tuple(sorted({*days, *inside}))
