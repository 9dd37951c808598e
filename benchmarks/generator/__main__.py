"""Write a generated site: `python -m benchmarks.generator --clients 120 --seed 3 --times half -o FILE`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from benchmarks.generator import SHORTAGES, TIMES, site
from scheduler.workbook.template import write_workbook

ABOUT = ("A generated site. All people are invented: no client, clinician or room of this workbook exists.",)


def main() -> None:
    """Read the arguments and write the workbook."""
    parser = ArgumentParser(prog="python -m benchmarks.generator", description=__doc__)
    parser.add_argument("--clients", type=int, required=True, help="number of clients, 10 to 1,000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", choices=TIMES, default="fixed", help="start times of groups given, half given, free")
    parser.add_argument("--short", choices=SHORTAGES, help="what the site has too little of")
    parser.add_argument("--holiday", action="store_true", help="Thanksgiving week")
    parser.add_argument("-o", "--output", type=Path, required=True)
    chosen = parser.parse_args()
    sheets = site(chosen.clients, chosen.seed, chosen.times, chosen.short, chosen.holiday)
    write_workbook(chosen.output, sheets, ABOUT)
    print(f"{chosen.output}: {chosen.clients} clients, {len(sheets['Groups'])} groups")


if __name__ == "__main__":
    main()
