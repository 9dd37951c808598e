"""A schedule made better: while goals 1 and 2 are worked on, nothing else is a gain."""

from __future__ import annotations

import threading

import pytest

from scheduler.domain.rules import GOALS
from scheduler.model.options import options_of
from scheduler.solve.call import Effort
from scheduler.solve.clock import Clock
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.polish import bare_schedule, polish
from scheduler.verify import evaluate
from tests.weeks.random_weeks import random_week


@pytest.mark.parametrize("seed", [3, 8])
def test_only_the_first_two_goals_count_while_they_are_worked_on(seed: int) -> None:
    """From the bare schedule: first better, with every value the verifier's; once proven, no other is taken over."""
    options = options_of(random_week(seed))
    clock, effort, best = Clock(60.0, threading.Event()), Effort(20.0), Incumbent()
    assert bare_schedule(options, GOALS, best, effort, clock)
    begun = best.values
    answer, better = polish(options, GOALS, 0, best, effort, clock)
    assert answer is not None
    assert answer.proven
    assert better
    assert best.values[:FIRST_TWO] < begun[:FIRST_TWO]
    assert evaluate(options.week, best.schedule_found).goals == best.values
    kept = best.schedule
    assert polish(options, GOALS, 0, best, effort, clock)[1] is False
    assert best.schedule is kept
