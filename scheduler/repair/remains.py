"""What is left of a schedule when all that cannot be is struck out: a right schedule to start a search from."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.evaluation import Subject
from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule
from scheduler.domain.week import Week
from scheduler.repair.moment import Activity, Moment
from scheduler.verify import verify

ROUNDS = 12


def remains(week: Week, schedule: Schedule, since: Moment) -> Schedule:
    """The schedule without what breaks a rule from the moment on; rules about the whole week may still be broken."""
    for _ in range(ROUNDS):
        broken = [finding.subject for finding in verify(week, schedule)]
        left = _without(schedule, broken, since)
        if left == schedule:
            break
        schedule = left
    return schedule


def _without(schedule: Schedule, broken: list[Subject], since: Moment) -> Schedule:
    sessions = tuple(s for s in (_left(session, broken, since) for session in schedule.sessions) if s is not None)
    meetings = tuple(m for m in schedule.one_on_ones if _past(m, since) or not _names(m, broken))
    return Schedule(sessions, meetings)


def _past(activity: Activity, since: Moment) -> bool:
    return since.is_after(activity.day, activity.start)


def _left(session: GroupSession, broken: list[Subject], since: Moment) -> GroupSession | None:
    if _past(session, since):
        return session
    ours = [s for s in broken if s.group in (None, session.group) and s.day in (None, session.day) and not s.service]
    if any(subject.client is None and subject.group is not None for subject in ours):
        return None
    leaving = {subject.client for subject in ours if subject.client is not None}
    return replace(session, clients=tuple(name for name in session.clients if name not in leaving))


def _names(meeting: OneOnOne, broken: list[Subject]) -> bool:
    return any(
        subject.client == meeting.client
        and subject.group is None
        and subject.service in (None, meeting.service)
        and subject.day in (None, meeting.day)
        for subject in broken
    )
