"""The four kinds of change that a running week meets, drawn from a seed."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from scheduler.domain.people import Commitment
from scheduler.domain.program import Closure
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.verify import verify

KINDS = ("clinician out", "room lost", "three admissions", "job changed")
TRIES = 40


def changed(week: Week, present: Schedule, kind: str, since: int, rng: Random) -> tuple[Week, Schedule]:
    """The week after the change, and the schedule that people have been told; since: the day it is heard of."""
    days = tuple(range(since, 5))
    if kind == "clinician out":
        busy = sorted({name for s in present.sessions if s.day in days for name in s.facilitators})
        closure = Closure(rng.choice(busy), None, days[:2], 0, 24 * 60, "ill")
        return replace(week, closures=(*week.closures, closure)), present
    if kind == "room lost":
        used = sorted({s.room for s in present.sessions if s.day in days and s.room is not None})
        return replace(week, closures=(*week.closures, Closure(None, rng.choice(used), days, 0, 24 * 60))), present
    if kind == "job changed":
        session = rng.choice([s for s in present.sessions if s.day in days and s.clients])
        start = session.start // 60 * 60
        job = Commitment(rng.choice(session.clients), days, start, start + 240, "work")
        return replace(week, commitments=(*week.commitments, job)), present
    return week, _without_three(week, present, rng)


def _without_three(week: Week, present: Schedule, rng: Random) -> Schedule:
    """Three clients are in the workbook and not yet in the schedule, which is right without them."""
    names = [client.name for client in week.active_clients]
    for _ in range(TRIES):
        new = set(rng.sample(names, 3))
        sessions = (replace(s, clients=tuple(c for c in s.clients if c not in new)) for s in present.sessions)
        left = Schedule(tuple(sessions), tuple(m for m in present.one_on_ones if m.client not in new))
        if not verify(week, left):
            break
    return left
