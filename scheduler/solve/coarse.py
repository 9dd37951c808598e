"""The week in outline: groups, seats, clinicians and rooms, with meetings on a day but at no time yet.

Small and tight, so that its linear relaxation proves the first goals of whole programs in seconds; and a relaxation of
the whole problem, so that what it proves holds for every schedule.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scheduler.domain.rules import Goal
from scheduler.domain.schedule import Schedule
from scheduler.model.build import build
from scheduler.model.draft import SlotKey
from scheduler.model.options import Options
from scheduler.solve.both_solvers import BothSolvers, Meanwhile
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort, Report
from scheduler.solve.clock import Clock
from scheduler.solve.effort import of_two, several, small
from scheduler.solve.first_two import FIRST_TWO, FirstTwo
from scheduler.solve.held_anyway import held_anyway
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.narrow import Plan
from scheduler.solve.outlined import given_plan, open_plan
from scheduler.solve.search import Search
from scheduler.solve.told_apart import few_times
from scheduler.solve.values import value_of

PLAIN_WORK, TO_CHOOSE_WORK = 3.0, 0.5
"""How much more work a search without relaxation may do, for it does more of it in a second; and how much less with
times to choose, where other searches soon find a better plan."""
ALONE_PART = 0.12
"""Part of the time in which one worker tries to prove the first two goals before others help it."""
FIRST_PART, FIRST_SECONDS, SECOND_SECONDS = 0.5, 6.0, 2.0
"""The same with times to choose: for the first by itself, no more than so many seconds, and if it is proven so many
more for both."""
MORE_PART = 0.4
"""Part of the time left, with times to choose, for more workers before HiGHS begins."""
Found = Callable[[], None]
"""Told that a search has ended."""


class Outline:
    """The coarse draft of a week and the search over it; values are those of the goals worked on so far.

    first_two_only: it will not be asked about later goals.
    """

    def __init__(
        self,
        options: Options,
        goals: tuple[Goal, ...],
        bounds: Bounds,
        effort: Effort,
        clock: Clock,
        first_two_only: bool = False,
    ) -> None:
        self.options, self.goals, self.bounds, self.clock = options, goals, bounds, clock
        self.anyway = held_anyway(options) if first_two_only else frozenset[SlotKey]()
        self.search = Search(build(options, coarse=True, held_anyway=self.anyway), effort, clock.stop)
        self.draft = self.search.draft
        self.both = FirstTwo(self.draft, goals)
        self.values: tuple[int, ...] = ()
        self.begun = False
        self.infeasible = False

    def begin(self, schedule: Schedule) -> None:
        """Begins, and stays, with a schedule that is worth it."""
        self.begun = self.search.start(schedule)

    def sketch(self, work: float, seconds: float) -> Plan | None:
        """A first plan after a little work on the first two goals; None without one."""
        both = self.both.both
        leaning = replace(self.search.effort, seconds=seconds, work=work)
        plain = replace(
            leaning,
            workers=1,
            linearization=0,
            quick=True,
            work=(TO_CHOOSE_WORK if self.options.movable else PLAIN_WORK) * work,
        )
        answer = self.search.minimize(both, seconds, effort=plain if self.options.movable else leaning)
        if answer.values is None and not answer.infeasible:
            answer = self.search.minimize(both, seconds, effort=plain)
        self.infeasible = answer.infeasible
        return self.plan() if answer.values is not None else None

    def by_workers(self, seconds: float, report: Report | None = None, found: Found = lambda: None) -> None:
        """Goals 1 and 2 by CP-SAT alone, for a part of the time: by one worker, where that may prove them.

        With times to choose then by two, from the best that has the first, or from nothing by eight. found: called in
        between, whenever there may be a better plan.
        """
        self.both.know(self.bounds)
        alone, until = replace(self.search.effort, seconds=seconds * ALONE_PART), self.clock.elapsed + seconds
        if not self.options.movable:
            if small(self.options) and alone.workers == 1:
                self._minimized(alone, report)
            return
        first_proven = self._first_by_itself(min(FIRST_PART * seconds, FIRST_SECONDS), report)
        if first_proven:
            self._minimized(replace(alone, seconds=min(alone.seconds, SECOND_SECONDS)), report)
        found()
        if self._first_two_known():
            return
        left = MORE_PART * (until - self.clock.elapsed)
        if first_proven:
            self._minimized(of_two(replace(alone, seconds=left)), report)
        else:
            self._by_several(left, report)

    def _first_by_itself(self, seconds: float, report: Report | None) -> bool:
        """Goal 1 by one worker, who proves it sooner than both, and held then; whether it is."""
        first, effort = self.both.expressions[0], replace(self.search.effort, workers=1, linearization=0)
        answer = self.search.minimize(first, seconds, report, replace(effort, seconds=seconds))
        self.bounds.add(0, answer.bound, ())
        self.infeasible = answer.infeasible
        if answer.proven:
            self.search.hold(first)
        return answer.proven

    def first_two(self, seconds: float, meanwhile: Meanwhile, report: Report | None = None) -> None:
        """Goals 1 and 2, unless they are known, by several kinds of search and by HiGHS.

        meanwhile: what else to do for them while HiGHS has begun with nothing.
        """
        until = self.clock.elapsed + seconds
        self.both.know(self.bounds)
        if not self._first_two_known():
            if not few_times(self.options):
                # Of sessions that may have several times, too many to be told apart, HiGHS knows too little.
                self._by_several(until - self.clock.elapsed, report)
            else:
                rows = self._told_apart() if self.options.movable else None
                both = BothSolvers(self.options, self.search, self.both, self.bounds, self.clock, rows)
                self.infeasible = both.go(until - self.clock.elapsed, meanwhile, report)
        if self.search.values is None:
            return
        self.values = self.first_two_reached()
        for expression, value in zip(self.both.expressions, self.values, strict=True):
            self.search.hold(expression, value)

    def by_relaxation(self, best: Incumbent, seconds: float) -> None:
        """Goals 1 and 2 by two workers who know the linear relaxation, for as long as it has more to say than is known.

        Where many plans can't be met for want of clinicians, rooms or clients, that proves in seconds which, even with
        times to choose.
        """
        first, second = (self.bounds.bound(place, best.values) for place in range(FIRST_TWO))
        proven = self.bounds.proven(0, best.values)
        known = self.both.weight * first + (second if proven else self.both.weight - 1)
        self._minimized(of_two(replace(self.search.effort, seconds=seconds), known), None)
        self.values = self.first_two_reached()

    def _told_apart(self) -> tuple[Search, FirstTwo]:
        """What HiGHS is asked about where sessions have times to choose, of which CP-SAT's draft has intervals."""
        search = Search(
            build(self.options, coarse=True, apart=True, held_anyway=self.anyway), self.search.effort, self.clock.stop
        )
        goals = FirstTwo(search.draft, self.goals)
        goals.know(self.bounds)
        return search, goals

    def _first_two_known(self) -> bool:
        """Whether no more is to be found out about them, or there is no time to."""
        return self.infeasible or self.both.proven(self.search, self.bounds) or self.clock.over

    def first_two_reached(self) -> tuple[int, ...]:
        """Goals 1 and 2 of the present plan; none without one."""
        return self.both.values(self.search) if self.search.values is not None else ()

    def _minimized(self, effort: Effort, report: Report | None) -> None:
        answer = self.search.minimize(self.both.both, effort.seconds, self.both.told(report), effort)
        self.both.note(answer, self.search, self.bounds)
        self.infeasible = answer.infeasible

    def first_by_several(self, seconds: float) -> None:
        """Goal 1 by itself, from nothing: where seats, rooms and clinicians are short, a bound far above what each
        client could have alone, and soon a plan near it."""
        self.both.know(self.bounds)
        before, first = self._from_nothing(), self.both.expressions[0]
        answer = self.search.minimize(first, seconds, effort=self._several(seconds))
        self.bounds.add(0, answer.bound, ())
        self._keep_better(before)

    def _by_several(self, seconds: float, report: Report | None) -> None:
        """Several kinds of search; around a beginning that one worker was stuck with they would stay."""
        before = self.search.values if self.begun else self._from_nothing()
        self._minimized(self._several(seconds), report)
        self._keep_better(before)

    def _several(self, seconds: float) -> Effort:
        return several(self.options, replace(self.search.effort, seconds=seconds))

    def _from_nothing(self) -> tuple[int, ...] | None:
        """The next search begins with nothing; the values so far."""
        before, self.search.values = self.search.values, None
        self.search.hint({})
        return before

    def _keep_better(self, before: tuple[int, ...] | None) -> None:
        """The better of the values of goals 1 and 2 before a search and after it."""
        after, both = self.search.values, self.both.both
        if before is not None and (after is None or value_of(both, before) <= value_of(both, after)):
            self.search.values = before

    def plan(self, as_given: bool = False) -> Plan:
        """The outline's present plan; as_given: with its own meetings and leaders, else with any."""
        values = self.search.values or ()
        return given_plan(self.draft, values) if as_given else open_plan(self.draft, values)
