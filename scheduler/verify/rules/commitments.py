"""H2: no activity in a firm commitment of the client, nor in its travel time, nor outside Starts-Ends."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.calendar import DAY_NAMES, Window
from scheduler.domain.evaluation import Finding
from scheduler.domain.people import Client, Commitment
from scheduler.domain.week import Week
from scheduler.verify.activity import Activity
from scheduler.verify.attendance import Attendance
from scheduler.verify.sentences import span


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Each activity in a commitment (amount: minutes shared with it and its travel), each on a day away."""
    for client in week.active_clients:
        for activity in held.of_client(client.name):
            if not client.first_day <= activity.day <= client.last_day:
                yield _away(client, activity)
    for commitment in week.commitments:
        known = week.client_by_name.get(commitment.client)
        if commitment.firm and known is not None:
            for activity in held.of_client(commitment.client):
                yield from _in_commitment(known, commitment, activity)


def _away(client: Client, activity: Activity) -> Finding:
    there = f"{DAY_NAMES[client.first_day]}-{DAY_NAMES[client.last_day]}"
    message = f"{client.name} has {activity}, but is there only {there} (Starts, Ends)."
    return Finding("H2", activity.about(client.name), activity.minutes, message)


def _in_commitment(client: Client, commitment: Commitment, activity: Activity) -> Iterator[Finding]:
    if activity.day not in commitment.days:
        return
    travel = commitment.travel if activity.in_person_for(client) else 0
    kept_free = Window(commitment.start - travel, commitment.end + travel)
    minutes = kept_free.overlap(activity.start, activity.end)
    if minutes:
        what = f"{commitment.kind or 'commitment'} {span(commitment.start, commitment.end)}"
        road = f" with {travel} min of travel" if travel else ""
        message = f"{client.name} has {activity}, {minutes} min of it in {what}{road}."
        yield Finding("H2", activity.about(client.name), minutes, message)
