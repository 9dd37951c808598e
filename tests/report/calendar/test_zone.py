"""Time zones as calendar files state them, held against the zone itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr

from scheduler.report.calendar.zone import zone_rules


def rules(time_zone: str, year: int = 2026) -> dict[str, str]:
    """Onset and rule of each part, by the name of its time."""
    return {
        str(part["tzname"]): f"{part['dtstart'].dt:%H:%M} {part['rrule'].to_ical().decode()}"
        for part in zone_rules(time_zone, year).subcomponents
    }


def test_rules_that_people_know() -> None:
    """The second Sunday in March and the first in November, at two by the clock that ends; and elsewhere."""
    assert rules("America/New_York") == {
        "EDT": "02:00 FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
        "EST": "02:00 FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
    }
    assert rules("Europe/Berlin") == {
        "CEST": "02:00 FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "CET": "03:00 FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    }
    assert rules("Australia/Sydney") == {
        "AEDT": "02:00 FREQ=YEARLY;BYDAY=1SU;BYMONTH=10",
        "AEST": "03:00 FREQ=YEARLY;BYDAY=1SU;BYMONTH=4",
    }


def test_a_zone_without_changes_has_one_offset() -> None:
    """Phoenix and Kolkata never move."""
    for time_zone, offset in (("America/Phoenix", -420), ("Asia/Kolkata", 330)):
        (part,) = zone_rules(time_zone, 2026).subcomponents
        assert part["tzoffsetto"].td == timedelta(minutes=offset)
        assert "rrule" not in part


@pytest.mark.parametrize(
    "time_zone",
    ["America/New_York", "America/Anchorage", "Europe/Dublin", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"],
)
@pytest.mark.parametrize("year", [2024, 2026, 2031])
def test_every_hour_of_the_year_has_the_right_offset(time_zone: str, year: int) -> None:
    """Read strictly: an onset is a wall-clock time by the offset before it; the latest onset decides."""
    onsets = []
    for part in zone_rules(time_zone, year).subcomponents:
        start = part["dtstart"].dt
        dates = [start]
        if "rrule" in part:
            dates = list(
                rrulestr(part["rrule"].to_ical().decode(), dtstart=start).between(start, datetime(year + 2, 1, 1), True)
            )
        onsets += [((date - part["tzoffsetfrom"].td).replace(tzinfo=UTC), part["tzoffsetto"].td) for date in dates]
    onsets.sort()
    zone = ZoneInfo(time_zone)
    moment = datetime(year, 1, 1, tzinfo=UTC)
    while moment.year == year:
        stated = [offset for onset, offset in onsets if onset <= moment][-1]
        assert stated == moment.astimezone(zone).utcoffset(), moment
        moment += timedelta(hours=3)
