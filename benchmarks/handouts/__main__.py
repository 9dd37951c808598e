"""Hand-outs in all kinds and formats: `python -m benchmarks.handouts [--clients 40 120] [--seed 1]`."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from datetime import UTC, datetime

from benchmarks.instances import Instance
from benchmarks.methods.greedy_coordinator import run as fill_by_hand
from scheduler.report.handouts.files import handout_files
from scheduler.verify import evaluate


def main() -> None:
    """Prints a line for each site, of a week filled as it is by hand, for how it was found makes no difference."""
    parser = ArgumentParser(prog="python -m benchmarks.handouts", description=__doc__)
    parser.add_argument("--clients", type=int, nargs="+", default=[40, 120])
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    for clients in chosen.clients:
        week = Instance(clients, chosen.seed).week()
        schedule = fill_by_hand(week, seconds=60.0, workers=1).found[-1].schedule
        evaluation = evaluate(week, schedule)
        began, before = time.perf_counter(), time.process_time()
        files = handout_files(week, schedule, evaluation, datetime.now(UTC))
        seconds, of_processor = time.perf_counter() - began, time.process_time() - before
        print(f"{clients} clients: {len(files)} files in {seconds:.1f} s, {of_processor:.1f} s of processor time.")


if __name__ == "__main__":
    main()
