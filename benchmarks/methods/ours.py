"""Ours: `scheduler.solve.solve`, watched from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from benchmarks.methods.trajectory import Bound, Found, Stopwatch, Trajectory
from scheduler.domain.outcome import Outcome, Progress, Settings
from scheduler.domain.rules import GOALS, goals_in_order
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.solve import run as running
from scheduler.solve.bounds import Bounds
from scheduler.solve.coarse import Outline
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.week import solve

Proof = tuple[Bound, tuple[int, ...]]
"""A bound, and the values at which the goals before it were held."""


def run(week: Week, seconds: float, workers: int) -> Trajectory:
    """All goals. Schedules and proofs are noted where the solver keeps them.

    What it reports of an outline is not a schedule yet, so its progress is used for the bounds of goal 1 alone.
    """
    watch = Stopwatch(seconds)
    found: list[Found] = []
    proofs: list[Proof] = []
    built: list[float] = []
    made: list[Bounds] = []
    numbers = [goal.number for goal in goals_in_order(week.goal_ranks)]

    @dataclass
    class WatchedIncumbent(Incumbent):
        """The best schedule so far, each better one noted with its time."""

        def offer(self, schedule: Schedule, values: tuple[int, ...], missing: Mapping[str, int]) -> bool:
            better = super().offer(schedule, values, missing)
            if better:
                found.append(Found(watch.elapsed, schedule))
            return better

    @dataclass
    class WatchedBounds(Bounds):
        """What is proven, each proof noted with its time; only the first speak of the whole week.

        Others are of a part of it, as of the week at the times of a timetable.
        """

        def __post_init__(self) -> None:
            made.append(self)

        def add(self, position: int, bound: int | None, held: tuple[int, ...]) -> None:
            super().add(position, bound, held)
            if bound is not None and self is made[0]:
                proofs.append((Bound(watch.elapsed, numbers[position], bound), held))

    class WatchedOutline(Outline):
        """The first model of a run; once it is built, the search begins."""

        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            built.append(watch.elapsed)

    def note(progress: Progress) -> None:
        if progress.goal == GOALS[0].title and progress.bound is not None:
            proofs.append((Bound(watch.elapsed, 1, progress.bound), ()))

    watched: dict[str, Any] = {"Incumbent": WatchedIncumbent, "Bounds": WatchedBounds, "Outline": WatchedOutline}
    with patch.multiple(running, **watched):
        outcome = solve(week, Settings(seconds, workers), note)
    if outcome.schedule is not None:
        found.append(Found(watch.elapsed, outcome.schedule))
    done = bool(outcome.goals) and all(goal.proven for goal in outcome.goals)
    return Trajectory(
        found=tuple(found),
        bounds=tuple(_that_count(outcome, proofs)),
        build_seconds=built[0] if built else None,
        seconds=watch.elapsed,
        all_proven=watch.elapsed if done else None,
    )


def _that_count(outcome: Outcome, proofs: list[Proof]) -> list[Bound]:
    """Proofs under values of earlier goals that the final schedule is no worse in; the others say nothing of it."""
    values = [goal.value for goal in outcome.goals]
    return [bound for bound, held in proofs if all(mine <= most for mine, most in zip(values, held, strict=False))]
