"""What a method found, and when: schedules, and bounds of goals. Seconds count from the start, building included."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week


@dataclass(frozen=True)
class Found:
    """A schedule and the second at which it was there."""

    seconds: float
    schedule: Schedule


@dataclass(frozen=True)
class Bound:
    """No schedule that is as good in the goals before it has a value of the goal below `value`; known from then on."""

    seconds: float
    goal: int
    value: int


@dataclass(frozen=True)
class Trajectory:
    """One run. found: better and better; build_seconds: until the first search began, None where nothing is built.

    all_proven: the second at which every goal that the method works on was proven, None if some was not;
    complete: whether it works on all goals, not only on the first two.
    """

    found: tuple[Found, ...]
    bounds: tuple[Bound, ...] = ()
    build_seconds: float | None = None
    seconds: float = 0.0
    all_proven: float | None = None
    complete: bool = True


Method = Callable[[Week, float, int], Trajectory]


@dataclass
class Stopwatch:
    """Seconds since the start, and what is left of the limit."""

    limit: float
    began: float = field(default_factory=time.monotonic)

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.began

    @property
    def left(self) -> float:
        return max(0.0, self.limit - self.elapsed)
