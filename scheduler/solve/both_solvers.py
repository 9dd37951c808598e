"""Goals 1 and 2 of an outline by CP-SAT and by HiGHS at once.

Where not everybody can have what he or she could have alone, as for want of staff, the cuts of HiGHS prove in seconds
which care plans must be missed, and find an outline with all the others, where CP-SAT does neither in a minute. That is
the better at care shortfall, of which HiGHS tells how little it can be.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.schedule import Schedule
from scheduler.model.options import Options
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import POLL, Effort, Report, Stop
from scheduler.solve.clock import Clock
from scheduler.solve.effort import several
from scheduler.solve.first_two import FirstTwo
from scheduler.solve.raced import Raced
from scheduler.solve.search import Search

News = Callable[[], bool]
"""Whether the outline has become better since it was last asked."""
Meanwhile = Callable[[Stop, float, News], Schedule | None]
"""Works on until something is set, it brings nothing, or the time, in seconds of the run, is over; returns the best
schedule."""
Turn = Callable[[float, Raced], object]
"""Works in the outline until the time, in seconds of the run, is over or HiGHS has ended."""

AFRESH_PART = 0.75
"""Of the time, for HiGHS from nothing: what it begins with leads it astray unless that is nearly the best."""
ANOTHER_SECONDS = 5.0
"""For HiGHS by another seed: what it has not found by then takes it long."""
APART_PART = 0.5
"""The same where HiGHS is asked about a draft of its own, with which it then goes on."""
LEAST_SECONDS = 0.5
"""With less time than this nothing is asked."""


class BothSolvers:
    """Works on the search of an outline, which has the best values found at the end.

    rows, asked: a search over the draft that HiGHS is asked about, and its goals, where that is another than CP-SAT's;
    what decides has the same indices in both.
    """

    def __init__(
        self,
        options: Options,
        search: Search,
        goals: FirstTwo,
        bounds: Bounds,
        clock: Clock,
        rows: tuple[Search, FirstTwo] | None = None,
    ) -> None:
        self.options, self.search, self.goals = options, search, goals
        self.bounds, self.clock = bounds, clock
        self.rows, self.asked = rows or (search, goals)
        self.seeds = itertools.count(1)

    @property
    def _apart(self) -> bool:
        """Whether HiGHS is asked about a draft of its own, of which it takes long to prove anything."""
        return self.rows is not self.search

    def go(self, seconds: float, meanwhile: Meanwhile, report: Report | None) -> bool:
        """Goal 1 until it is proven, then goal 2, for so long at the most; True if there is no outline.

        meanwhile: what else to do while HiGHS has begun with nothing.
        """
        until = self.clock.elapsed + seconds
        infeasible = False
        if not self._first_proven():
            best, infeasible = self._afresh(seconds, meanwhile, report)
            if not self._apart and not self._first_proven() and self._left(until):
                infeasible = self._from_best(best, until, report)
        if self._first_proven() and self._left(until) and not self.options.whole:
            self._second(until)
        return infeasible

    def _afresh(self, seconds: float, meanwhile: Meanwhile, report: Report | None) -> tuple[Schedule | None, bool]:
        """HiGHS from nothing; the best schedule then, and whether there is no outline.

        Beside it, whenever there is no more to do meanwhile, HiGHS by other seeds, for chance decides how good the
        first outlines are, and CP-SAT around the best, in turns. Told apart, it goes on beside CP-SAT to the end.
        """
        until = self.clock.elapsed + (APART_PART if self._apart else AFRESH_PART) * seconds
        end = self.clock.elapsed + seconds if self._apart else until
        turns: Iterator[Turn] = itertools.cycle((self._by_another_seed, self._by_several))
        infeasible = False
        with Raced(self.rows.draft, self.asked.expressions[0], end - self.clock.elapsed, self.clock) as raced:
            while (best := meanwhile(raced, until, lambda: self._news(raced))) is not None:
                if raced.is_set() or self._first_proven() or not self._left(until):
                    break
                self._begin_with(best)
                next(turns)(until, raced)
            if self._apart and not self._first_proven() and self._left(end):
                self._begin_with(best)
                infeasible = self._by_several(end, raced, report)
        self._news(raced)
        return best, infeasible

    def _by_another_seed(self, until: float, raced: Raced) -> None:
        """HiGHS twice at once, until one of them has found an outline that is better, or for some seconds."""
        seconds = min(ANOTHER_SECONDS, until - self.clock.elapsed)
        first, seed = self.asked.expressions[0], next(self.seeds)
        with Raced(self.rows.draft, first, seconds, self.clock, seed) as other:
            while self.clock.elapsed < other.until and not (raced.is_set() or other.is_set()):
                if self._news(raced) or self._news(other):
                    break
                time.sleep(POLL)
        self._news(other)

    def _from_best(self, best: Schedule | None, until: float, report: Report | None) -> bool:
        """Around the best that is known, of schedules and outlines; True if there is none."""
        self._begin_with(best)
        first, seconds = self.goals.expressions[0], until - self.clock.elapsed
        with Raced(self.search.draft, first, seconds, self.clock, seed=1, start=self.search.values) as raced:
            infeasible = self._by_several(until, raced, report)
        self._news(raced)
        return infeasible

    def _by_several(self, until: float, raced: Raced, report: Report | None = None) -> bool:
        """Both goals by several kinds of search of CP-SAT, beside HiGHS; True if there is no outline."""
        effort = self._several(until)
        told = self.goals.told(report)
        answer = self.search.minimize(self.goals.both, effort.seconds, told, effort, raced, tight=True)
        self.goals.note(answer, self.search, self.bounds)
        return answer.infeasible

    def _begin_with(self, best: Schedule | None) -> None:
        """From now on from the better of the outline and the schedule, if there is one."""
        known = Search(self.search.draft, self.search.effort, self.clock.stop)
        if best is not None and known.start(best):
            self._offer(known.values, self.goals.both)
        if self.search.values is not None:
            self.search.tighten(self.goals.both)

    def _second(self, until: float) -> None:
        """Goal 2 with goal 1 at its least."""
        first, second = self.goals.expressions
        reached = self.search.value(first)
        self.search.hold(first, reached)
        self.search.tighten(second)
        if self._apart and self.search.values is not None:
            self.rows.offer(self.search.values, self.asked.both)
            self.rows.hold(self.asked.expressions[0], reached)
        effort, goal = self._several(until), self.asked.expressions[1]
        with Raced(self.rows.draft, goal, effort.seconds, self.clock, start=self.rows.values) as raced:
            answer = self.search.minimize(second, effort.seconds, None, effort, raced, tight=True)
        for bound in (answer.bound, raced.answer.bound):
            self.bounds.add(1, bound, (reached,))
        self._offer(raced.answer.values, second)

    def _news(self, raced: Raced) -> bool:
        """Takes over what HiGHS has found of goal 1 since it was last asked; whether the outline is better for it."""
        self.bounds.add(0, raced.answer.bound, ())
        before = self.search.values
        self._offer(raced.news(), self.goals.both)
        return self.search.values is not before

    def _offer(self, values: tuple[int, ...] | None, aim: LinearExprT) -> None:
        """Values found, if any; those of HiGHS may break a rule, for its rows may say less than the model."""
        if values is not None:
            self.search.offer(values, aim)

    def _first_proven(self) -> bool:
        return self.goals.first_proven(self.search, self.bounds)

    def _left(self, until: float) -> bool:
        return not self.clock.over and until - self.clock.elapsed >= LEAST_SECONDS

    def _several(self, until: float) -> Effort:
        return several(self.options, replace(self.search.effort, seconds=until - self.clock.elapsed))
