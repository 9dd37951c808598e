"""Ours beside each other method on the same instances: losses first."""

from __future__ import annotations

from statistics import median

from benchmarks.measured import Measured
from benchmarks.methods import METHODS

OURS = METHODS[0]


def comparison(runs: list[Measured]) -> list[str]:
    """Markdown lines: a table of wins, ties and losses at the limit, then every loss."""
    mine = {(run.instance, run.limit, run.workers): run for run in runs if run.method == OURS}
    lines = [
        "## Ours against each other method",
        "",
        "Goals 1 and 2 at the time limit. Sooner than its limit: the limit by the seconds that ours takes to be as "
        "good as the other is then; sooner than itself: the seconds after which the other was so good by ours. Both "
        "are medians over the instances where the other has a schedule, 0 where ours never is as good.",
        "",
        "| Method | Instances | Better | Equal | Worse | Sooner than its limit | Sooner than itself |",
        "|---|---|---|---|---|---|---|",
    ]
    losses: list[str] = []
    for method in METHODS[1:]:
        others = [run for run in runs if run.method == method and (run.instance, run.limit, run.workers) in mine]
        pairs = [(mine[run.instance, run.limit, run.workers], run) for run in others]
        if pairs:
            lines.append(_line(method, pairs))
            losses += [_loss(ours, other) for ours, other in pairs if _sign(ours, other) > 0]
    return [*lines, "", "Losses:", "", *(losses or ["- none"])]


def _line(method: str, pairs: list[tuple[Measured, Measured]]) -> str:
    signs = [_sign(ours, other) for ours, other in pairs]
    counts = f"{signs.count(-1)} | {signs.count(0)} | {signs.count(1)}"
    both = [times for ours, other in pairs if (times := sooner(ours, other)) is not None]
    medians = " | ".join(f"{median(column):.1f} x" if column else "" for column in zip(*both, strict=True))
    return f"| {method} | {len(pairs)} | {counts} | {medians or ' | '} |"


def _sign(ours: Measured, other: Measured) -> int:
    """-1 where ours is better in goals 1 and 2, 1 where it is worse."""
    a, b = ours.goals(), other.goals()
    if a is None or b is None:
        return (a is None) - (b is None)
    return (a[:2] > b[:2]) - (a[:2] < b[:2])


def sooner(ours: Measured, other: Measured) -> tuple[float, float] | None:
    """How many times sooner ours is as good as the other's best: than the limit, and than the other; 0: never."""
    best = other.goals()
    if best is None:
        return None
    reached, needed = ours.reaches(best), other.reaches(best)
    if reached is None or needed is None:
        return 0.0, 0.0
    return other.limit / max(reached, 0.01), needed / max(reached, 0.01)


def _loss(ours: Measured, other: Measured) -> str:
    def told(run: Measured) -> str:
        goals = run.goals()
        return "no right schedule" if goals is None else f"{goals[0]}, {goals[1]}"

    return f"- {ours.kind}, seed {ours.seed}, {ours.limit:g} s: {told(ours)}; {other.method} {told(other)}"
