"""The runs as one table: CSV with every column, Markdown to read, with what was lost and won."""

from __future__ import annotations

import csv
import os
import platform
from importlib.metadata import PackageNotFoundError, version
from io import StringIO

from benchmarks.comparison import comparison
from benchmarks.measured import Measured
from benchmarks.targets import targets

CHECKPOINTS = (10.0, 60.0, 300.0)


def checkpoints(limit: float) -> list[float]:
    """The seconds at which goals are told: 10, 60 and 300, as far as the run went, and its limit."""
    return sorted({at for at in CHECKPOINTS if at < limit} | {limit})


def csv_table(runs: list[Measured]) -> str:
    """One line a run."""
    moments = sorted({at for run in runs for at in checkpoints(run.limit)})
    told = [f"{what} {goal} at {at:g} s" for at in moments for goal in (1, 2) for what in ("goal", "bound")]
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    head = ["instance", "seed", "method", "limit", "workers", "when", "build seconds", "first right schedule", *told]
    writer.writerow([*head, "goals 1-2 proven", "all goals proven", "megabytes", "wrong schedules", "note"])
    for run in runs:
        writer.writerow([_cell(value) for value in _line(run, moments)])
    return text.getvalue()


def _line(run: Measured, moments: list[float]) -> list[object]:
    line: list[object] = [
        run.kind,
        run.seed,
        run.method,
        run.limit,
        run.workers,
        run.when,
        run.build_seconds,
        run.first,
    ]
    for at in moments:
        goals = run.goals(at) or (None, None)
        line += [goals[0], run.bound(1, at), goals[1], run.bound(2, at)] if at <= run.limit else [None] * 4
    return [*line, run.proven_at(2), run.all_proven if run.complete else None, run.megabytes, len(run.wrong), run.note]


def _cell(value: object) -> object:
    if value is None:
        return ""
    return f"{value:.2f}" if isinstance(value, float) else value


def markdown(runs: list[Measured]) -> str:
    """The machine, the comparison, and a table of all runs."""
    limits = sorted({run.limit for run in runs})
    moments = sorted({at for limit in limits for at in checkpoints(limit)})
    head = ["Instance", "Seed", "Method", "Build s", "First s", *(f"Goals 1, 2 at {at:g} s" for at in moments)]
    head += ["1-2 proven s", "All proven s", "MB", "Note"]
    lines = [
        "# Benchmark",
        "",
        *_circumstances(runs, limits),
        "",
        *comparison(runs),
        "",
        *targets(runs),
        "",
        "## Every run",
        "",
    ]
    lines += ["Goals as `value (bound)`; no bound is told of goal 2 before goal 1 is proven.", ""]
    lines += ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for run in sorted(runs, key=lambda run: (_order(runs, run), run.seed)):
        lines.append("| " + " | ".join(_told(run, moments)) + " |")
    return "\n".join(lines) + "\n"


def _order(runs: list[Measured], run: Measured) -> int:
    return next(place for place, other in enumerate(runs) if other.kind == run.kind)


def _told(run: Measured, moments: list[float]) -> list[str]:
    proven = run.all_proven if run.complete else None
    wrong = f"{len(run.wrong)} wrong: {run.wrong[0]}" if run.wrong else ""
    return [
        run.kind,
        str(run.seed),
        run.method,
        _seconds(run.build_seconds),
        _seconds(run.first),
        *(_goals(run, at) if at <= run.limit else "" for at in moments),
        _seconds(run.proven_at(2)),
        _seconds(proven),
        "" if run.megabytes is None else str(run.megabytes),
        "; ".join(note for note in (run.note, wrong) if note),
    ]


def _goals(run: Measured, at: float) -> str:
    goals = run.goals(at)
    if goals is None:
        return "none"
    bounds = [run.bound(goal, at) for goal in (1, 2)]
    return ", ".join(
        str(value) if bound is None else f"{value} ({bound})" for value, bound in zip(goals[:2], bounds, strict=True)
    )


def _seconds(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def _circumstances(runs: list[Measured], limits: list[float]) -> list[str]:
    """What was run, when, on what."""
    first, last = min(run.when for run in runs), max(run.when for run in runs)
    instances = {run.instance for run in runs}
    workers = ", ".join(str(count) for count in sorted({run.workers for run in runs}))
    packages = ", ".join(f"{name} {_version(name)}" for name in ("ortools", "highspy"))
    return [
        f"{len(runs)} runs on {len(instances)} instances, {' and '.join(f'{limit:g}' for limit in limits)} s a run, "
        f"{workers} workers each, one run at a time; from {first} to {last}.",
        f"Table written on {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, {packages}.",
    ]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
