"""`python -m benchmarks.repair --weeks 30`: one line a week, then the sums. Planned weeks stand for what was told."""

from __future__ import annotations

import tempfile
import time
from argparse import ArgumentParser
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from benchmarks.generator import planned_site
from benchmarks.repair.changes import KINDS, changed
from scheduler.domain.changes import Concerns
from scheduler.domain.outcome import Settings
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.repair import Moment, Request, repair
from scheduler.repair.differences import differences
from scheduler.repair.stages import Tally
from scheduler.solve import solve
from scheduler.verify import evaluate
from scheduler.workbook import read_week
from scheduler.workbook.template import write_workbook

TIMES = ("fixed", "half", "free")


@dataclass(frozen=True)
class Result:
    """One week. seconds: of the whole repair; people and changes: as the repair counts them, and by a fresh solve.

    None: the fresh solve found no schedule in its time.
    """

    clients: int
    times: str
    kind: str
    seconds: float
    people: Tally
    changes: Tally
    fresh_people: int | None
    fresh_changes: int | None
    care: tuple[int, int | None]
    right: bool

    def __str__(self) -> str:
        cells = (
            f"{self.clients} {self.times}",
            self.kind,
            f"{self.seconds:.1f}",
            _told(self.people),
            _told(self.changes),
            _or_none(self.fresh_people),
            _or_none(self.fresh_changes),
            f"{self.care[0]} / {_or_none(self.care[1])}",
            "yes" if self.right else "NO",
        )
        return f"| {' | '.join(cells)} |"


def main() -> None:
    """Read the arguments, repair week after week, print as it goes."""
    parser = ArgumentParser(prog="python -m benchmarks.repair", description=__doc__)
    parser.add_argument("--weeks", type=int, default=30)
    parser.add_argument("--time-limit", type=float, default=20.0, help="seconds for a repair")
    parser.add_argument("--fresh-limit", type=float, default=30.0, help="seconds for a fresh solve")
    parser.add_argument("--workers", type=int)
    asked = parser.parse_args()
    print("| week | change | s | people | changes | fresh people | fresh changes | missed, repair / fresh | right |")
    print("|---|---|---|---|---|---|---|---|---|")
    results = []
    for number in range(asked.weeks):
        results.append(
            measured(number, Settings(asked.time_limit, asked.workers), Settings(asked.fresh_limit, asked.workers))
        )
        print(results[-1], flush=True)
    _sums(results)


def measured(number: int, limit: Settings, fresh_limit: Settings) -> Result:
    """The week of this number, repaired and solved afresh."""
    rng = Random(number)
    clients, times, kind = 40 + 10 * rng.randrange(9), TIMES[number % 3], KINDS[number % 4]
    week, told = _week(clients, number, times)
    since = Moment(rng.choice((1, 2)), 12 * 60)
    now, present = changed(week, told, kind, since.day + 1, rng)
    began = time.monotonic()
    repaired = repair(now, present, Request(since, settings=limit))
    seconds = time.monotonic() - began
    mended, fresh = repaired.outcome.schedule, solve(now, fresh_limit).schedule
    assert mended is not None, f"week {number}: {repaired.outcome.status}"
    verified = evaluate(now, mended)
    anew = evaluate(replace(now, previous=present), fresh) if fresh is not None else None
    return Result(
        clients,
        times,
        kind,
        seconds,
        repaired.people,
        repaired.changes,
        None if fresh is None else _people(present, fresh),
        None if anew is None else anew.goals[2],
        (verified.goals[0], None if anew is None else anew.goals[0]),
        set(verified.findings) == set(repaired.breaches),
    )


def _week(clients: int, seed: int, times: str) -> tuple[Week, Schedule]:
    site = planned_site(clients, seed, times)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "week.xlsx"
        write_workbook(path, site.sheets, ("A generated site.",))
        # Locks of the planned week would forbid what a change asks for.
        return replace(read_week(path), locks=()), site.schedule


def _people(before: Schedule, after: Schedule) -> int:
    """Clients and clinicians who are in both and whose own week differs."""
    pairs = [old or new for old, new in differences(before, after)]
    told = {(p.concerns, p.who) for p in pairs if p is not None}
    return sum(concerns in (Concerns.CLIENT, Concerns.CLINICIAN) for concerns, _ in told)


def _told(tally: Tally) -> str:
    return f"{tally.value}" if tally.proven else f"{tally.value} (>= {tally.bound or 0})"


def _or_none(number: int | None) -> str:
    return "none found" if number is None else str(number)


def _sums(results: list[Result]) -> None:
    seconds = sorted(result.seconds for result in results)
    print(f"\nSeconds: median {seconds[len(seconds) // 2]:.1f}, longest {seconds[-1]:.1f}")
    both = [result for result in results if result.fresh_changes is not None]
    for name in ("people", "changes"):
        proven = sum(getattr(result, name).proven for result in results)
        ours = sum(getattr(result, name).value for result in both)
        fresh = sum(getattr(result, f"fresh_{name}") for result in both)
        print(f"{name.capitalize()}: proven least in {proven} of {len(results)}; {ours}, by fresh solves {fresh}")
    print(f"Right: {sum(result.right for result in results)} of {len(results)}")


if __name__ == "__main__":
    main()
