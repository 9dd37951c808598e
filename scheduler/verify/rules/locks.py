"""H15: locks hold."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.calendar import DAY_NAMES, clock
from scheduler.domain.evaluation import Finding, Subject
from scheduler.domain.locks import Lock
from scheduler.domain.people import INDIVIDUAL
from scheduler.domain.week import Week
from scheduler.verify.activity import Activities, Activity
from scheduler.verify.attendance import Attendance
from scheduler.verify.sentences import all_of


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Each lock that does not hold; amount: the sessions that break it, 1 where one is to be held and none is."""
    for lock in week.locks:
        if lock.client is not None and lock.group is not None:
            subject = Subject(client=lock.client, group=lock.group, day=lock.day)
            breaches = _attendance(week, held, lock)
        elif lock.client is not None:
            subject = Subject(client=lock.client, service=lock.service or INDIVIDUAL, day=lock.day)
            breaches = _one_on_ones(held, lock)
        elif lock.group is not None:
            subject = Subject(group=lock.group, day=lock.day)
            breaches = _sessions(held, lock)
        else:
            continue
        for amount, reason in breaches:
            yield Finding("H15", subject, amount, f"The lock {_words(lock)} does not hold: {reason}.")


def _attendance(week: Week, held: Attendance, lock: Lock) -> Iterator[tuple[int, str]]:
    """All of the group's sessions held while the client is there, and at least one; or none of them."""
    sessions = _on_day(held.sessions_of(lock.group or ""), lock.day)
    attends = [session for session in sessions if lock.client in session.clients]
    if not lock.must:
        if attends:
            yield len(attends), f"the client attends {all_of(map(str, attends))}"
        return
    client = week.client_by_name.get(lock.client or "")
    due = [s for s in sessions if client is not None and client.first_day <= s.day <= client.last_day]
    left_out = [session for session in due if session not in attends]
    if not due:
        yield 1, "no such session is held while the client is there"
    elif left_out:
        yield len(left_out), f"the client does not attend {all_of(map(str, left_out))}"


def _one_on_ones(held: Attendance, lock: Lock) -> Iterator[tuple[int, str]]:
    service = lock.service or INDIVIDUAL
    meetings = tuple(m for m in held.one_on_ones_of(lock.client or "") if m.title == service)
    so = [meeting for meeting in meetings if lock.day in (None, meeting.day) and _is_so(lock, meeting)]
    if not lock.must:
        if so:
            yield len(so), f"held so: {all_of(map(str, so))}"
    elif not meetings:
        yield 1, "none is held"
    elif len(so) < len(meetings):
        others = [meeting for meeting in meetings if meeting not in so]
        yield len(others), f"not so: {all_of(map(str, others))}"


def _sessions(held: Attendance, lock: Lock) -> Iterator[tuple[int, str]]:
    """With Day alone every session of that day is so, hence must asks for one and never for none."""
    sessions = _on_day(held.sessions_of(lock.group or ""), lock.day)
    so = [session for session in sessions if _is_so(lock, session)]
    if not lock.must:
        if so:
            yield len(so), f"held so: {all_of(map(str, so))}"
        return
    if lock.day is not None and not sessions:
        yield 1, "the group is not held that day"
    others = [session for session in sessions if session not in so]
    if others:
        yield len(others), f"not so: {all_of(map(str, others))}"


def _on_day(sessions: Activities, day: int | None) -> Activities:
    return tuple(session for session in sessions if day in (None, session.day))


def _is_so(lock: Lock, activity: Activity) -> bool:
    """Start, Clinician and Room together, those that are filled."""
    return (
        lock.start in (None, activity.start)
        and (lock.clinician is None or lock.clinician in activity.clinicians)
        and lock.room in (None, activity.room)
    )


def _words(lock: Lock) -> str:
    """`must C0001, Relapse Prevention A, Tue` and the Excel row if it is known."""
    cells = (
        lock.client,
        lock.group,
        lock.service,
        None if lock.day is None else DAY_NAMES[lock.day],
        None if lock.start is None else clock(lock.start),
        lock.clinician,
        lock.room,
    )
    row = f" (row {lock.row})" if lock.row else ""
    return f"{'must' if lock.must else 'never'} {', '.join(cell for cell in cells if cell)}{row}"
