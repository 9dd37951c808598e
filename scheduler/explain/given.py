"""What a schedule gives one client, counted from the schedule itself."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.modality import Modality
from scheduler.domain.people import Client
from scheduler.domain.schedule import GroupSession, Kind, OneOnOne, Schedule
from scheduler.domain.week import Week


@dataclass(frozen=True, slots=True)
class Stay:
    """An activity of a client: when, and whether the client comes in for it."""

    day: int
    start: int
    end: int
    in_person: bool


def sessions_of(schedule: Schedule, client: str) -> list[GroupSession]:
    return [session for session in schedule.sessions if client in session.clients]


def meetings_of(schedule: Schedule, client: str) -> list[OneOnOne]:
    return [meeting for meeting in schedule.one_on_ones if meeting.client == client]


def stays(week: Week, schedule: Schedule, client: Client) -> list[Stay]:
    """Every activity of the client, in the client's own modality of the day where that decides it."""
    result = []
    for session in sessions_of(schedule, client.name):
        virtual = week.group_by_name[session.group].modality is Modality.VIRTUAL
        at_home = client.modality_on(session.day) is Modality.VIRTUAL
        result.append(Stay(session.day, session.start, session.end, not virtual and not at_home))
    for m in meetings_of(schedule, client.name):
        result.append(Stay(m.day, m.start, m.end, m.modality is not Modality.VIRTUAL))
    return result


def counted_by_day(week: Week, schedule: Schedule, client: Client) -> dict[int, int]:
    """Counted minutes of each day with anything that counts."""
    result: dict[int, int] = {}
    for session in sessions_of(schedule, client.name):
        counted = week.group_by_name[session.group].counted_minutes
        result[session.day] = result.get(session.day, 0) + counted
    for meeting in meetings_of(schedule, client.name):
        result[meeting.day] = result.get(meeting.day, 0) + _counted(week, client, meeting)
    return result


def treatment_days(week: Week, schedule: Schedule, client: str) -> list[int]:
    sessions = sessions_of(schedule, client)
    return sorted({s.day for s in sessions if week.group_by_name[s.group].counted_minutes > 0})


def _counted(week: Week, client: Client, meeting: OneOnOne) -> int:
    if meeting.kind is Kind.INDIVIDUAL:
        return client.individual_counted_minutes if week.program.individual_counts else 0
    rows = [a for a in week.appointments if (a.client, a.service) == (client.name, meeting.service)]
    fitting = [a for a in rows if a.minutes == meeting.minutes] or rows
    return max((a.counted_minutes for a in fitting), default=0)
