"""Runs every method on every instance, one at a time, each in its own process, and writes table and plot."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.grown import GROWN, Grown
from benchmarks.instances import BY_TOPICS, QUICK, WHOLE, Instance
from benchmarks.measured import Measured, from_json
from benchmarks.methods import METHODS
from benchmarks.plot import svg
from benchmarks.table import csv_table, markdown

QUICK_SECONDS = 30.0
WHOLE_SECONDS = 300.0
GRACE = 20.0
"""Seconds beyond the limit, and half the limit more, after which a run is ended; checking its schedules included."""
Site = Instance | Grown
SETS: dict[str, tuple[tuple[Site, ...], str]] = {
    "--quick": (QUICK, "one seed of most kinds, 30 s a run, under 20 minutes"),
    "--whole": (WHOLE, "every kind, five seeds, 300 s a run: most of a day"),
    "--topics": (BY_TOPICS, "865 clients with topics in 500 groups, five seeds"),
    "--grown": (GROWN, "eight real programs with more clients, 30 s a run"),
}
ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> None:
    """The command `python -m benchmarks`; runs that the folder holds already are not repeated."""
    chosen = _arguments(arguments)
    chosen.output.mkdir(parents=True, exist_ok=True)
    instances: tuple[Site, ...] = chosen.instances
    limit = chosen.limit or (WHOLE_SECONDS if instances is WHOLE else QUICK_SECONDS)
    if chosen.clients:
        instances = tuple(instance for instance in instances if instance.clients <= chosen.clients)
    log = chosen.output / "runs.jsonl"
    for number, instance in enumerate(instances):
        _measure(instance, number, chosen.methods, limit, chosen.workers, log)
        write_results(chosen.output)
    print(f"{chosen.output / 'table.md'}, table.csv and plot.svg are written.")


def _arguments(arguments: list[str] | None) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    sets = parser.add_mutually_exclusive_group()
    for option, (instances, about) in SETS.items():
        sets.add_argument(option, dest="instances", action="store_const", const=instances, default=QUICK, help=about)
    parser.add_argument("--limit", type=float, help="seconds a run may take, instead of 30 or 300")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="threads of each solver: all cores")
    parser.add_argument("--methods", nargs="+", choices=METHODS, default=list(METHODS))
    parser.add_argument("--clients", type=int, help="leave out larger instances")
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder for runs, table and plot")
    return parser.parse_args(arguments)


def _measure(instance: Site, number: int, methods: list[str], limit: float, workers: int, log: Path) -> None:
    """All methods on one instance, in an order that moves on by one from instance to instance."""
    done = {run.key for run in read_runs(log)}
    turn = number % len(methods)
    with TemporaryDirectory() as folder:
        week = Path(folder) / "week.pickle"
        for method in methods[turn:] + methods[:turn]:
            if (instance.kind, instance.seed, method, limit, workers) in done:
                continue
            if not week.exists():
                week.write_bytes(pickle.dumps(instance.week()))
            run = run_one(instance, method, limit, workers, week)
            with log.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(run.as_json()) + "\n")
            print(f"{instance.name}: {method}: {_short(run)}", flush=True)


def run_one(instance: Site, method: str, limit: float, workers: int, week: Path) -> Measured:
    """One run in a process of its own, ended if it does not end by itself."""
    when = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    result = week.with_name("result.json")
    result.unlink(missing_ok=True)
    command = [sys.executable, "-m", "benchmarks.one_run", str(week), method, str(limit), str(workers), str(result)]
    note = ""
    try:
        ended = subprocess.run(command, cwd=ROOT, timeout=limit * 1.5 + GRACE, capture_output=True, text=True)
        if ended.returncode:
            note = f"ended with {ended.returncode}: {' '.join(ended.stderr.split()[-12:])}"
    except subprocess.TimeoutExpired:
        note = f"no answer {limit / 2 + GRACE:.0f} s after the limit"
    known = {"kind": instance.kind, "seed": instance.seed, "method": method, "limit": limit, "workers": workers}
    if note or not result.exists():
        return Measured(**known, when=when, note=note or "no result")  # type: ignore[arg-type]
    return from_json(known | {"when": when} | json.loads(result.read_text(encoding="utf-8")))


def _short(run: Measured) -> str:
    goals = run.goals()
    return run.note or (f"goals 1 and 2 {goals[0]}, {goals[1]}" if goals else "no right schedule")


def read_runs(log: Path) -> list[Measured]:
    """The runs of a folder, in the order in which they were made."""
    if not log.exists():
        return []
    return [from_json(json.loads(line)) for line in log.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_results(folder: Path) -> None:
    """table.csv, table.md and plot.svg from the folder's runs."""
    runs = read_runs(folder / "runs.jsonl")
    if not runs:
        return
    (folder / "table.csv").write_text(csv_table(runs), encoding="utf-8", newline="")
    (folder / "table.md").write_text(markdown(runs), encoding="utf-8")
    (folder / "plot.svg").write_text(svg(runs), encoding="utf-8")
