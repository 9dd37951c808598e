"""Goal 5: Choice."""

from __future__ import annotations

from scheduler.domain.calendar import Window
from scheduler.domain.people import Client
from scheduler.domain.schedule import Kind
from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance
from scheduler.verify.care_plan import CarePlans
from scheduler.verify.placement import rank_of_track

COST = 60
"""Minutes that one rank of track, or one individual session held by the cover clinician, is worth."""


def value(week: Week, held: Attendance, plans: CarePlans) -> int:
    """What it costs clients in wishes: less wanted tracks, time they would rather keep free, the cover clinician."""
    return _in_soft_commitments(week, held) + sum(
        COST * (rank_of_track(week, client, held.groups_of(client.name)) or 0) + COST * _held_by_cover(client, held)
        for client in week.active_clients
    )


def _held_by_cover(client: Client, held: Attendance) -> int:
    cover = client.cover_clinician
    if cover is None or cover == client.primary_clinician:
        return 0
    individual = (a for a in held.of_client(client.name) if a.kind is Kind.INDIVIDUAL)
    return sum(cover in activity.clinicians for activity in individual)


def _in_soft_commitments(week: Week, held: Attendance) -> int:
    active = {client.name for client in week.active_clients}
    return sum(
        Window(commitment.start, commitment.end).overlap(activity.start, activity.end)
        for commitment in week.commitments
        if not commitment.firm and commitment.client in active
        for activity in held.of_client(commitment.client)
        if activity.day in commitment.days
    )
