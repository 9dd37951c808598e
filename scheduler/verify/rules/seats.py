"""H5: a session has at most Max clients, and its clients, times Seats per client, fit in its room."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.evaluation import Finding
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.week import Week
from scheduler.verify.activity import Activity
from scheduler.verify.attendance import Attendance
from scheduler.verify.sentences import counted


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Each session with too many clients (amount: clients) and each too large for its room (amount: seats)."""
    for session in held.sessions:
        if session.group is not None:
            yield from _too_many(session, session.group)
            yield from _too_large(week, session, session.group)


def _too_many(session: Activity, group: Group) -> Iterator[Finding]:
    excess = len(session.clients) - group.max_clients
    if excess > 0:
        message = f"{session} has {counted(len(session.clients), 'client')}; Max clients is {group.max_clients}."
        yield Finding("H5", session.subject, excess, message)


def _too_large(week: Week, session: Activity, group: Group) -> Iterator[Finding]:
    room = None if session.room is None else week.room_by_name.get(session.room)
    if room is None:
        return
    seats = sum(_takes_seat(week, session, client) for client in session.clients) * group.seats_per_client
    if seats > room.capacity:
        message = f"{session} takes {counted(seats, 'seat')}; {room.name} has {room.capacity}."
        yield Finding("H5", session.subject, seats - room.capacity, message)


def _takes_seat(week: Week, session: Activity, name: str) -> bool:
    """All do, but those who join a hybrid group from elsewhere."""
    client = week.client_by_name.get(name)
    return client is None or session.modality is not Modality.HYBRID or session.in_person_for(client)
