"""The clock changes of a time zone as a VTIMEZONE (RFC 5545, 3.6.5), so that a calendar program need not know the zone.

Where the changes follow a yearly rule (`the second Sunday in March`) they are written as that rule, which every
calendar program understands; where they do not, each is written by itself.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

YEARS = 2
"""How many years before and after the week are looked at; enough to tell a rule from a coincidence."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the clock: the wall-clock time at which it comes (by the old offset), and the offsets."""

    onset: datetime
    before: timedelta
    after: timedelta
    name: str


@cache
def zone_rules(time_zone: str, year: int) -> Timezone:
    """The zone with its changes around the year. Raises ZoneInfoNotFoundError for an unknown zone."""
    zone = ZoneInfo(time_zone)
    result = Timezone()
    result.add("tzid", time_zone)
    kinds: dict[tuple[timedelta, timedelta, str], list[Change]] = {}
    for change in changes(zone, year - YEARS, year + YEARS):
        kinds.setdefault((change.before, change.after, change.name), []).append(change)
    for alike in kinds.values():
        rule = yearly_rule(alike) if len(alike) == 2 * YEARS + 1 else None
        for change in alike[:1] if rule else alike:
            result.add_component(_observance(change, rule))
    if not kinds:
        start = datetime(1970, 1, 1)
        there = datetime(year, 1, 1, tzinfo=zone)
        offset = there.utcoffset() or timedelta()
        result.add_component(_observance(Change(start, offset, offset, there.tzname() or time_zone), None))
    return result


def changes(zone: ZoneInfo, first: int, last: int) -> Iterator[Change]:
    """Every change of the zone's clock in the years, in order, to the minute."""
    at, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while at < end:
        following = at + timedelta(days=1)
        before, after = _offset(zone, at), _offset(zone, following)
        if before != after:
            low, high = 0, 24 * 60
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if _offset(zone, at + timedelta(minutes=middle)) == before else (low, middle)
            moment = at + timedelta(minutes=high)
            name = moment.astimezone(zone).tzname() or ""
            yield Change((moment + before).replace(tzinfo=None), before, after, name)
        at = following


def yearly_rule(alike: list[Change]) -> dict[str, object] | None:
    """The rule of the onsets, one a year: the nth or the last such weekday of a month; None if there is none."""
    first = alike[0].onset
    if [c.onset.year for c in alike] != list(range(first.year, first.year + len(alike))):
        return None
    if len({(c.onset.month, c.onset.weekday(), c.onset.time()) for c in alike}) > 1:
        return None
    weekday = _WEEKDAYS[first.weekday()]
    if all(c.onset.day > monthrange(c.onset.year, c.onset.month)[1] - 7 for c in alike):
        return {"freq": "yearly", "bymonth": first.month, "byday": f"-1{weekday}"}
    weeks = {(c.onset.day - 1) // 7 + 1 for c in alike}
    return {"freq": "yearly", "bymonth": first.month, "byday": f"{weeks.pop()}{weekday}"} if len(weeks) == 1 else None


def _observance(change: Change, rule: dict[str, object] | None) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
    part.add("dtstart", change.onset)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    if rule:
        part.add("rrule", rule)
    return part


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
