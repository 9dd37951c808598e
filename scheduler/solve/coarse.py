"""The week in outline: groups, seats, clinicians and rooms, with meetings on a day but at no time yet.

Small and tight, so that its linear relaxation proves the first goals of whole programs in seconds; and a relaxation of
the whole problem, so that what it proves holds for every schedule.
"""

from __future__ import annotations

from dataclasses import replace

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.rules import Goal
from scheduler.domain.schedule import Schedule
from scheduler.model.build import build, goal_value
from scheduler.model.options import Options
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Answer, Effort, Report
from scheduler.solve.clock import Clock
from scheduler.solve.effort import several
from scheduler.solve.first_two import FirstTwo
from scheduler.solve.hint import deciding
from scheduler.solve.narrow import Plan
from scheduler.solve.outlined import given_plan, open_plan
from scheduler.solve.raced import raced
from scheduler.solve.search import Search
from scheduler.solve.values import value_of

PLAIN_WORK = 3.0
"""How much more work a search without relaxation may do, for it does more of it in a second."""
ALONE_PART = 0.12
"""Part of the time in which one worker tries to prove the first two goals before several help it."""
WAITING = 6
"""The goal that an outline knows only from below: it has no times of meetings."""
UNKNOWN = 10**9
"""Held at no value at all."""


class Outline:
    """The coarse draft of a week and the search over it; values are those of the goals worked on so far."""

    def __init__(self, options: Options, goals: tuple[Goal, ...], bounds: Bounds, effort: Effort, clock: Clock) -> None:
        self.options, self.goals, self.bounds, self.clock = options, goals, bounds, clock
        self.search = Search(build(options, coarse=True), effort, clock.stop)
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
        plain = replace(leaning, workers=1, linearization=0, quick=True, work=PLAIN_WORK * work)
        answer = self.search.minimize(both, seconds, effort=plain if self.options.movable else leaning)
        if answer.values is None and not answer.infeasible:
            answer = self.search.minimize(both, seconds, effort=plain)
        self.infeasible = answer.infeasible
        return self.plan() if answer.values is not None else None

    def first_two(self, seconds: float, report: Report | None = None, schedule: Schedule | None = None) -> None:
        """Goals 1 and 2: one worker first, then several kinds of search, and HiGHS.

        schedule: the best that is known, which a search for better ones need not stay with.
        """
        until = self.clock.elapsed + seconds
        self.both.know(self.bounds)
        if not self._by_one_worker(seconds * ALONE_PART, report) and not self.clock.over and not self.infeasible:
            self._by_both_solvers(until, report, schedule)
        if self.search.values is None:
            return
        self.values = self.both.values(self.search)
        for expression, value in zip(self.both.expressions, self.values, strict=True):
            self.search.hold(expression, value)

    def _by_one_worker(self, seconds: float, report: Report | None) -> bool:
        """True: both goals are proven."""
        if self.search.effort.workers > 1:
            return False
        return self._note(self.search.minimize(self.both.both, seconds, self.both.told(report))).proven

    def _note(self, answer: Answer) -> Answer:
        """Notes what a search for both goals proves."""
        self.infeasible = answer.infeasible and self.search.values is None
        if self.search.values is not None:
            self.both.note(answer, self.both.values(self.search), self.bounds)
        return answer

    def _by_both_solvers(self, until: float, report: Report | None, schedule: Schedule | None) -> None:
        """Several kinds of search, while HiGHS works on goal 1; once that is proven, both on goal 2."""
        first, second = self.both.expressions
        start = self._values_of(schedule)
        before = self.search.values
        if not self.begun:
            # Around a beginning that one worker was stuck with they would stay.
            self.search.values = None
            self.search.hint({})
        effort = replace(self.search.effort, seconds=max(0.1, until - self.clock.elapsed), workers=1)
        found = raced(self.search, self.both.both, first, start, effort, self.clock, self.both.told(report))
        self._keep_better(before)
        self._note(found.answer)
        self.bounds.add(0, found.mip.bound, ())
        if found.answer.proven or self.search.values is None or self.clock.over or isinstance(second, int):
            return
        reached = self.search.value(first)
        self.search.hold(first, reached)
        found = raced(self.search, second, second, self._tight(second), self._several(until), self.clock)
        for bound in (found.answer.bound, found.mip.bound):
            self.bounds.add(1, bound, (reached,))

    def _several(self, until: float) -> Effort:
        seconds = max(0.1, until - self.clock.elapsed)
        return several(self.options, replace(self.search.effort, seconds=seconds))

    def _keep_better(self, before: tuple[int, ...] | None) -> None:
        """Values from before, where a search has found none that are better."""
        after, both = self.search.values, self.both.both
        if before is not None and (after is None or value_of(both, before) <= value_of(both, after)):
            self.search.values = before

    def _tight(self, expression: LinearExprT) -> tuple[int, ...] | None:
        self.search.tighten(expression)
        return self.search.values

    def _values_of(self, schedule: Schedule | None) -> tuple[int, ...] | None:
        """Values of the draft for a schedule, at its best in goal 1."""
        search = Search(self.draft, self.search.effort, self.clock.stop)
        if schedule is None or not search.start(schedule):
            return None
        search.tighten(self.both.expressions[0])
        return search.values

    def next_goal(self, seconds: float, report: Report | None = None) -> None:
        """Works on the goal after those done, and holds it."""
        position = len(self.values)
        expression = goal_value(self.draft, self.goals[position].number)
        if not isinstance(expression, int):
            answer = self.search.minimize(expression, seconds, report)
            self.bounds.add(position, answer.bound, self.values)
            self.search.hold(expression)
        self.values += (self.search.value(expression),)

    def bounds_beyond(self, position: int, seconds: float) -> None:
        """Bounds of the goals after a position whose own value the outline knows only from below.

        They are found with all goals before held but that one, so that they count whatever becomes of it.
        """
        search = Search(build(self.options, coarse=True), self.search.effort, self.clock.stop)
        known = self.search.values or ()
        search.hint({variable.index: known[variable.index] for variable in deciding(search.draft)})
        held: tuple[int, ...] = (*self.values[:position], UNKNOWN)
        for goal, value in zip(self.goals[:position], self.values, strict=False):
            search.hold(goal_value(search.draft, goal.number), value)
        for place in range(position + 1, len(self.goals)):
            expression = goal_value(search.draft, self.goals[place].number)
            if self.clock.over:
                return
            if isinstance(expression, int):
                held += (expression,)
                continue
            answer = search.minimize(expression, seconds)
            self.bounds.add(place, answer.bound, held)
            if search.values is None:
                return
            search.hold(expression)
            held += (search.value(expression),)

    def plan(self, as_given: bool = False) -> Plan:
        """The outline's present plan; as_given: with its own meetings and leaders, else with any."""
        values = self.search.values or ()
        return given_plan(self.draft, values) if as_given else open_plan(self.draft, values)
