"""Ours: `scheduler.solve.solve`, watched from outside."""

from __future__ import annotations

from dataclasses import dataclass, field
from unittest.mock import patch

from benchmarks.methods.trajectory import Bound, Found, Stopwatch, Trajectory
from scheduler.domain.outcome import Progress, Settings
from scheduler.domain.rules import GOALS
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.solve import week as solving
from scheduler.solve.incumbent import Incumbent

NUMBER = {goal.title: goal.number for goal in GOALS}


def run(week: Week, seconds: float, workers: int) -> Trajectory:
    """All goals. Schedules are noted where the solver keeps its best one; what it reports of an outline is none yet."""
    watch = Stopwatch(seconds)
    found: list[Found] = []
    bounds: list[Bound] = []

    def note(progress: Progress) -> None:
        if progress.bound is not None:
            bounds.append(Bound(progress.seconds, NUMBER[progress.goal], progress.bound))

    @dataclass
    class Watched(Incumbent):
        """The best schedule so far, each better one noted with its time."""

        noted: list[Found] = field(default_factory=lambda: found)

        def offer(self, schedule: Schedule, values: tuple[int, ...]) -> bool:
            better = super().offer(schedule, values)
            if better:
                self.noted.append(Found(watch.elapsed, schedule))
            return better

    with patch.object(solving, "Incumbent", Watched):
        outcome = solving.solve(week, Settings(seconds, workers), note)
    if outcome.schedule is not None:
        found.append(Found(outcome.seconds, outcome.schedule))
    bounds += [Bound(outcome.seconds, g.number, g.bound) for g in outcome.goals if g.bound is not None]
    done = bool(outcome.goals) and all(goal.proven for goal in outcome.goals)
    return Trajectory(
        found=tuple(found),
        bounds=tuple(bounds),
        seconds=outcome.seconds,
        all_proven=outcome.seconds if done else None,
    )
