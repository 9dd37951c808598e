"""H1: a client does one thing at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scheduler.domain.calendar import DAYS
from scheduler.domain.evaluation import Finding, Subject
from scheduler.domain.week import Week
from scheduler.verify.activity import clashes
from scheduler.verify.attendance import Attendance


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Each two activities of a client that overlap (amount: minutes shared), each client listed twice."""
    for client, activities in held.by_client.items():
        for first, second, minutes in clashes(activities):
            message = f"{client} is in {first} and in {second} at once ({minutes} min)."
            yield Finding("H1", second.about(client), minutes, message)
    yield from _listed_twice(held)


def _listed_twice(held: Attendance) -> Iterator[Finding]:
    for session in held.schedule.sessions:
        if session.day not in DAYS:
            continue
        for client, times in sorted(Counter(session.clients).items()):
            if times > 1:
                subject = Subject(client=client, group=session.group, day=session.day)
                yield Finding("H1", subject, times - 1, f"{client} is listed {times} times in {session.name}.")
