"""Clients in turn: nobody's week gets worse, what is told of each is true, and rules about others are kept."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import replace

import pytest

from scheduler.domain.outcome import Settings
from scheduler.domain.rules import goals_in_order
from scheduler.domain.week import Week
from scheduler.model.options import options_of
from scheduler.solve import solve
from scheduler.solve.alone import Alone
from scheduler.solve.bounds import Bounds
from scheduler.solve.clock import Clock
from scheduler.solve.in_turn import CROWDING, OF_A_WEEK, InTurn
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.work import Work
from scheduler.verify import evaluate
from tests.weeks.random_weeks import random_week

SEEDS = (1, 4, 6, 9, 12, 17)
CHANGES = 3


def _after_a_short_search(week: Week, seed: int) -> Work:
    """A schedule that is not yet good, with all that a search shares."""
    options, goals, clock = options_of(week), goals_in_order(week.goal_ranks), Clock(60.0, threading.Event())
    outcome = solve(week, Settings(time_limit=0.3, seed=seed))
    assert outcome.schedule is not None
    evaluation = evaluate(week, outcome.schedule)
    values = tuple(evaluation.goals[goal.number - 1] for goal in goals)
    best = Incumbent(outcome.schedule, values, {})
    return Work(options, goals, Bounds(goals), best, Settings(), clock, lambda _: None, Alone(options, clock))


@pytest.mark.parametrize("seed", SEEDS)
def test_no_goal_of_a_client_gets_worse_and_no_rule_is_broken(seed: int) -> None:
    week = random_week(seed)
    work = _after_a_short_search(week, seed)
    before = work.best.values
    turns = InTurn(work)
    assert turns.go(work.options.clients, 60.0) == len(work.options.clients)
    taken = turns.take_over()
    assert taken == (work.best.values < before)
    assert work.best.values <= before
    evaluation = evaluate(week, work.best.schedule_found)
    assert [finding.message for finding in evaluation.findings] == []
    assert work.best.values == tuple(evaluation.goals[goal.number - 1] for goal in work.goals)


@pytest.mark.parametrize("seed", SEEDS)
def test_last_week_is_kept_where_no_goal_before_asks_for_a_change(seed: int) -> None:
    """Beginning with last week's schedule, whatever turns find for later goals leaves no change more."""
    week = random_week(seed)
    last = solve(week, Settings(time_limit=0.3, seed=seed)).schedule
    week = replace(week, previous=last)
    work = _after_a_short_search(week, seed)
    before = work.best.values
    turns = InTurn(work)
    turns.go(work.options.clients, 60.0)
    turns.take_over()
    assert work.best.values[:3] <= before[:3]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_told_of_clients_adds_up(seed: int) -> None:
    """After a second round of turns that finds nothing, the values of all clients sum up to those of the goals."""
    week = random_week(seed)
    work = _after_a_short_search(week, seed)
    for _ in range(8):
        turns = InTurn(work)
        turns.go(work.options.clients, 60.0)
        if not (turns.better and turns.take_over()):
            break
    evaluation = evaluate(week, work.best.schedule_found)
    for number in set(OF_A_WEEK) - {1, CHANGES, CROWDING}:
        told = turns.values[number]
        if len(told) == len(work.options.clients):
            assert sum(told.values()) == evaluation.goals[number - 1]


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_leaves_a_session_that_would_be_too_small(seed: int) -> None:
    week = random_week(seed)
    work = _after_a_short_search(week, seed)
    held = {(s.group, s.day): len(s.clients) for s in work.best.schedule_found.sessions}
    turns = InTurn(work)
    turns.go(work.options.clients, 60.0)
    sitting = Counter((group, day) for _, group, day in turns.desk.plan.attending)
    for key, before in held.items():
        least = week.group_by_name[key[0]].min_clients
        assert sitting[key] >= min(before, least)
