"""H13: two clients kept apart never share a session."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.evaluation import Finding
from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Each session that both attend; amount 1."""
    for pair in week.keep_apart:
        for session in held.groups_of(pair.client_a):
            if pair.client_b in session.clients:
                message = f"{pair.client_a} and {pair.client_b} are kept apart and both attend {session}."
                yield Finding("H13", session.about(pair.client_a), 1, message)
