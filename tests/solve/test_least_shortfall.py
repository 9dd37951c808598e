"""A missed care plan lacks something: what that comes to at the least, and that no schedule has less."""

from __future__ import annotations

from typing import Any

import pytest

from scheduler.domain.groups import TopicRule
from scheduler.domain.outcome import Settings
from scheduler.domain.week import Week
from scheduler.model.options import options_of
from scheduler.solve import solve
from scheduler.solve.least_shortfall import least_shortfall, step_of
from tests.verify.weeks import MON, NINE, TUE, a_client, a_group, a_phase, week_of
from tests.weeks.random_weeks import random_week


def _step(week: Week) -> int:
    options = options_of(week)
    return step_of(options, options.clients[0])


@pytest.mark.parametrize(
    ("plan", "minutes"),
    [
        ({"min_minutes": 540}, 60),
        ({"min_minutes": 570}, 30),
        ({"min_minutes_per_day": 135}, 15),
        ({"min_minutes": 570, "min_days": 3}, 30),
        ({"min_days": 3}, 60),
        ({"max_days_between": 2}, 60),
        ({}, 0),
    ],
)
def test_what_a_missed_plan_lacks(plan: dict[str, Any], minutes: int) -> None:
    """With sessions of an hour."""
    assert _step(week_of(phases=a_phase(**plan))) == minutes


def test_an_individual_session_is_as_long_as_it_is() -> None:
    assert _step(week_of(clients=a_client(individual_sessions=1, individual_minutes=45))) == 45


def test_a_needed_topic_is_an_hour() -> None:
    assert _step(week_of(clients=a_client(needs=(("Skills", 2),)))) == 60
    assert _step(week_of(topic_rules=TopicRule(None, "Skills", min_sessions=1))) == 60


def test_sessions_of_several_lengths() -> None:
    """Of 60 and 90 minutes: hours come in halves."""
    groups = (a_group("A"), a_group("B", minutes=90, counted_minutes=90))
    assert _step(week_of(phases=a_phase(min_minutes=540), groups=groups)) == 30


def test_who_is_left_out_lacks_least_first() -> None:
    """One seat for three: of two plans missed the first lacks half an hour, the other an hour, by Priority 2."""
    group = a_group(days=(MON,), starts=(NINE,), sessions=1, max_clients=1)
    clients = (
        a_client("C1", min_minutes=30),
        a_client("C2", needs=(("Skills", 1),), priority=2),
        a_client("C3", needs=(("Skills", 1),), priority=2),
    )
    options = options_of(week_of(groups=group, clients=clients))
    assert [least_shortfall(options, missed, {}) for missed in (0, 1, 2, 3, 5)] == [0, 30, 90, 150, 270]
    assert least_shortfall(options, 3, {"C3": 240}) == 240 + 30


def test_what_must_run_and_is_not_held_lacks_nothing() -> None:
    groups = (a_group(days=(MON,), sessions=1), a_group("Must", days=(MON, TUE), sessions=2, must_run=True))
    options = options_of(week_of(groups=groups, clients=a_client(needs=(("Skills", 1),))))
    assert [least_shortfall(options, missed, {}) for missed in (2, 3)] == [0, 60]


@pytest.mark.parametrize("seed", range(12))
def test_no_proven_schedule_has_less(seed: int) -> None:
    week = random_week(seed)
    goals = {goal.number: goal for goal in solve(week, Settings(time_limit=1.0)).goals}
    assert least_shortfall(options_of(week), goals[1].bound or 0, {}) <= goals[2].value
