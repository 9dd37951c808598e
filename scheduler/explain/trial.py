"""Solving a changed week again, from nothing: the proof of the pudding."""

from __future__ import annotations

from scheduler.domain.outcome import Settings
from scheduler.explain.budget import Budget
from scheduler.explain.ground import Ground
from scheduler.solve import solve
from scheduler.verify import evaluate

SECONDS = 10.0
"""Longest single trial; whoever applies the remedy solves longer."""


def solved_again(ground: Ground, seconds: float, budget: Budget) -> bool:
    """Whether a search from nothing of at most so many seconds meets the very plans that the ground meets."""
    if budget.left < 1:
        return False
    settings = Settings(min(SECONDS, seconds, budget.left), seed=budget.seed)
    schedule = solve(ground.week, settings, stop=budget.stop).schedule
    if schedule is None:
        return False
    again = Ground(ground.tables, ground.week, schedule, evaluate(ground.week, schedule))
    return again.met >= ground.met and again.lacking <= ground.lacking
