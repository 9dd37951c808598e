"""Keep or break: `python -m benchmarks.remedies WORKBOOK... [--clients 60 --seed 1 --short staff]`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generator import SHORTAGES, site
from benchmarks.remedies import Report, report_on
from scheduler.workbook.template import write_workbook


def main() -> None:
    """Print one line per workbook, and each remedy with what became of it."""
    parser = ArgumentParser(prog="python -m benchmarks.remedies", description=__doc__)
    parser.add_argument("workbooks", nargs="*", type=Path)
    parser.add_argument("--clients", type=int, help="also generated sites of so many clients")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", choices=SHORTAGES, action="append", help="of what they are short; default: each")
    parser.add_argument("--time-limit", type=float, default=60)
    parser.add_argument("--explain-limit", type=float, default=30)
    parser.add_argument("--workers", type=int)
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        paths = list(chosen.workbooks)
        for short in (chosen.short or SHORTAGES) if chosen.clients else ():
            path = Path(folder) / f"{chosen.clients} clients short of {short}, seed {chosen.seed}.xlsx"
            write_workbook(path, site(chosen.clients, chosen.seed, short=short), ("All people are invented.",))
            paths.append(path)
        for path in paths:
            _show(report_on(path, chosen.time_limit, chosen.explain_limit, chosen.workers))


def _show(report: Report) -> None:
    print(report.line)
    for kept in report.kept:
        remedy = kept.remedy
        verdict = "kept" if kept.promise else f"BROKEN: met {kept.met_after}, lost {kept.lost}, in vain {kept.missing}"
        print(
            f"  {remedy.number} for {', '.join(remedy.helps)} ({remedy.plans_met_after} met): {remedy.change} {verdict}"
        )
    for reason in report.explanation.reasons:
        print(f"  {reason.subject} {reason.requirement} {reason.detail}: {reason.why}", flush=True)


if __name__ == "__main__":
    main()
