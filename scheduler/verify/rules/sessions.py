"""H9: sessions keep the days, times and people that their group or service asks for."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.calendar import DAYS
from scheduler.domain.evaluation import Finding, Subject
from scheduler.domain.schedule import GroupSession
from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance
from scheduler.verify.group_form import group_findings
from scheduler.verify.one_on_one_form import one_on_one_findings
from scheduler.verify.sentences import all_of


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Amounts: minutes off a length, sessions too many, else 1 for what does not hold."""
    for entry in held.strays:
        yield _impossible_day(entry.group if isinstance(entry, GroupSession) else entry.client, entry.day)
    yield from _listed_twice(held)
    for name in sorted(held.by_group):
        yield from group_findings(week, held, name)
    for name in sorted(held.by_client):
        yield from one_on_one_findings(week, name, held.one_on_ones_of(name))


def _impossible_day(name: str, day: int) -> Finding:
    return Finding("H9", Subject(), 1, f"An activity of {name} is on day {day}; days are 0 (Mon) to 6 (Sun).")


def _listed_twice(held: Attendance) -> Iterator[Finding]:
    """One clinician cannot count as two facilitators."""
    for session in held.schedule.sessions:
        extra = len(session.facilitators) - len(set(session.facilitators))
        if extra and session.day in DAYS:
            message = f"{session.name} lists a facilitator more than once: {all_of(session.facilitators)}."
            yield Finding("H9", Subject(group=session.group, day=session.day), extra, message)
