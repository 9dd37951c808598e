"""Random weeks with random changes: the past stays, and nothing is broken that the past had not broken."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from scheduler.domain.outcome import Settings
from scheduler.domain.people import Commitment, KeepApart
from scheduler.domain.program import Closure
from scheduler.domain.week import Week
from scheduler.repair import Moment, Request, changes_between, make_ups, repair
from scheduler.repair.breaches import PastBreaches
from scheduler.repair.moment import split
from scheduler.verify import evaluate
from tests.repair.site import solved
from tests.weeks.random_weeks import random_week

KINDS = ("away", "closed", "job", "phase", "apart", "left", "authorized", "topics", "tracks")


def changed(week: Week, kind: str, rng: Random) -> Week:
    """The week with something else than when it was solved."""
    clinician = rng.choice(week.clinicians)
    some = {client.name for client in week.clients if rng.random() < 0.4}
    if kind == "away":
        return replace(week, closures=(*week.closures, Closure(clinician.name, None, (1, 2, 3), 0, 1440)))
    if kind == "closed":
        return replace(week, closures=(*week.closures, Closure(None, rng.choice(week.rooms).name, (1, 2), 0, 1440)))
    if kind == "job":
        jobs = tuple(Commitment(name, (0, 1, 2, 3, 4), 540, 900) for name in sorted(some))
        return replace(week, commitments=week.commitments + jobs)
    if kind == "apart":
        pairs = tuple(KeepApart(a.name, b.name) for a, b in zip(week.clients, week.clients[5:], strict=False))
        return replace(week, keep_apart=week.keep_apart + pairs)
    if kind == "topics":
        others = tuple(replace(c, topics=("Individual",)) if c is clinician else c for c in week.clinicians)
        return replace(week, clinicians=others)
    edit = {
        "phase": {"phase": "OP"},
        "left": {"active": False},
        "authorized": {"authorized_minutes": 60},
        "tracks": {"tracks": ("Evening",)},
    }[kind]
    return replace(week, clients=tuple(replace(c, **edit) if c.name in some else c for c in week.clients))  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(18))
def test_right_continuation(seed: int) -> None:
    """Every kind of change at some moment of the week."""
    rng = Random(seed)
    week = random_week(seed)
    before = solved(week)
    now = changed(week, KINDS[seed % len(KINDS)], rng)
    since = Moment(rng.choice((0, 1, 2)), rng.choice((0, 600, 720, 1100)))
    repaired = repair(now, before, Request(since, settings=Settings(4, 1)))
    after = repaired.outcome.schedule
    assert after is not None
    evaluation = evaluate(now, after)
    assert split(after, since)[0] == split(before, since)[0]
    assert set(evaluation.findings) == set(repaired.breaches)
    assert [goal.value for goal in repaired.outcome.goals] == list(evaluation.goals)
    past = PastBreaches(now, split(before, since)[0], since)
    assert all(past.holds(finding) for finding in evaluation.findings)
    assert bool(changes_between(now, before, after)) == (before != after)
    make_ups(now, before, after, since)
