"""What every search of one run shares: the week's options, what is proven, the best schedule, and the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scheduler.domain.outcome import Settings
from scheduler.domain.rules import Goal
from scheduler.model.options import Options
from scheduler.solve.alone import Alone
from scheduler.solve.bounds import Bounds
from scheduler.solve.clock import Clock
from scheduler.solve.incumbent import Incumbent


@dataclass(frozen=True)
class Work:
    """tell: called with the position of a goal once it is better; alone: what each client could have at the best."""

    options: Options
    goals: tuple[Goal, ...]
    bounds: Bounds
    best: Incumbent
    settings: Settings
    clock: Clock
    tell: Callable[[int], None]
    alone: Alone

    @property
    def short_of_alone(self) -> tuple[str, ...]:
        """Clients whose care plan lacks more than it would with nobody else there."""
        least, missing = self.alone.least.get(2, {}), self.best.missing
        return tuple(name for name in self.best.short if missing[name] > least.get(name, 0))

    def place_of(self, goal: int) -> int | None:
        """Where the goal of the number stands in order; None: the workbook leaves it out."""
        return next((place for place, known in enumerate(self.goals) if known.number == goal), None)
