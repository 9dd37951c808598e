"""Goal 3: Changes from last week."""

from __future__ import annotations

from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance
from scheduler.verify.care_plan import CarePlans


def value(week: Week, held: Attendance, plans: CarePlans) -> int:
    """Attendances, held sessions and one-on-ones of last week that are not kept; 0 without a last week."""
    if week.previous is None:
        return 0
    before, now = _kept_by(week, week.previous), _kept_by(week, held.schedule)
    return sum(len(was - still) for was, still in zip(before, now, strict=True))


def _kept_by(week: Week, schedule: Schedule) -> tuple[set[tuple[object, ...]], ...]:
    """What is compared: attendances, sessions with start and facilitators, one-on-ones, of who is active."""
    clients = {client.name for client in week.active_clients}
    groups = {group.name for group in week.active_groups}
    sessions = [session for session in schedule.sessions if session.group in groups]
    return (
        {(name, s.group, s.day) for s in sessions for name in s.clients if name in clients},
        {(s.group, s.day, s.start, tuple(sorted(s.facilitators))) for s in sessions},
        {(o.client, o.service, o.day, o.start, o.clinician) for o in schedule.one_on_ones if o.client in clients},
    )
