"""Calendar entries as the bytes of an .ics file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from scheduler.report.calendar.entries import Entry
from scheduler.report.calendar.zone import zone_rules

PRODUCT = "-//scheduler//week//EN"


def calendar(entries: Iterable[Entry], time_zone: str | None, written: datetime) -> bytes:
    """The entries in the program's time zone with its rules included, or as floating local time without one.

    written is when the schedule was last written (aware): a newer schedule gives a newer DTSTAMP and a higher
    SEQUENCE, so that importing it again updates the entries of the same UID. Same input, same bytes.
    Raises ZoneInfoNotFoundError for an unknown time zone.
    """
    zone = ZoneInfo(time_zone) if time_zone else None
    listed = tuple(entries)
    result = Calendar()
    result.add("prodid", PRODUCT)
    result.add("version", "2.0")
    result.add("calscale", "GREGORIAN")
    if time_zone and listed:
        first = min(entry.start for entry in listed).date()
        result.add_component(zone_rules(time_zone, first.year))
    for entry in listed:
        result.add_component(_event(entry, zone, written.astimezone(UTC).replace(microsecond=0)))
    return bytes(result.to_ical())


def _event(entry: Entry, zone: ZoneInfo | None, written: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", written)
    event.add("last-modified", written)
    event.add("sequence", max(0, int((written - datetime(2020, 1, 1, tzinfo=UTC)).total_seconds()) // 60))
    event.add("summary", entry.title)
    event.add("dtstart", entry.start.replace(tzinfo=zone))
    event.add("dtend", entry.end.replace(tzinfo=zone))
    event.add("class", "PRIVATE")
    if entry.location:
        event.add("location", entry.location)
    return event
