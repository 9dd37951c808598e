"""H8: a room hosts one activity at a time and suits it; who comes in has a room."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.evaluation import Finding
from scheduler.domain.modality import Modality
from scheduler.domain.program import Room
from scheduler.domain.schedule import Kind
from scheduler.domain.week import Week
from scheduler.verify.activity import Activity, clashes
from scheduler.verify.attendance import Attendance
from scheduler.verify.sentences import all_of


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Amounts: minutes lacking between two activities in a room, else 1."""
    turnaround = week.program.room_turnaround
    for name in sorted(held.by_room):
        for first, second, minutes in clashes(held.by_room[name], turnaround):
            pause = f" with a turnaround of {turnaround} min" if turnaround else ""
            message = f"{name} cannot host {first} and {second}{pause}: {minutes} min are lacking."
            yield Finding("H8", second.subject, minutes, message)
    any_virtual = any(room.virtual for room in week.rooms)
    for activity in held.activities:
        for reason in _reasons(week, activity, any_virtual):
            yield Finding("H8", activity.subject, 1, f"{activity} {reason}.")


def _reasons(week: Week, activity: Activity, any_virtual: bool) -> Iterator[str]:
    if activity.room is None:
        yield from _needs_room(activity, any_virtual)
        return
    room = week.room_by_name.get(activity.room)
    if room is None:
        yield f"is in {activity.room}, which is no room of this week"
        return
    yield from _virtual_does_not_fit(activity, room)
    if activity.kind is Kind.GROUP:
        yield from _does_not_suit_group(activity, room)
    elif activity.modality is not Modality.VIRTUAL:
        yield from _does_not_suit_one_on_one(week, activity, room)


def _needs_room(activity: Activity, any_virtual: bool) -> Iterator[str]:
    if activity.modality is not Modality.VIRTUAL:
        yield "has no room"
    elif activity.kind is Kind.GROUP and any_virtual:
        yield "has no telehealth room"


def _virtual_does_not_fit(activity: Activity, room: Room) -> Iterator[str]:
    if room.virtual and not (activity.kind is Kind.GROUP and activity.modality is Modality.VIRTUAL):
        yield f"is in {room.name}, a telehealth room, which only virtual groups use"
    if not room.virtual and activity.modality is Modality.VIRTUAL:
        yield f"is virtual, but takes up {room.name}, which is no telehealth room"


def _does_not_suit_group(session: Activity, room: Room) -> Iterator[str]:
    if not room.for_groups:
        yield f"is in {room.name}, which is not for groups (Use)"
    features = () if session.group is None else session.group.features
    missing = [feature for feature in features if feature not in room.features]
    if missing:
        yield f"is in {room.name}, which lacks {all_of(missing)} (Features)"


def _does_not_suit_one_on_one(week: Week, activity: Activity, room: Room) -> Iterator[str]:
    clinician = week.clinician_by_name.get(activity.clinicians[0])
    office = None if clinician is None else clinician.office
    if office is not None and room.name != office:
        yield f"is in {room.name}, but the office of {activity.clinicians[0]} is {office}"
    elif office is None and not room.for_individual:
        yield f"is in {room.name}, which is not for individual use (Use)"
