"""Why each plan is short and what would mend it: the whole explanation of one schedule, within its time."""

from __future__ import annotations

import threading
from collections.abc import Callable

from scheduler.domain.evaluation import Evaluation, Shortfall
from scheduler.domain.explanation import NO_EXPLANATION, Explanation, Reason, Remedy
from scheduler.domain.outcome import Outcome, Progress
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.alone import alone_week, best_alone, plan_possible, sessions_possible
from scheduler.explain.budget import Budget
from scheduler.explain.case import Case, cases_of
from scheduler.explain.lifts import OWN, Kind
from scheduler.explain.promise import met_plans
from scheduler.explain.relaxed import Relaxed, Repair, Wish
from scheduler.explain.remedies import remedies_of
from scheduler.explain.together import possible_together
from scheduler.explain.trial import Tried, tried
from scheduler.explain.why import limit_of, why
from scheduler.verify import evaluate
from scheduler.workbook import Tables

SHARED = frozenset(Kind) - OWN
MOST_WAYS = 3
SECONDS = 5.0
"""Longest single search for a repair."""


def explain(
    tables: Tables,
    week: Week,
    outcome: Outcome,
    seconds: float = 30.0,
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> Explanation:
    """A reason for every shortfall of the outcome's schedule, and tried remedies for those that small changes mend.

    tables: the workbook that the week was read from.
    """
    if outcome.schedule is None:
        return NO_EXPLANATION
    evaluation = evaluate(week, outcome.schedule)
    if not evaluation.shortfalls:
        return NO_EXPLANATION
    return _Explainer(tables, week, outcome, evaluation, outcome.schedule, Budget(seconds, progress, stop)).explained()


class _Explainer:
    """One schedule, its cases, and the remedies that have been tried with success."""

    def __init__(
        self, tables: Tables, week: Week, outcome: Outcome, evaluation: Evaluation, schedule: Schedule, budget: Budget
    ) -> None:
        self.tables, self.week, self.outcome = tables, week, outcome
        self.evaluation, self.schedule, self.budget = evaluation, schedule, budget
        self.met = met_plans(evaluation)
        self.cases = cases_of(evaluation.shortfalls)
        self.tried: list[Tried] = []

    def explained(self) -> Explanation:
        for case in self.cases:
            self._look_alone(case)
        for case in self.cases:
            self._look_together(case)
        searches = {case.subject: self._search([case]) for case in self.cases if not self.budget.over}
        for case in self.cases:
            self._mend(case, searches.get(case.subject), 1)
        self._mend_all()
        for case in self.cases:
            self._mend(case, searches.get(case.subject), MOST_WAYS)
        return self._written()

    def _look_alone(self, case: Case) -> None:
        """What could be with everybody else gone; cheap, and done for every case whatever the time."""
        self.budget.tell(f"Why {case.subject} is short")
        if case.is_group:
            case.alone = sessions_possible(self.week, case.subject, case.needed)
            return
        case.alone = plan_possible(self.week, case.subject)
        if case.alone is False:
            for shortfall in case.shortfalls:
                best = best_alone(self.week, shortfall)
                if best is not None:
                    case.best[shortfall] = best
            self._look_in_the_way(case)

    def _look_in_the_way(self, case: Case) -> None:
        """The client's own cheapest ways out, alone."""
        week = alone_week(self.week, case.subject)
        target = frozenset({case.subject})
        search = Relaxed(week, Schedule(), target, Wish(target), frozenset())
        while len(case.ways) < MOST_WAYS - 1:
            repair = search.cheapest(self.budget.effort(2.0), self.budget.stop)
            if repair is None:
                return
            case.ways.append(repair)
            search.exclude(lift for lift, _ in repair.lifts)

    def _look_together(self, case: Case) -> None:
        """Whether the case could be met beside all that is met now."""
        first = next((goal for goal in self.outcome.goals if goal.number == 1), None)
        if case.alone is False or (first is not None and first.proven):
            case.together = False
        elif not self.budget.over:
            case.together = possible_together(self.week, self.schedule, self._wish([case]), self.budget)

    def _wish(self, cases: list[Case]) -> Wish:
        """All that is met and held now, and the cases."""
        must_run = [group for group in self.week.active_groups if group.must_run]
        held = {g.name: sum(s.group == g.name for s in self.schedule.sessions) for g in must_run}
        held |= {case.subject: case.needed for case in cases if case.is_group}
        clients = {case.subject for case in cases if not case.is_group}
        return Wish(self.met | clients, tuple(sorted(held.items())))

    def _search(self, cases: list[Case], allowed: frozenset[Kind] = frozenset(Kind)) -> Relaxed:
        targets = frozenset(case.subject for case in cases if not case.is_group)
        fixed = frozenset(client.name for client in self.week.active_clients) - targets
        return Relaxed(self.week, self.schedule, targets, self._wish(cases), fixed, allowed)

    def _mend(self, case: Case, search: Relaxed | None, most: int) -> None:
        """Tries the cheapest repairs of one case until so many remedies are found for it."""
        if search is None or case.together or case.exhausted:
            return
        self.budget.tell(f"What would help {case.subject}")
        while self._count(case) < most and not self.budget.over:
            repair = search.cheapest(self.budget.effort(SECONDS), self.budget.stop)
            if repair is None:
                case.exhausted = search.impossible
                return
            if case.alone is not False and len(case.ways) < MOST_WAYS - 1:
                case.ways.append(repair)
            self._try(repair, [case])
            search.exclude(lift for lift, _ in repair.lifts)

    def _count(self, case: Case) -> int:
        return sum(case.subject in each.met or (case.is_group and case.subject not in each.held) for each in self.tried)

    def _mend_all(self) -> None:
        """The smallest set of changes that mends every case that can be mended."""
        cases = [case for case in self.cases if not case.exhausted and not case.together]
        if len(cases) < 2 or self.budget.over:
            return
        self.budget.tell("What would help everybody")
        repair = self._search(cases).cheapest(self.budget.effort(2 * SECONDS), self.budget.stop)
        if repair is not None:
            self._try(repair, cases)

    def _try(self, repair: Repair, cases: list[Case]) -> None:
        wanted = self._wish(cases).clients
        found = tried(self.tables, self.week, repair, wanted, self.budget)
        if found is not None:
            self.tried.append(found)

    def _written(self) -> Explanation:
        remedies = remedies_of(self.tried, self.evaluation, self.schedule)
        limit = limit_of(self.week, self.evaluation, self.outcome)
        reasons = []
        for case in self.cases:
            for shortfall in case.shortfalls:
                reasons.append(self._reason(case, shortfall, limit, remedies))
        return Explanation(tuple(reasons), remedies)

    def _reason(self, case: Case, shortfall: Shortfall, limit: str, remedies: tuple[Remedy, ...]) -> Reason:
        mine = [remedy for remedy in remedies if case.subject in remedy.helps]
        text = why(self.week, self.schedule, case, shortfall, limit)
        return Reason(
            shortfall.subject,
            shortfall.requirement,
            shortfall.detail,
            text,
            _fix(case, mine),
            tuple(remedy.number for remedy in mine),
        )


def _fix(case: Case, remedies: list[Remedy]) -> str:
    if case.together:
        return "Solve again with a longer --time-limit."
    if remedies:
        return " ".join(f"Remedy {remedy.number}: {remedy.change}" for remedy in remedies[:MOST_WAYS])
    kinds = "seats, sessions and days of groups, clinicians' hours and topics, rooms, the client's own limits"
    if case.exhausted:
        return f"No small change mends it. Tried: {kinds}."
    return f"No remedy that is sure to work was found in the time given (--explain-limit). Tried: {kinds}."
