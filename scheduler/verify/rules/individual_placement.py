"""H16: Individual on treatment days, Individual after groups, Individual within tracks."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.calendar import clock
from scheduler.domain.evaluation import Finding
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.verify.activity import Activity, by_day, treatment_days
from scheduler.verify.attendance import Attendance
from scheduler.verify.placement import track_holds


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Amounts: minutes before the end of the last group; 1 off treatment days or outside tracks."""
    program = week.program
    for client in week.active_clients:
        for activity in held.one_on_ones_of(client.name):
            if program.individual_on_treatment_days:
                yield from _off_treatment_days(client, activity, held)
            if program.individual_after_groups:
                yield from _before_groups_end(client, activity, held)
            if program.individual_within_tracks:
                yield from _outside_tracks(week, client, activity)


def _off_treatment_days(client: Client, activity: Activity, held: Attendance) -> Iterator[Finding]:
    if activity.day not in treatment_days(held.groups_of(client.name)):
        message = f"{activity} is on no treatment day of the client (Individual on treatment days)."
        yield Finding("H16", activity.subject, 1, message)


def _before_groups_end(client: Client, activity: Activity, held: Attendance) -> Iterator[Finding]:
    groups = by_day(held.groups_of(client.name)).get(activity.day, [])
    if not treatment_days(groups):
        return
    end = max(session.end for session in groups)
    if activity.start < end:
        message = f"{activity} starts before the client's last group ends at {clock(end)} (Individual after groups)."
        yield Finding("H16", activity.subject, end - activity.start, message)


def _outside_tracks(week: Week, client: Client, activity: Activity) -> Iterator[Finding]:
    if not any(track_holds(week, track, activity) for track in client.tracks):
        message = f"{activity} lies outside the client's tracks {', '.join(client.tracks)} (Individual within tracks)."
        yield Finding("H16", activity.subject, 1, message)
