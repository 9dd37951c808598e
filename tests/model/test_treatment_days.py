"""A day's literal says of treatment days what it is asked to say, and no more."""

from __future__ import annotations

import pytest

from scheduler.domain.calendar import DAYS
from scheduler.domain.people import Client
from scheduler.model.build import build
from scheduler.model.draft import Draft, total
from scheduler.model.options import options_of
from scheduler.model.treatment_days import days_at_least, days_at_most, treated_only_then, treated_whenever
from scheduler.solve.call import Effort, call
from scheduler.solve.values import value_of
from tests.weeks.random_weeks import random_week


@pytest.fixture(params=[1, 4, 7])
def draft(request: pytest.FixtureRequest) -> Draft:
    """Without any rule, so that nothing else is said of the days."""
    return build(options_of(random_week(request.param)), rules=())


def _client(draft: Draft) -> Client:
    return next(c for c in draft.options.clients if len(_days(draft, c)) > 1)


def _days(draft: Draft, client: Client) -> set[int]:
    return {a.slot.day for a in draft.admissions(client) if a.slot.group.counted_minutes > 0}


def _attend(draft: Draft, client: Client, days: set[int]) -> None:
    """The client attends all there is on these days, and nothing else."""
    for admission in draft.admissions(client):
        draft.cp.add(draft.attend[admission.key] == int(admission.slot.day in days))


def test_the_count_from_below_and_from_above_meet_at_what_is_attended(draft: Draft) -> None:
    client = _client(draft)
    some = {min(_days(draft, client))}
    _attend(draft, client, some)
    least, most = days_at_least(draft, client), days_at_most(draft, client)
    draft.cp.maximize(least)
    answer = call(draft.cp, Effort(5.0))
    assert answer.values is not None
    assert value_of(least, answer.values) == value_of(most, answer.values) == len(some)


def test_from_below_it_may_be_fewer_and_from_above_more(draft: Draft) -> None:
    """So each needs no more than its own clauses."""
    client = _client(draft)
    days = _days(draft, client)
    fewer, more = days_at_least(draft, client), None
    _attend(draft, client, days)
    draft.cp.minimize(fewer)
    answer = call(draft.cp, Effort(5.0))
    assert answer.values is not None
    assert value_of(fewer, answer.values) == 0
    other = build(draft.options, rules=())
    more = days_at_most(other, client)
    _attend(other, client, set())
    other.cp.maximize(more)
    answer = call(other.cp, Effort(5.0))
    assert answer.values is not None
    assert value_of(more, answer.values) == len(days)


def test_a_day_has_one_literal_and_is_told_of_once(draft: Draft) -> None:
    client = _client(draft)
    before = len(draft.cp.proto.constraints)
    literals = [(treated_only_then(draft, client, day), treated_whenever(draft, client, day)) for day in DAYS]
    said = len(draft.cp.proto.constraints)
    assert all(one is other for one, other in literals)
    assert {day for day, (one, _) in zip(DAYS, literals, strict=True) if one is not None} == _days(draft, client)
    assert said > before
    assert not isinstance(total([days_at_least(draft, client), days_at_most(draft, client)]), int)
    assert len(draft.cp.proto.constraints) == said
