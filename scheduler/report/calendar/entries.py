"""What a person's calendar shows: as little as lets the person come at the right time to the right place.

A phone shows its calendar to whoever looks over the shoulder, and copies it to servers elsewhere. A client's entry
therefore says `Appointment` and holds the telehealth link where there is one: no group, service, clinician, room or
program. A clinician's entry says `Group session` or `Session` and the room or link: no group and no client.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from scheduler.domain.people import Client, Clinician
from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.places import place_for, place_for_all


@dataclass(frozen=True, slots=True)
class Entry:
    """One calendar entry in local time of the program; uid stays the same when only time or place change."""

    uid: str
    title: str
    start: datetime
    end: datetime
    location: str


def client_entries(week: Week, held: tuple[Activity, ...], client: Client) -> tuple[Entry, ...]:
    """The client's own entries, by day and time."""
    own = [a for a in held if client.name in a.clients]
    return tuple(
        _entry(week, "client", client.name, a, "Appointment", place_for(week, a, client.name).link) for a in own
    )


def clinician_entries(week: Week, held: tuple[Activity, ...], clinician: Clinician) -> tuple[Entry, ...]:
    """The clinician's entries, by day and time."""
    return tuple(
        _entry(
            week, "clinician", clinician.name, a, "Group session" if a.is_group else "Session", _staff_place(week, a)
        )
        for a in held
        if clinician.name in a.clinicians
    )


def _staff_place(week: Week, activity: Activity) -> str:
    place = place_for_all(week, activity)
    return ", ".join(part for part in (place.room, place.link) if part) or ("Online" if place.online else "")


def _entry(week: Week, role: str, person: str, activity: Activity, title: str, location: str) -> Entry:
    day = week.program.monday + timedelta(days=activity.day)
    # A one-on-one of a clinician is told apart by its client, too: there may be several of one service on a day.
    about = [activity.kind.value, activity.what, *([] if activity.is_group else activity.clients)]
    parts = [week.program.name, week.program.monday.isoformat(), role, person, *about, str(activity.day)]
    uid = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
    return Entry(uid, title, _moment(day, activity.start), _moment(day, activity.end), location)


def _moment(day: date, minutes: int) -> datetime:
    """Wall-clock time: 24:00 is the midnight that begins the next day."""
    return datetime.combine(day + timedelta(days=minutes // (24 * 60)), time(minutes % (24 * 60) // 60, minutes % 60))
