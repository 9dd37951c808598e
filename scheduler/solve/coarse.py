"""The week in outline: groups, seats, clinicians and rooms, with meetings on a day but at no time yet.

Small and tight, so that its linear relaxation proves the first goals of whole programs in seconds; and a relaxation of
the whole problem, so that what it proves holds for every schedule.
"""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.rules import Goal
from scheduler.domain.schedule import Schedule
from scheduler.model.build import build, goal_value
from scheduler.model.options import Options
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import NO_ANSWER, Answer, Effort, Report
from scheduler.solve.clock import Clock
from scheduler.solve.effort import several
from scheduler.solve.first_two import FirstTwo
from scheduler.solve.hint import deciding
from scheduler.solve.narrow import Plan
from scheduler.solve.outlined import given_plan, open_plan
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

    def first_two(self, seconds: float, report: Report | None = None) -> None:
        """Goals 1 and 2: one worker first, then several kinds of search."""
        first_two, tell = self.both, self.both.told(report)
        first_two.know(self.bounds)
        first = self.search.effort
        answer = NO_ANSWER
        if first.workers == 1:
            answer = self.search.minimize(first_two.both, seconds * ALONE_PART, tell)
            seconds *= 1 - ALONE_PART
        if not answer.proven and not answer.infeasible and not self.clock.over:
            answer = self._by_several(answer, seconds, tell)
        if self.search.values is None:
            self.infeasible = answer.infeasible
            return
        self.values = first_two.values(self.search)
        first_two.note(answer, self.values, self.bounds)
        for expression, value in zip(first_two.expressions, self.values, strict=True):
            self.search.hold(expression, value)

    def _by_several(self, known: Answer, seconds: float, tell: Report | None) -> Answer:
        """Several kinds of search; around a beginning that one worker was stuck with they would stay."""
        before = self.search.values
        if not self.begun:
            self.search.values = None
            self.search.hint({})
        effort = several(self.options, replace(self.search.effort, seconds=seconds))
        answer = self.search.minimize(self.both.both, seconds, tell, effort)
        after = self.search.values
        if before is not None and (
            after is None or value_of(self.both.both, before) <= value_of(self.both.both, after)
        ):
            self.search.values = before
        bounds = [bound for bound in (known.bound, answer.bound) if bound is not None]
        return replace(answer, bound=max(bounds, default=None))

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
