"""H6: a held session has at least Min clients, unless Must run or locked to be held."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.evaluation import Finding
from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance
from scheduler.verify.sentences import counted


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Each session with fewer than Min clients; amount: clients missing."""
    locked = {(lock.group, lock.day) for lock in week.locks if lock.must and lock.group is not None}
    for session in held.sessions:
        group = session.group
        if group is None or group.must_run or (group.name, session.day) in locked:
            continue
        missing = group.min_clients - len(session.clients)
        if missing > 0:
            message = f"{session} has {counted(len(session.clients), 'client')}; Min clients is {group.min_clients}."
            yield Finding("H6", session.subject, missing, message)
