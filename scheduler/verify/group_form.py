"""H9 for groups: days, starts, length, and who leads and hosts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scheduler.domain.calendar import clock
from scheduler.domain.evaluation import Finding, Subject
from scheduler.domain.groups import Group
from scheduler.domain.week import Week
from scheduler.verify.activity import Activities, Activity
from scheduler.verify.attendance import Attendance
from scheduler.verify.placement import track_holds
from scheduler.verify.sentences import all_of, counted, days, either_of

Breach = tuple[int, str]
"""An amount and what is wrong, to be said of a session."""


def group_findings(week: Week, held: Attendance, name: str) -> Iterator[Finding]:
    """What is wrong with the sessions of one group, each by itself and all together."""
    sessions = held.sessions_of(name)
    group = sessions[0].group
    if group is None or not group.active:
        reason = "no group of this week has that name" if group is None else "the group rests this week"
        for session in sessions:
            yield Finding("H9", session.subject, 1, f"{session} is held, but {reason}.")
        return
    for session in sessions:
        for amount, reason in _breaches(week, group, session):
            yield Finding("H9", session.subject, amount, f"{session} {reason}.")
    yield from _all_together(group, sessions)


def _breaches(week: Week, group: Group, session: Activity) -> Iterator[Breach]:
    if session.minutes != group.minutes:
        yield abs(session.minutes - group.minutes), f"lasts {session.minutes} min, not {group.minutes}"
    if session.day not in group.days:
        yield 1, f"is on a day that is not among its Days ({days(group.days)})"
    yield from _start_breaches(group, session, week.program.time_step)
    if not any(track_holds(week, track, session) for track in group.tracks):
        yield 1, f"lies in no window of {either_of(group.tracks)}"
    yield from _people_breaches(group, session)
    if group.rooms is not None and session.room is not None and session.room not in group.rooms:
        yield 1, f"is in {session.room}; its Rooms are {all_of(group.rooms)}"


def _start_breaches(group: Group, session: Activity, step: int) -> Iterator[Breach]:
    if group.starts is None:
        if session.start % step:
            yield session.start % step, f"does not start at a multiple of {step} min"
    elif session.start not in group.starts:
        yield 1, f"does not start at {either_of(clock(start) for start in group.starts)}"


def _people_breaches(group: Group, session: Activity) -> Iterator[Breach]:
    given = len(session.clinicians)
    if given != group.facilitators:
        yield abs(given - group.facilitators), f"has {counted(given, 'facilitator')}, not {group.facilitators}"
    if group.clinicians is not None:
        others = [name for name in session.clinicians if name not in group.clinicians]
        if others:
            yield len(others), f"is led by {all_of(others)}; its Clinicians are {all_of(group.clinicians)}"
    if group.lead and group.facilitators and not set(group.lead).intersection(session.clinicians):
        yield 1, f"is led by {all_of(session.clinicians)}; it needs {either_of(group.lead)} (Lead)"


def _all_together(group: Group, sessions: Activities) -> Iterator[Finding]:
    subject = Subject(group=group.name)
    number = len(sessions)
    if number > group.sessions:
        message = f"{group.name} is held {counted(number, 'time')}; Sessions is {group.sessions}."
        yield Finding("H9", subject, number - group.sessions, message)
    repeated = number - len({session.day for session in sessions})
    if repeated:
        message = f"{group.name} is held more than once on one day ({all_of(s.when for s in sessions)})."
        yield Finding("H9", subject, repeated, message)
    yield from _not_the_same(group, sessions)


def _not_the_same(group: Group, sessions: Activities) -> Iterator[Finding]:
    subject = Subject(group=group.name)
    starts = Counter(session.start for session in sessions)
    if group.same_time and len(starts) > 1:
        message = f"{group.name} starts at {all_of(clock(s) for s in sorted(starts))} on its days (Same time)."
        yield Finding("H9", subject, len(sessions) - max(starts.values()), message)
    teams = Counter(session.clinicians for session in sessions)
    if group.same_clinician and len(teams) > 1:
        message = f"{group.name} is led by {' / '.join(map(all_of, sorted(teams)))} on its days (Same clinician)."
        yield Finding("H9", subject, len(sessions) - max(teams.values()), message)
