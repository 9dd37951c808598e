"""Remedies where the search could not settle who has to be short: for all of them, solved again until they hold."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.outcome import Settings
from scheduler.explain.budget import Budget
from scheduler.explain.case import Case, cases_of
from scheduler.explain.ground import Ground
from scheduler.explain.inquiry import note
from scheduler.explain.lifts import PERSONAL, SHARED, Kind
from scheduler.explain.promise import rest_is_hopeless
from scheduler.explain.question import mended
from scheduler.explain.relaxed import Repair
from scheduler.explain.trial import solved_again

AT_ONCE = 8
"""Clients who are mended by one search, which finds what helps several; more are mended one after another, a second or
so each even on a large site, where one search for all would find nothing in the time."""
SECONDS = 5.0
MENDING_PART, AT_ONCE_PART = 0.75, 0.25
"""Parts of the time that is left for finding changes for one after another, and for all at once before that."""
TRIAL_SECONDS, TRIAL_PART, FIRST_TRIAL_PART = 0.15, 0.9, 0.6
"""Longest trial, for each client and as a part of the time that is left, which after the first is to do for another: a
week with room to spare is solved sooner."""
SPARE, SPARE_PART = 2, 2
"""Room beyond the least that would do, at least, and one for so many who compete; doubled whenever that was too little:
a tight week is solved late, or never."""


class Whole:
    """Tries remedies that leave nobody to compete.

    In such a week another search leaves others short. Only once all who compete are met, and nobody else could be,
    does every search that is good enough come to the same plans; whether it is, solving again shows. kept: every
    ground of which it did. contested: what all rivals together have too little of, if it was found.
    """

    def __init__(self, ground: Ground, cases: list[Case], settings: Settings, budget: Budget) -> None:
        self.ground, self.settings, self.budget = ground, settings, budget
        self.own = [case for case in cases if case.alone is False]
        self.rivals = [case for case in cases if case.alone is not False]
        self.spare = max(SPARE, len(self.rivals) // SPARE_PART)
        self.kept: list[Ground] = []
        self.contested: Repair | None = None

    def mend_all(self) -> None:
        """All who compete, then, upon that, the others: all of them, and each."""
        self.budget.tell("What would help all who compete")
        home = self._holding(self._all_met(self.ground, self.rivals), FIRST_TRIAL_PART) if self.rivals else self.ground
        if home is None:
            return
        self.budget.tell("What would help all others")
        self._holding(self._as_many_met(home))
        for case in self.own if len(self.own) > 1 else ():
            self.budget.tell(f"What would help {case.subject}")
            self._holding(self._met_by(home, [case], PERSONAL))

    def _all_met(self, ground: Ground, cases: list[Case]) -> Ground | None:
        """The ground after changes with which all the cases are met.

        By what others may use, too, where that is possible: it leaves room for the next, and for the search.
        """
        if 1 < len(cases) <= AT_ONCE:
            found = self._met_too(ground, cases, SHARED, self.budget.left * AT_ONCE_PART)
            if found is not None:
                return found
        until = self.budget.left * (1 - MENDING_PART)
        open_cases, postponed = list(cases), False
        while open_cases:
            left: list[Case] = []
            for case in open_cases:
                further = self._met_by(ground, [case], SHARED) if self.budget.left > until else None
                ground = further or ground
                if further is None:
                    left.append(case)
            if (postponed and left) or self.budget.left <= until:
                # What did not help the first time may, once there is more room for the others; but no third time.
                return None if left else ground
            open_cases, postponed = left, True
        return ground

    def _as_many_met(self, home: Ground) -> Ground | None:
        """Those of the others who can be helped at all, by their own limits if that will do."""
        ground = home
        for case in self.own:
            ground = self._met_by(ground, [case], PERSONAL) or ground
        return ground if ground is not home else None

    def _met_by(self, ground: Ground, cases: list[Case], first: frozenset[Kind]) -> Ground | None:
        """By the changes to be tried first where that is possible, else by any."""
        return self._met_too(ground, cases, first) or self._met_too(ground, cases)

    def _met_too(
        self, ground: Ground, cases: list[Case], allowed: frozenset[Kind] = frozenset(Kind), seconds: float = SECONDS
    ) -> Ground | None:
        """The ground after the cheapest changes with which the cases are met too."""
        found = mended(ground, cases, allowed, min(SECONDS, seconds), self.budget, self.spare)
        if found is None:
            return None
        repair, after = found
        if all(case in self.rivals for case in cases):
            self._contest(repair.of_kinds(SHARED))
        for case in cases:
            case.mendable = True
            if len(cases) == 1 and not case.ways and (repair.lifts or not ground.cells):
                # What one lacks once others have what they lack is what it competes for, too.
                note(ground, case, repair)
        return after

    def _contest(self, repair: Repair) -> None:
        """Notes what rivals have too little of, with what those before them had."""
        before = self.contested.lifts if self.contested is not None else ()
        self.contested = replace(repair, lifts=tuple(sorted({*before, *repair.lifts})))

    def _holding(self, ground: Ground | None, part: float = TRIAL_PART) -> Ground | None:
        """The ground, changed further until solving it again keeps its promise; None if it never does."""
        while ground is not None and self.budget.left > 1 and rest_is_hopeless(ground):
            self.budget.tell(f"Solving again with {ground.sentences[0] if ground.sentences else 'nothing changed'}")
            most = TRIAL_SECONDS * len(ground.week.active_clients)
            again = solved_again(ground, self.settings, min(self.budget.left * part, most), self.budget)
            if again is None:
                return None
            short = [case for case in cases_of(again.evaluation.shortfalls) if _promised(ground, case)]
            if not short:
                self.kept.append(again)
                return again
            self.spare *= 2
            ground = self._all_met(again, short)
        return None


def _promised(ground: Ground, case: Case) -> bool:
    return case.subject not in ground.lacking if case.is_group else case.subject in ground.met
