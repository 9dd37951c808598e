"""Do remedies keep their promise? Each is applied to the workbook, and the file solved again from nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from scheduler.domain.evaluation import Evaluation
from scheduler.domain.explanation import Explanation, Remedy
from scheduler.domain.outcome import Settings
from scheduler.domain.rules import Requirement
from scheduler.explain import explain
from scheduler.explain.changed_file import write_changed
from scheduler.solve import solve
from scheduler.verify import evaluate
from scheduler.workbook import Tables, assemble, open_workbook, read_week


@dataclass(frozen=True)
class Kept:
    """One remedy after its week was solved again. lost: clients met before and not now; missing: helped in vain."""

    remedy: Remedy
    met_after: int
    lost: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def promise(self) -> bool:
        return not self.lost and not self.missing and self.met_after == self.remedy.plans_met_after


@dataclass(frozen=True)
class Report:
    """One workbook: its plans, its explanation, and each remedy applied."""

    workbook: Path
    evaluation: Evaluation
    explanation: Explanation
    seconds: float
    kept: tuple[Kept, ...]

    @property
    def line(self) -> str:
        """The row of the table."""
        shortfalls = self.evaluation.shortfalls
        reasons = [self.explanation.reason_for(s) for s in shortfalls]
        met = sum(account.met for account in self.evaluation.accounts)
        return (
            f"{self.workbook.stem:<40} plans {met}/{len(self.evaluation.accounts)}  shortfalls {len(shortfalls)}  "
            f"with reason {sum(r is not None and bool(r.why) for r in reasons)}  "
            f"with remedy {sum(r is not None and bool(r.remedies) for r in reasons)}  "
            f"remedies {len(self.explanation.remedies)}  promises kept {sum(k.promise for k in self.kept)}  "
            f"explained in {self.seconds:.0f} s"
        )


def report_on(workbook: Path, time_limit: float, explain_limit: float, workers: int | None = None) -> Report:
    """Solves, explains, and applies every remedy to a copy of the workbook that is solved from the file."""
    tables = open_workbook(workbook)
    week = read_week(workbook)
    settings = Settings(time_limit, workers)
    outcome = solve(week, settings)
    if outcome.schedule is None:
        raise SystemExit(f"{workbook}: {outcome.status}")
    began = monotonic()
    explanation = explain(tables, week, outcome, explain_limit, settings=settings)
    seconds = monotonic() - began
    before = evaluate(week, outcome.schedule)
    kept = tuple(_applied(workbook, tables, before, remedy, settings) for remedy in explanation.remedies)
    return Report(workbook, before, explanation, seconds, kept)


def _applied(workbook: Path, tables: Tables, before: Evaluation, remedy: Remedy, settings: Settings) -> Kept:
    with TemporaryDirectory() as folder:
        changed = Path(folder) / "changed.xlsx"
        write_changed(workbook, changed, tables, remedy.cells)
        reading = assemble(open_workbook(changed))
        if reading.week is None:
            raise SystemExit(f"{workbook}, remedy {remedy.number}: {reading.issues}")
        outcome = solve(reading.week, settings)
    if outcome.schedule is None:
        return Kept(remedy, 0, (), remedy.helps)
    after = evaluate(reading.week, outcome.schedule)
    lost = (_met(before) - _met(after)) | (_lacking(after) - _lacking(before))
    lacking = _lacking(after) | {account.client for account in after.accounts if not account.met}
    return Kept(remedy, len(_met(after)), tuple(sorted(lost)), tuple(sorted(set(remedy.helps) & lacking)))


def _met(evaluation: Evaluation) -> set[str]:
    """The clients whose plan is met."""
    return {account.client for account in evaluation.accounts if account.met}


def _lacking(evaluation: Evaluation) -> set[str]:
    """The Must run groups that are not held in full."""
    return {s.subject for s in evaluation.shortfalls if s.requirement is Requirement.MUST_RUN}
