"""Remedies for the cases: those who compete all together first, the others upon that, then further ways."""

from __future__ import annotations

from scheduler.explain.budget import Budget
from scheduler.explain.case import Case
from scheduler.explain.ground import Ground, gains
from scheduler.explain.inquiry import note
from scheduler.explain.lifts import SHARED, Kind
from scheduler.explain.promise import no_other_is_as_good, rest_is_hopeless
from scheduler.explain.question import mended, search_for, time_to_ask
from scheduler.explain.relaxed import Relaxed, Repair
from scheduler.explain.trial import Trials

SECONDS = 5.0
"""Longest single search for a repair."""
MOST_WAYS = 3
MOST_RIVALS = 20
"""More than so many who compete are a sign that the search for the schedule was cut short, not of a small lack."""


class Mending:
    """Tries repairs of one ground, and keeps those whose promise is certain.

    Who gets the last seat is open as long as several want it. So one who competes can be promised a plan only
    together with all rivals, and anybody else only upon that. kept: every ground whose promise is certain, and was kept
    by solving again.
    contested: what all rivals together have too little of, if it was found.
    """

    def __init__(self, ground: Ground, cases: list[Case], trials: Trials, budget: Budget) -> None:
        self.ground, self.trials, self.budget = ground, trials, budget
        self.cases = [case for case in cases if not case.together]
        self.rivals = [case for case in self.cases if case.competes]
        self.kept: list[Ground] = []
        self.searches: dict[str, Relaxed] = {}
        self.contested: Repair | None = None

    def mend_all(self) -> None:
        """One remedy at least for each case, where one is found."""
        home = self._mend_rivals()
        self._mend_each(home, [case for case in self.cases if case not in self.rivals])

    def mend_otherwise(self) -> None:
        """Further ways for each case, first for those that have none."""
        for most in (1, MOST_WAYS):
            for case in self.cases:
                self._mend_otherwise(case, most)

    def _mend_rivals(self) -> Ground:
        """The ground on which all who compete are met; as it is where there are none or nothing helps them all."""
        if not self.rivals or len(self.rivals) > MOST_RIVALS:
            return self.ground
        self.budget.tell("What would help all who compete")
        found = (
            self._mended(self.ground, self.rivals, self.budget.left / 3, SHARED)
            or self._mended(self.ground, self.rivals, self.budget.left / 3)
            or self._mended_one_by_one(self.rivals)
        )
        if found is None:
            return self.ground
        for case in self.rivals:
            case.mendable = True
        self._keep(found)
        return found

    def _mended_one_by_one(self, cases: list[Case]) -> Ground | None:
        ground = self.ground
        for case in cases:
            further = self._mended(ground, [case], SECONDS)
            if further is None:
                return None
            ground = further
        return ground

    def _mend_each(self, home: Ground, cases: list[Case]) -> None:
        """Each of the cases upon the home ground, and all of them one upon the other."""
        all_mended = home
        for case in cases:
            self.budget.tell(f"What would help {case.subject}")
            found = self._mended(home, [case], SECONDS)
            if found is None:
                continue
            case.mendable = True
            self._keep(found)
            further = found if all_mended is home else self._mended(all_mended, [case], SECONDS)
            all_mended = further or all_mended
        if all_mended is not home:
            self._keep(all_mended)

    def _mended(
        self, ground: Ground, cases: list[Case], seconds: float, allowed: frozenset[Kind] = frozenset(Kind)
    ) -> Ground | None:
        """The ground after the cheapest repair that is found for all the cases at once; nothing met before is lost."""
        found = mended(ground, cases, allowed, seconds, self.budget)
        if found is None:
            return None
        repair, after = found
        if cases == self.rivals:
            self.contested = repair.of_kinds(SHARED)
        return after

    def _mend_otherwise(self, case: Case, most: int) -> None:
        """Further repairs of one case alone, until so many remedies help it."""
        tries = 0
        while self._count(case) < most and tries < MOST_WAYS and not case.exhausted and self._time_to_ask():
            self.budget.tell(f"What would help {case.subject}")
            if case.subject not in self.searches:
                self.searches[case.subject] = search_for(self.ground, [case])
            search = self.searches[case.subject]
            repair = search.cheapest(self.budget.effort(SECONDS), self.budget.stop)
            if repair is None:
                case.exhausted = search.impossible
                return
            case.mendable = True
            if not repair.lifts:
                note(self.ground, case, repair)
                return
            after = self.ground.after(repair)
            if after is not None and gains(self.ground, after, [case]):
                self._keep(after)
            search.exclude(lift for lift, _ in repair.lifts)
            tries += 1

    def _time_to_ask(self) -> bool:
        return time_to_ask(self.ground.week, self.budget)

    def _count(self, case: Case) -> int:
        return sum(not self._lacks(ground, case) for ground in self.kept)

    def _keep(self, ground: Ground) -> None:
        """Keeps the ground if its promise is certain, with all who are helped by the same changes."""
        if not rest_is_hopeless(ground):
            ground = self._with_all_helped(ground)
        if not ground.cells or any(ground.cells == other.cells for other in self.kept):
            return
        certain = rest_is_hopeless(ground) or no_other_is_as_good(ground, self.budget)
        if certain and self.trials.holds(ground, self.budget):
            self.kept.append(ground)

    def _with_all_helped(self, ground: Ground) -> Ground:
        """The same changes, with a schedule that also meets those who need no further change."""
        for case in self.cases:
            if self._lacks(ground, case) and self._time_to_ask():
                search = search_for(ground, [case], frozenset())
                repair = search.cheapest(self.budget.effort(SECONDS / 2), self.budget.stop)
                after = ground.after(repair) if repair is not None else None
                ground = after if after is not None and gains(ground, after, [case]) else ground
        return ground

    def _lacks(self, ground: Ground, case: Case) -> bool:
        return case.subject in ground.lacking if case.is_group else case.subject not in ground.met
