"""How full the sessions and rooms of a schedule are."""

from __future__ import annotations

from scheduler.domain.modality import Modality
from scheduler.domain.schedule import GroupSession, Schedule
from scheduler.domain.week import Week


def largest(schedule: Schedule, group: str) -> int:
    """Clients in the fullest session of the group."""
    return max((len(s.clients) for s in schedule.sessions if s.group == group), default=0)


def smallest(schedule: Schedule, group: str) -> int:
    """Clients in the emptiest session of the group; at least 1."""
    return max(1, min((len(s.clients) for s in schedule.sessions if s.group == group), default=1))


def seats_by_room(week: Week, schedule: Schedule) -> dict[str, int]:
    """The most seats that a session takes in each room that hosts one."""
    result: dict[str, int] = {}
    for session in schedule.sessions:
        if session.room is not None:
            result[session.room] = max(result.get(session.room, 0), _seats(week, session))
    return dict(sorted(result.items()))


def _seats(week: Week, session: GroupSession) -> int:
    group = week.group_by_name[session.group]
    clients = [week.client_by_name[name] for name in session.clients]
    if group.modality is not Modality.VIRTUAL:
        clients = [c for c in clients if c.modality_on(session.day) is not Modality.VIRTUAL]
    return group.seats_per_client * len(clients)
