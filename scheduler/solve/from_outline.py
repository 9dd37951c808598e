"""Schedules of an outline: of every one that is better in goals 1 and 2 as soon as it is found, and of the last.

HiGHS mostly has a good outline in the first second, long before it has the best; what becomes of it is what
neighbourhoods go on from.
"""

from __future__ import annotations

from collections.abc import Callable

from scheduler.domain.schedule import Schedule
from scheduler.model.build import build
from scheduler.solve.both_solvers import News
from scheduler.solve.call import Report, Stop
from scheduler.solve.coarse import Outline
from scheduler.solve.effort import effort_for
from scheduler.solve.first_two import FIRST_TWO, FirstTwo
from scheduler.solve.outline_later import bounds_beyond, next_goal
from scheduler.solve.polish import held_search, realize, taken_over
from scheduler.solve.raced import Raced
from scheduler.solve.rounds import Rounds
from scheduler.solve.told_apart import WAITING
from scheduler.solve.work import Work

Beginning = Callable[[Stop], None]
"""Finds a first schedule until something is set."""

PATIENCE = 5
"""Rounds of neighbourhoods in a row that may bring nothing while HiGHS is at work; then several kinds of search go on
in the outline itself."""
LATER_PART, BEYOND_PART = 0.1, 0.03
"""Of the time left, for each later goal of the outline up to Waiting, and for the bounds of those after it."""
LATER_SECONDS = 0.5
"""What each of these has at the least."""
WHOLE_SIZE = 60_000
"""Options up to which HiGHS knows enough of the whole week in a few seconds."""
REALIZE_PART = 0.5
"""Of the time left, for a schedule of an outline."""


class FromOutline:
    """Works on an outline of the week and makes schedules of it. tried: of what values of the outline last.

    beginning: what to do first while HiGHS is at work, where there is no schedule yet that is worth going on from.
    """

    def __init__(self, outline: Outline, work: Work, rounds: Rounds, beginning: Beginning | None = None) -> None:
        self.outline, self.work, self.rounds, self.beginning = outline, work, rounds, beginning
        self.tried: tuple[int, ...] | None = None

    def first_two(self, seconds: float, report: Report | None = None) -> None:
        """Goals 1 and 2, for so long at the most; a schedule that is there becomes as good, if there are times."""
        until = self.work.clock.elapsed + seconds
        self.outline.by_workers(seconds, report, self._realize_if_better)
        self._realize_if_better()
        self.outline.first_two(until - self.work.clock.elapsed, self._meanwhile, report)
        self._realize_if_better()

    def by_relaxation(self, seconds: float) -> None:
        """The same by the linear relaxation, unless that has nothing to say."""
        self.outline.by_relaxation(self.work.best, seconds)
        self._realize_if_better()

    def first_goal(self, seconds: float) -> None:
        """Goal 1 by itself, from nothing, by several kinds of search."""
        self.outline.first_by_several(seconds)
        self._realize_if_better()

    def with_times(self, seconds: float) -> None:
        """Goal 1 of the whole week by HiGHS, from the best schedule so far, for so long at the most.

        Where a plan of the outline has no times for all of its meetings, another one as good mostly has.
        """
        work, until = self.work, self.work.clock.elapsed + seconds
        if work.options.size > WHOLE_SIZE or work.clock.over or work.bounds.proven(0, work.best.values):
            return
        effort = effort_for(work.options, seconds, work.settings)
        search = held_search(build(work.options), work.goals, 0, work.best, effort, work.clock)
        if search is None:
            return
        goals = FirstTwo(search.draft, work.goals)
        goals.know(work.bounds)
        search.tighten(goals.both)
        left = until - work.clock.elapsed
        with Raced(search.draft, goals.expressions[0], left, work.clock, start=search.values) as raced:
            self._meanwhile(raced, until, lambda: False)
        work.bounds.add(0, raced.answer.bound, ())
        if raced.answer.values is not None:
            search.offer(raced.answer.values, goals.both)
            taken_over(search, work, 0)

    def later(self, reporter: Callable[[int], Report]) -> None:
        """The goals after them up to Waiting, a schedule of that, and bounds of the goals beyond."""
        outline, best, clock = self.outline, self.work.best, self.work.clock
        waiting = self.work.place_of(WAITING)
        waiting = len(self.work.goals) if waiting is None else waiting
        while 0 < len(outline.values) < waiting and not clock.over:
            next_goal(outline, max(LATER_SECONDS, clock.share(LATER_PART)), reporter(len(outline.values)))
        reached = best.values[: len(outline.values)]
        if outline.values and (not reached or outline.values < reached) and not clock.over:
            self._realize()
        if len(outline.values) == waiting < len(self.work.goals):
            bounds_beyond(outline, waiting, max(LATER_SECONDS, clock.share(BEYOND_PART)))

    def _meanwhile(self, stop: Stop, until: float, news: News) -> Schedule | None:
        """Neighbourhoods for goals 1 and 2 until something is set, the time is over or they bring nothing."""
        best, fruitless = self.work.best, 0
        if self.beginning is not None:
            beginning, self.beginning = self.beginning, None
            beginning(stop)
        self._realize_if_better()
        while best.schedule is not None:
            before = best.values[:FIRST_TWO]
            ended = stop.is_set() or self.work.clock.elapsed >= until
            if news():
                self._realize_if_better()
            position = self.work.bounds.first_open(best.values)
            if ended or fruitless >= PATIENCE or position is None or position >= FIRST_TWO:
                break
            self.rounds.go(position, until, most=1)
            fruitless = 0 if best.values[:FIRST_TWO] < before else fruitless + 1
        return best.schedule

    def _realize_if_better(self) -> None:
        """Soon rather than well, if there is a schedule and the outline is better in goals 1 and 2."""
        reached, values = self.outline.first_two_reached(), self.work.best.values
        if self.tried is self.outline.search.values:
            return
        self.tried = self.outline.search.values
        if reached and values and reached < values[:FIRST_TWO] and not self.work.clock.over:
            self._realize(rough=True)

    def _realize(self, rough: bool = False) -> None:
        work, outline = self.work, self.outline
        effort = effort_for(work.options, max(1.0, work.clock.share(REALIZE_PART)), work.settings)
        given, any_time = outline.plan(as_given=True), outline.plan()
        aim = outline.first_two_reached()
        if realize(work.options, given, any_time.meetings, aim, work.goals, work.best, effort, work.clock, rough):
            work.tell(0)
