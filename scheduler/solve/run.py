"""One run of the search for a week: its clock, what is proven, the best schedule so far, and its single steps."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from scheduler.domain.outcome import Progress, Settings
from scheduler.domain.rules import Goal, goals_in_order
from scheduler.domain.week import Week
from scheduler.model.options import Options, options_of
from scheduler.solve.alone import Alone
from scheduler.solve.answered import ASKED_SIZE
from scheduler.solve.as_if_alone import first_two_as_if_alone
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort
from scheduler.solve.clock import Clock
from scheduler.solve.coarse import Outline
from scheduler.solve.effort import effort_for, small_to_choose
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.from_outline import Beginning, FromOutline
from scheduler.solve.improve import Improvement
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.least_shortfall import least_shortfall
from scheduler.solve.narrow import Plan, at_times
from scheduler.solve.polish import construct
from scheduler.solve.rounds import FIRST_PATIENCE
from scheduler.solve.work import Work

Report = Callable[[Progress], None]

FIRST_PART = 0.4
"""Of the time limit, for goals 1 and 2 by neighbourhoods."""
CONSTRUCT_PART = 0.5
"""Of the time left, for a schedule of a plan."""
SHORT_PART, SHORT_OF_FEW_PART = 0.05, 0.5
"""Of the limit, for what those who are short could have alone, and the same up to so many clients as are outlined: that
bound is often the proof of the whole."""
AS_IF_ALONE_PART, AS_IF_ALONE_SECONDS = 0.5, 0.0003
FIXED_SECONDS, FIXED_SECONDS_EACH = 2.5, 0.00003
"""Of the time left, for nobody lacking more than alone; at the most so many seconds for each option, or with times
fixed so many seconds and so many more for each: what is not found in twice the time it mostly takes can seldom be."""
LARGE, IN_OUTLINE = 40, 150
"""Clients from which on they come in some at a time, and a week is not outlined for nothing but the bounds of later
goals; and up to which it is outlined at all."""

CLOSING_SECONDS, CLOSING_PART = 2.0, 0.05
"""Kept back of the time limit for what a search still has to do when its time is over."""


def run_of(week: Week, settings: Settings, progress: Report, stop: threading.Event) -> Run:
    """A run that begins now."""
    limit = settings.time_limit - min(CLOSING_SECONDS, CLOSING_PART * settings.time_limit)
    clock = Clock(limit, stop)
    return Run(options_of(week), settings, progress, clock)


class Run:
    """settings, progress, clock, goals: as they are given; best, bounds: what is found and proven so far.

    A run within another has fewer options and the same best schedule; its bounds are its own, or some of them shared.
    """

    def __init__(
        self,
        options: Options,
        settings: Settings,
        progress: Report,
        clock: Clock,
        best: Incumbent | None = None,
        bounds: Bounds | None = None,
    ) -> None:
        self.settings, self.progress, self.clock = settings, progress, clock
        self.goals: tuple[Goal, ...] = goals_in_order(options.week.goal_ranks)
        self.best, self.bounds = best or Incumbent(), bounds or Bounds(self.goals)
        self.told: dict[int, int] = {}
        self.reached = 0.0
        self._prepare(options)

    def _prepare(self, options: Options) -> None:
        self.options = options
        self.alone = Alone(options, self.clock)
        self.improvement = Improvement(
            Work(options, self.goals, self.bounds, self.best, self.settings, self.clock, self.tell, self.alone)
        )

    def choose_rooms(self) -> None:
        """From now on the model chooses the room of each individual session: counting rooms was not enough."""
        self._prepare(replace(self.options, rooms_chosen=True))

    def within(self, options: Options, bounds: Bounds) -> Run:
        """A run with fewer options, within this one: its clock, and the same best schedule."""
        return Run(options, self.settings, self._retell, self.clock, self.best, bounds)

    def at_times(self, plan: Plan) -> Run:
        """A run with the groups at the times of the plan, within this one."""
        return self.within(at_times(self.options, plan), self.bounds.sharing(0))

    def as_if_alone(self) -> None:
        """Goals 1 and 2 as a question, for a part of the time left, and no longer than suits the size of the week."""
        if self.best.schedule is None or self.first_proven():
            return
        self.bound_by_the_short()
        size = self.options.size
        seconds = AS_IF_ALONE_SECONDS * size
        if not self.options.movable and not self.very_large():
            seconds = FIXED_SECONDS + FIXED_SECONDS_EACH * size
        first_two_as_if_alone(self.improvement.work, min(self.clock.share(AS_IF_ALONE_PART), seconds))

    def first_goals(self, seconds: float | None = None, patience: int = FIRST_PATIENCE) -> None:
        """Nearer to the bounds of goals 1 and 2, as long as that is quick; by default for a part of the limit."""
        if self.best.schedule is not None and self.best.schedule.sessions:
            self.bound_by_the_short()
            self.improvement.first_two(self.settings.time_limit * FIRST_PART if seconds is None else seconds, patience)

    def bound_by_the_short(self) -> None:
        """Bounds of goals 1 and 2 from what those who are short at present could have alone."""
        part = SHORT_OF_FEW_PART if self.few() else SHORT_PART
        self.alone.first_two(self.best.short, self.bounds, self.settings.time_limit * part)
        self.bounds.add(1, least_shortfall(self.options, self.bounds.always(0), self.alone.lacking), ())
        self.tell(0)

    def in_outline_for(self, seconds: float, few: Options | None = None, beginning: Beginning | None = None) -> None:
        """Goals 1 and 2 by an outline of a week with its times fixed, for so long at the most.

        few: with these options alone, of which nothing is proven then; beginning: see `FromOutline`.
        """
        if self.best.schedule is None or self.first_proven() or self.clock.over:
            return
        options, bounds = (self.options, self.bounds) if few is None else (few, self.bounds.sharing(0))
        outline = Outline(options, self.goals, bounds, self.effort(), self.clock, first_two_only=True)
        FromOutline(outline, self.improvement.work, self.improvement.rounds, beginning).first_two(seconds)

    def outline(self) -> FromOutline:
        outline = Outline(self.options, self.goals, self.bounds, self.effort(), self.clock)
        return FromOutline(outline, self.improvement.work, self.improvement.rounds)

    def construct(self, plan: Plan, rough: bool = False) -> bool:
        seconds = max(1.0, self.clock.left * CONSTRUCT_PART)
        better = construct(self.options, plan, self.goals, self.best, self.effort(seconds), self.clock, rough)
        if better:
            self.tell(0)
        return better

    def effort(self, seconds: float | None = None) -> Effort:
        return effort_for(self.options, seconds or max(0.1, self.clock.left), self.settings)

    def first_proven(self, goals: int = FIRST_TWO) -> bool:
        return bool(self.best.values) and all(self.bounds.proven(place, self.best.values) for place in range(goals))

    def large(self) -> bool:
        return len(self.options.clients) >= LARGE

    def very_large(self) -> bool:
        return self.options.size > ASKED_SIZE

    def few(self) -> bool:
        return len(self.options.clients) < IN_OUTLINE

    def in_outline(self) -> bool:
        """Of many sessions with times to choose an outline finds less than neighbourhoods do in its time.

        Of few sessions and many clients it is asked where goals 1 and 2 are not proven before it.
        """
        if self.best.schedule is None or not (self.options.movable and self.large()):
            return self.few()
        return small_to_choose(self.options) and not self.first_proven()

    def tell(self, position: int) -> None:
        """Tells of the goal at the position, and of any before it that got better on the way."""
        if self.best.values[0] != self.told.get(0):
            self.reached = self.clock.elapsed
        for place in range(position + 1):
            value = self.best.values[place]
            if place == position or self.told.get(place, value) != value:
                bound = self.bounds.bound(place, self.best.values)
                self.progress(Progress(self.goals[place].title, value, bound, self.clock.elapsed))
            self.told[place] = value

    def _retell(self, told: Progress) -> None:
        """Tells of what a run within this one has got better, with what is known of the bounds here."""
        self.tell(next(place for place, goal in enumerate(self.goals) if goal.title == told.goal))

    def reporter(self, position: int) -> Callable[[int, int], None]:
        """Tells of bounds: the outline's own values are of no schedule yet."""
        title = self.goals[position].title

        def report(value: int, bound: int) -> None:
            known = self.best.values[position] if self.best.values else None
            self.progress(Progress(title, known, max(0, bound), self.clock.elapsed))

        return report
