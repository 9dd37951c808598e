"""Random weeks solved the way that large sites are: some clients at a time, then neighbourhood by neighbourhood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.instances import Instance
from scheduler.domain.calendar import DAYS
from scheduler.domain.locks import Lock
from scheduler.domain.outcome import Settings, SolveStatus
from scheduler.domain.people import INDIVIDUAL
from scheduler.domain.schedule import Schedule
from scheduler.model.build import build
from scheduler.model.options import options_of
from scheduler.solve import effort, improve, solve
from scheduler.solve import run as solving
from scheduler.solve.extract import extract, set_aside
from scheduler.solve.narrow import plan_of
from scheduler.solve.part import around
from scheduler.verify import evaluate
from tests.weeks.random_weeks import random_week


@pytest.fixture
def as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """No week is small: none is outlined or searched whole."""
    monkeypatch.setattr(solving, "LARGE", 0)
    monkeypatch.setattr(solving, "IN_OUTLINE", 0)
    monkeypatch.setattr(improve, "WHOLE_SIZE", 0)
    for size in ("SMALL_SIZE", "FEW_CLIENTS"):
        monkeypatch.setattr(effort, size, 0)


@pytest.mark.usefixtures("as_large")
@pytest.mark.parametrize("seed", [0, 3, 13])
@pytest.mark.parametrize("with_last_week", [False, True])
def test_each_change_is_counted_as_the_verifier_counts(seed: int, with_last_week: bool) -> None:
    """Values added up from what neighbourhoods change are those of the whole schedule, which breaks no rule."""
    week = random_week(seed)
    outcome = solve(week, Settings(time_limit=0.6))
    if with_last_week:
        week = replace(week, previous=outcome.schedule)
        outcome = solve(week, Settings(time_limit=0.6, seed=2))
    assert outcome.status is SolveStatus.SOLVED
    assert outcome.schedule is not None
    evaluation = evaluate(week, outcome.schedule)
    assert [finding.message for finding in evaluation.findings] == []
    assert [goal.value for goal in outcome.goals] == [evaluation.goals[goal.number - 1] for goal in outcome.goals]


@pytest.mark.usefixtures("as_large")
@pytest.mark.parametrize("seed", [2, 5, 9])
def test_what_a_lock_wants_of_a_client_is_found(seed: int) -> None:
    """Individual sessions locked to their days: the clients come in although nobody knows their weeks yet."""
    week = random_week(seed)
    outcome = solve(week, Settings(time_limit=0.7))
    assert outcome.schedule is not None
    meetings = {m.client: m for m in outcome.schedule.one_on_ones if m.service == INDIVIDUAL}
    once = [m for m in meetings.values() if week.client_by_name[m.client].individual_sessions == 1]
    locks = tuple(Lock(True, client=m.client, day=m.day, row=row) for row, m in enumerate(once, start=2))
    assert locks
    locked = replace(week, locks=(*week.locks, *locks))
    outcome = solve(locked, Settings(time_limit=1.0))
    assert outcome.schedule is not None
    assert [finding.message for finding in evaluate(locked, outcome.schedule).findings] == []


def test_a_hundred_and_fifty_clients() -> None:
    """A generated site is right after a few seconds, and most of its care plans are met."""
    week = Instance(150, 3).week()
    outcome = solve(week, Settings(time_limit=4.0))
    assert outcome.schedule is not None
    evaluation = evaluate(week, outcome.schedule)
    assert [finding.message for finding in evaluation.findings] == []
    assert [goal.value for goal in outcome.goals] == [evaluation.goals[goal.number - 1] for goal in outcome.goals]
    assert sum(account.met for account in evaluation.accounts) > len(evaluation.accounts) / 2


@pytest.mark.parametrize("seed", [3, 5])
def test_who_is_settled_keeps_the_week_and_has_no_other(seed: int) -> None:
    """Around one client: all others have exactly their planned attendances, the one has every option."""
    week = random_week(seed)
    outcome = solve(week, Settings(time_limit=1.5))
    assert outcome.schedule is not None
    options = options_of(week)
    plan = plan_of(options, outcome.schedule)
    client = next(c.name for c in week.active_clients if options.admissions_of_client.get(c.name))
    small = around(options, plan, [client])
    assert [c.name for c in small.clients] == [client]
    others = {a.key for a in small.admissions if a.client.name != client}
    others |= {key for key in plan.attending if key[1:] in small.aside.sessions}
    assert others == {key for key in plan.attending if key[0] != client}
    full = {
        (s.group, s.day)
        for s in outcome.schedule.sessions
        if len(set(s.clients) - {client}) >= week.group_by_name[s.group].max_clients
    }
    held = {(s.group, s.day) for s in outcome.schedule.sessions}
    mine = {a.slot.key for a in small.admissions_of_client.get(client, ())}
    assert mine == {a.slot.key for a in options.admissions_of_client[client]} & held - full


@pytest.mark.parametrize("seed", [3, 5, 8])
def test_what_is_aside_takes_the_time_that_it_takes(seed: int) -> None:
    """Of each clinician's day as many minutes are aside as the schedule's activities have that the part leaves out."""
    week = random_week(seed)
    outcome = solve(week, Settings(time_limit=1.0))
    assert outcome.schedule is not None
    schedule = outcome.schedule
    options = options_of(week)
    client = week.active_clients[0].name
    small = around(options, plan_of(options, schedule), [client])
    left = extract(build(small), lambda variable: 0, set_aside(build(small), schedule))
    for clinician in week.clinician_by_name:
        for day in DAYS:
            assert small.aside.minutes_of(clinician, day) == _minutes(left, clinician, day)


def _minutes(schedule: Schedule, clinician: str, day: int) -> int:
    sessions = sum(s.end - s.start for s in schedule.sessions if s.day == day and clinician in s.facilitators)
    return sessions + sum(m.minutes for m in schedule.one_on_ones if m.day == day and m.clinician == clinician)
