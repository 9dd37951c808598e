"""Rounds of neighbourhoods for later goals: better ones, never at the cost of those before, the same every time."""

from __future__ import annotations

import threading

import pytest

from scheduler.domain.outcome import Settings
from scheduler.domain.rules import goals_in_order
from scheduler.model.options import options_of
from scheduler.solve.alone import Alone
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort
from scheduler.solve.clock import Clock
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.polish import bare_schedule
from scheduler.solve.rounds import Rounds
from scheduler.solve.work import Work
from scheduler.verify import evaluate
from tests.weeks.random_weeks import random_week

BELOW_TARGET, WAITING = 3, 5
ROUNDS = 3


def _work(seed: int) -> Work:
    """From the bare schedule to a better one for goals 1 and 2, with all that rounds share."""
    week = random_week(seed)
    options, goals, clock, best = (
        options_of(week),
        goals_in_order(week.goal_ranks),
        Clock(60.0, threading.Event()),
        Incumbent(),
    )
    assert bare_schedule(options, goals, best, Effort(20.0), clock)
    work = Work(options, goals, Bounds(goals), best, Settings(), clock, lambda _: None, Alone(options, clock))
    Rounds(work, whole=True).go(0, most=ROUNDS)
    return work


@pytest.mark.parametrize("seed", [2, 5, 11])
@pytest.mark.parametrize("position", [BELOW_TARGET, WAITING])
def test_a_later_goal_is_not_bought_with_an_earlier_one(seed: int, position: int) -> None:
    work = _work(seed)
    before = work.best.values
    work.alone.later(work.goals, before, work.bounds, 20.0, position)
    Rounds(work, whole=True).go(position, most=ROUNDS)
    assert work.best.values[:position] <= before[:position]
    assert work.best.values <= before
    evaluation = evaluate(work.options.week, work.best.schedule_found)
    assert [finding.message for finding in evaluation.findings] == []
    assert work.best.values == evaluation.goals


def test_equal_steps_come_to_an_equal_schedule() -> None:
    schedules = []
    for _ in range(2):
        work = _work(5)
        Rounds(work, whole=True).go(BELOW_TARGET, most=ROUNDS)
        schedules.append(work.best.schedule_found)
    assert schedules[0] == schedules[1]


def test_a_goal_that_was_worked_on_is_said_to_be_searched() -> None:
    work = _work(2)
    assert WAITING not in work.bounds.searched
    Rounds(work, whole=True).go(WAITING, most=1)
    assert WAITING in work.bounds.searched
    assert FIRST_TWO not in work.bounds.searched
