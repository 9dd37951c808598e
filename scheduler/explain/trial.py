"""Solving a changed week again, from nothing, as whoever applies the changes will: the proof of the pudding."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

from scheduler.domain.outcome import Progress, Settings
from scheduler.domain.rules import GOALS
from scheduler.explain.budget import Budget
from scheduler.explain.ground import Ground, gains
from scheduler.solve import solve
from scheduler.verify import evaluate

LEAST_SECONDS, TIMES_AS_LONG = 2.0, 2
"""Of a trial in a week that was solved soon."""


class Enough(threading.Event):
    """Set by hand, when the seconds are over, or when the user has set the event that it goes by."""

    def __init__(self, seconds: float, user: threading.Event) -> None:
        super().__init__()
        self.until, self.user = time.monotonic() + seconds, user

    def is_set(self) -> bool:
        return super().is_set() or self.user.is_set() or time.monotonic() >= self.until


def solved_again(ground: Ground, settings: Settings, seconds: float, budget: Budget) -> Ground | None:
    """The ground with the schedule of a new search, which ends as soon as it misses no more plans than the ground.

    It goes the way of a search with the user's settings, which so comes by there, too, and gives up nothing after.
    """
    enough = Enough(min(seconds, budget.left), budget.stop)

    def watch(progress: Progress) -> None:
        if progress.goal == GOALS[0].title and progress.value is not None and progress.value <= ground.missed:
            enough.set()

    schedule = solve(ground.week, settings, watch, enough).schedule
    if schedule is None:
        return None
    return replace(ground, schedule=schedule, evaluation=evaluate(ground.week, schedule))


class Trials:
    """Tries grounds of a week whose own search came to the value of goal 1 soon; failed: how many broke a promise.

    reached: seconds after which it did; what is as near to it takes about as long.
    """

    def __init__(self, settings: Settings, reached: float) -> None:
        self.settings, self.seconds = settings, LEAST_SECONDS + TIMES_AS_LONG * reached
        self.failed = 0

    def holds(self, ground: Ground, budget: Budget) -> bool:
        """Whether solving the ground again meets every plan that it meets, and holds what it holds."""
        again = solved_again(ground, self.settings, self.seconds, budget)
        held = again is not None and gains(ground, again, ())
        self.failed += not held
        return held
