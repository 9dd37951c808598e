"""What ours is meant to reach, and how far each run of it came."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.measured import Goals, Measured
from benchmarks.methods import METHODS

OURS = METHODS[0]
NEAR = 2.0
"""Percent of the bound within which a run counts as there, where growth is measured."""

Amount = Callable[[Measured], float | None]


@dataclass(frozen=True)
class Target:
    """An amount that is at most so much in every run of a kind; None as an amount: not reached at all."""

    kind: str
    text: str
    amount: Amount
    most: float
    unit: str


def gap(run: Measured, goal: int, at: float | None = None) -> float | None:
    """Percent of a goal's value that is not proven to be needed; None without a schedule."""
    goals = run.goals(at)
    return None if goals is None else _percent(goals[goal - 1], _proven(run, goal, at))


def _proven(run: Measured, goal: int, at: float | None = None) -> int:
    until = math.inf if at is None or at >= run.limit else at
    return max((bound for seconds, g, bound in run.bounds if g == goal and seconds <= until), default=0)


def _percent(value: int, bound: int) -> float:
    return 100 * max(0, value - bound) / max(1, value)


def widest_gap(goals: int, at: float) -> Amount:
    """The widest of the first goals' gaps by then."""

    def amount(run: Measured) -> float | None:
        gaps = [gap(run, goal, at) for goal in range(1, goals + 1)]
        return max((g for g in gaps if g is not None), default=None)

    return amount


def gap_beside_a_client(at: float) -> Amount:
    """Goal 2's gap by then, None where goal 1 is more than one client off."""

    def amount(run: Measured) -> float | None:
        goals = run.goals(at)
        return None if goals is None or goals[0] - _proven(run, 1, at) > 1 else gap(run, 2, at)

    return amount


def _first(run: Measured) -> float | None:
    return run.first


def _two_proven(run: Measured) -> float | None:
    return run.proven_at(2)


def _megabytes(run: Measured) -> float | None:
    return run.megabytes


TARGETS = (
    Target("60 clients, fixed", "first right schedule", _first, 1, "s"),
    Target("60 clients, fixed", "goals 1-2 proven", _two_proven, 10, "s"),
    Target("60 clients, fixed", "widest gap of all goals after 60 s", widest_gap(9, 60), 3, "%"),
    Target("120 clients, fixed", "goals 1-2 proven", _two_proven, 30, "s"),
    Target("120 clients, fixed", "widest gap of all goals after 120 s", widest_gap(9, 120), 5, "%"),
    Target("250 clients, fixed", "goal 1 within 1, gap of goal 2 after 120 s", gap_beside_a_client(120), 2, "%"),
    Target("1000 clients, fixed", "first right schedule", _first, 20, "s"),
    Target("1000 clients, fixed", "wider gap of goals 1-2 after 300 s", widest_gap(2, 300), 2, "%"),
    Target("1000 clients, fixed", "memory", _megabytes, 4000, "MB"),
    Target("60 clients, free", "goals 1-2 proven", _two_proven, 60, "s"),
    Target("120 clients, free", "goal 1 within 1, gap of goal 2 after 120 s", gap_beside_a_client(120), 5, "%"),
)


def targets(runs: list[Measured]) -> list[str]:
    """Markdown lines: each target with the amounts of its runs, and the growth of time with clients."""
    mine = [run for run in runs if run.method == OURS]
    lines = ["## Targets", "", "| Clients, times | Target | At most | Met | Runs |", "|---|---|---|---|---|"]
    for target in TARGETS:
        amounts = [target.amount(run) for run in mine if run.kind == target.kind]
        if amounts:
            met = sum(amount is not None and amount <= target.most for amount in amounts)
            told = ", ".join("not reached" if amount is None else f"{amount:.1f}" for amount in amounts)
            most = f"{target.most:g} {target.unit}"
            lines.append(f"| {target.kind} | {target.text} | {most} | {met} of {len(amounts)} | {told} |")
    exponent = growth(mine)
    if exponent is not None:
        lines += ["", f"Time to within {NEAR:g}% on goals 1 and 2 grows with clients^{exponent:.2f} (at most 1.5)."]
    return lines


def near(run: Measured) -> float | None:
    """Seconds to within 2% of what is proven in the end of goals 1 and 2."""
    bounds = [_proven(run, goal) for goal in (1, 2)]

    def there(goals: Goals) -> bool:
        return all(_percent(value, bound) <= NEAR for value, bound in zip(goals, bounds, strict=False))

    return min((seconds for seconds, goals in run.points if there(goals)), default=None)


def growth(runs: list[Measured]) -> float | None:
    """The slope of log seconds over log clients, fixed times, 60 clients and more; None below three sizes."""
    reached = [(run.kind, near(run)) for run in runs if run.kind.endswith("clients, fixed")]
    points = [(math.log(int(kind.split()[0])), math.log(max(at, 0.01))) for kind, at in reached if at is not None]
    points = [(x, y) for x, y in points if x >= math.log(60)]
    if len({x for x, _ in points}) < 3:
        return None
    middle_x, middle_y = (sum(column) / len(points) for column in zip(*points, strict=True))
    spread = sum((x - middle_x) ** 2 for x, _ in points)
    slope: float = sum((x - middle_x) * (y - middle_y) for x, y in points) / spread
    return slope
