"""Why each plan is short and what would mend it: the whole explanation of one schedule, within its time."""

from __future__ import annotations

import threading
from collections.abc import Callable

from scheduler.domain.evaluation import Shortfall
from scheduler.domain.explanation import NO_EXPLANATION, Explanation, Reason, Remedy
from scheduler.domain.outcome import Outcome, Progress, Settings
from scheduler.domain.week import Week
from scheduler.explain.budget import Budget
from scheduler.explain.case import Case, cases_of
from scheduler.explain.ground import Ground
from scheduler.explain.inquiry import look_alone, look_for_rivals, look_together
from scheduler.explain.mending import Mending
from scheduler.explain.relaxed import Repair
from scheduler.explain.remedies import remedies_of
from scheduler.explain.trial import Trials
from scheduler.explain.whole import Whole
from scheduler.explain.why import limit_of, why
from scheduler.explain.wide_options import Basis
from scheduler.verify import evaluate
from scheduler.workbook import Tables

MOST_NAMED = 3
SOON_PART = 0.15
"""Of the time for explanations: a search that took no longer to come to its value of goal 1 comes by there again."""
WAYS = 2
"""Out of a client's own limits, to be told of; where every remedy has to be solved again there is time for one."""


def explain(
    tables: Tables,
    week: Week,
    outcome: Outcome,
    seconds: float = 30.0,
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
    settings: Settings | None = None,
) -> Explanation:
    """A reason for every shortfall of the outcome's schedule, and tried remedies for those that small changes mend.

    tables: the workbook that the week was read from. settings: with which the outcome was found, and a changed week
    is solved again.
    """
    if outcome.schedule is None:
        return NO_EXPLANATION
    ground = Ground(tables, Basis(week), outcome.schedule, evaluate(week, outcome.schedule))
    cases = cases_of(ground.evaluation.shortfalls)
    if not cases:
        return NO_EXPLANATION
    first = next((goal for goal in outcome.goals if goal.number == 1), None)
    settled = first is not None and first.proven
    budget = Budget(seconds, progress, stop)
    _look(ground, settled, cases, budget)
    trials = Trials(settings or Settings(), outcome.reached)
    soon = settled and outcome.reached <= seconds * SOON_PART
    kept = _settled(ground, cases, trials, budget) if soon else []
    if not soon or trials.failed:
        kept += _open(ground, cases, trials.settings, budget)
    remedies = remedies_of(kept, ground)
    limit = limit_of(week, ground.evaluation, outcome)
    reasons = (_reason(ground, case, shortfall, limit, remedies) for case in cases for shortfall in case.shortfalls)
    return Explanation(tuple(reasons), remedies)


def _settled(ground: Ground, cases: list[Case], trials: Trials, budget: Budget) -> list[Ground]:
    """Remedies where it was proven soon that no more plans can be met."""
    mending = Mending(ground, cases, trials, budget)
    mending.mend_all()
    _look_for_rivals(ground, cases, mending.contested, budget)
    mending.mend_otherwise()
    return mending.kept


def _open(ground: Ground, cases: list[Case], settings: Settings, budget: Budget) -> list[Ground]:
    """Remedies where the search was too short to settle that, or nearly: another one might not come as far."""
    whole = Whole(ground, cases, settings, budget)
    whole.mend_all()
    for case in cases:
        look_together(ground, case, budget)
    _look_for_rivals(ground, cases, whole.contested, budget)
    return whole.kept


def _look(ground: Ground, settled: bool, cases: list[Case], budget: Budget) -> None:
    for case in cases:
        budget.tell(f"Why {case.subject} is short")
        look_alone(ground, case, WAYS if settled else 1, budget)
        if settled:
            case.together = False


def _look_for_rivals(ground: Ground, cases: list[Case], contested: Repair | None, budget: Budget) -> None:
    """What each competes for, or, where there was no time for that, what all together do."""
    rivals = [case for case in cases if case.competes]
    for case in rivals:
        budget.tell(f"What {case.subject} competes for")
        look_for_rivals(ground, case, budget.left / 2 / len(rivals), budget)
        if not case.ways and contested is not None and contested.lifts:
            case.ways.append(contested)


def _reason(ground: Ground, case: Case, shortfall: Shortfall, limit: str, remedies: tuple[Remedy, ...]) -> Reason:
    mine = [remedy for remedy in remedies if case.subject in remedy.helps]
    return Reason(
        shortfall.subject,
        shortfall.requirement,
        shortfall.detail,
        why(ground.week, ground.schedule, case, shortfall, limit),
        _fix(case, mine),
        tuple(remedy.number for remedy in mine),
    )


def _fix(case: Case, remedies: list[Remedy]) -> str:
    found = [f"Remedy {remedy.number}: {remedy.change}" for remedy in remedies[:MOST_NAMED]]
    if case.together:
        return " ".join(["Solve again with a longer --time-limit.", *found])
    if found:
        return " ".join(found)
    kinds = "seats, sessions and days of groups, clinicians' hours and topics, rooms, the client's own limits"
    if case.together is None and not case.ways:
        return "Solve again with a longer --time-limit, or explain it with a longer --explain-limit."
    if case.exhausted and not case.mendable:
        return f"No small change mends it. Tried: {kinds}."
    return f"No remedy that is sure to work was found in the time given (--explain-limit). Tried: {kinds}."
