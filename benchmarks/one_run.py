"""One method on one week in a process of its own: `python -m benchmarks.one_run WEEK METHOD SECONDS WORKERS RESULT`."""

from __future__ import annotations

import itertools
import json
import pickle
import sys
from pathlib import Path

from benchmarks.memory import peak_megabytes
from benchmarks.methods import Trajectory, method
from benchmarks.methods.trajectory import Bound, Found
from scheduler.domain.week import Week
from scheduler.verify import evaluate

MOST_POINTS = 25
"""Schedules of one run that are looked at: checking hundreds of a large week would take longer than the run."""


def main() -> None:
    """Runs the method, then has the verifier value what it found, and writes both as JSON."""
    week_file, name, seconds, workers, result_file = sys.argv[1:]
    week: Week = pickle.loads(Path(week_file).read_bytes())
    trajectory = method(name)(week, float(seconds), int(workers))
    memory = peak_megabytes()
    Path(result_file).write_text(json.dumps(result(week, trajectory) | {"megabytes": memory}), encoding="utf-8")


def result(week: Week, trajectory: Trajectory) -> dict[str, object]:
    """The run in numbers; points: (seconds, nine goals) of right schedules. wrong: what the verifier says of others."""
    points = []
    wrong: list[str] = []
    for found in thinned(trajectory.found):
        evaluation = evaluate(week, found.schedule)
        if evaluation.ok:
            points.append((found.seconds, evaluation.goals))
        else:
            wrong.append(evaluation.findings[0].message)
    return {
        "points": points,
        "bounds": [(bound.seconds, bound.goal, bound.value) for bound in rising(trajectory.bounds)],
        "build_seconds": trajectory.build_seconds,
        "seconds": trajectory.seconds,
        "all_proven": trajectory.all_proven,
        "complete": trajectory.complete,
        "wrong": wrong,
    }


def thinned(found: tuple[Found, ...], most: int = MOST_POINTS) -> list[Found]:
    """The first, the last, and between them those that come at evenly growing times."""
    if len(found) <= most:
        return list(found)
    step = (found[-1].seconds / max(found[0].seconds, 0.01)) ** (1 / (most - 2))
    kept = [found[0]]
    for one, following in itertools.pairwise(found):
        if following.seconds > kept[-1].seconds * step and len(kept) < most - 1:
            kept.append(one)
    return [*kept, found[-1]]


def rising(bounds: tuple[Bound, ...]) -> list[Bound]:
    """Each bound that says more of its goal than those before it."""
    best: dict[int, int] = {}
    kept = []
    for bound in bounds:
        if bound.value > best.get(bound.goal, -1):
            best[bound.goal] = bound.value
            kept.append(bound)
    return kept


if __name__ == "__main__":
    main()
