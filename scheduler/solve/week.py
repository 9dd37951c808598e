"""Solves a week: an outline with bounds, a first schedule, then better and better ones, goal after goal."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import replace

from scheduler.domain.outcome import Outcome, Progress, Settings, SolveStatus
from scheduler.domain.rules import Goal, goals_in_order
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.model.draft import SlotKey
from scheduler.model.options import Options, options_of
from scheduler.solve.alone import Alone
from scheduler.solve.answered import ASKED_SIZE
from scheduler.solve.as_if_alone import first_two_as_if_alone
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort
from scheduler.solve.clock import Clock
from scheduler.solve.coarse import Outline
from scheduler.solve.effort import effort_for
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.from_outline import FromOutline
from scheduler.solve.handing_out import RoomsShort
from scheduler.solve.improve import Improvement
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.narrow import Plan, at_times, plan_of
from scheduler.solve.needed import goals_alike, needed_if_few
from scheduler.solve.polish import bare_schedule, construct, first_schedule, take_over
from scheduler.solve.retimed import Retimed
from scheduler.solve.rounds import FIRST_PATIENCE
from scheduler.solve.seating import Seating
from scheduler.solve.staffing import staffed
from scheduler.solve.timetable.attempts import Attempts
from scheduler.solve.work import Work

Report = Callable[[Progress], None]

SKETCH_WORK, SKETCH_PART = 2.0, 0.2
FILL_PART, FIRST_PART = 0.65, 0.4
"""Parts of the time limit for a sketch, for filling a large site, and for goals 1 and 2 by neighbourhoods."""
STAFFING_PART = 0.3
"""Of the time left, for who leads what, where sessions have their times."""
BEFORE_OUTLINE_PART, BEFORE_OUTLINE_PATIENCE = 0.001, 8
"""The last for each client, and the neighbourhoods in a row that may fail, where a week begins with a schedule that is
known and its outline is still to come."""
BRIEFLY_PART, OF_MANY_PART = 0.2, 0.4
"""Of the time left, for goals 1 and 2 by an outline at the times of a timetable, and by that of a site for which it is
not asked about later goals."""
AFTER_OUTLINE_PART = 0.5
"""Of the time left after an outline that has not settled them, for goals 1 and 2 by neighbourhoods again."""
FIRST_TWO_PART = 0.5
"""Of the time left, for goals 1 and 2 of the outline."""
WITH_TIMES_PART = 0.25
"""Of the time left, for goal 1 of the whole week by HiGHS after its outline, with times fixed."""
CONSTRUCT_PART = 0.5
CLOSING_SECONDS, CLOSING_PART = 2.0, 0.05
"""Kept back of the time limit for what a search still has to do when its time is over."""
SHORT_PART, SHORT_OF_FEW_PART = 0.05, 0.5
"""Of the limit, for what those who are short could have alone, and the same up to so many clients as are outlined: that
bound is often the proof of the whole."""
TIMETABLE_PART, AT_TIMES_PART = 0.05, 0.6
"""Of the limit, for a timetable where times can be chosen; of the time left in the end, for goals 1 and 2 at its times,
or those at which groups are then."""
RETIMED_PART = 0.5
"""Of the time left in between, for groups at other times than the timetable's."""
AS_IF_ALONE_PART, AS_IF_ALONE_SECONDS = 0.5, 0.0003
FIXED_SECONDS, FIXED_SECONDS_EACH = 2.5, 0.00003
"""Of the time left, for nobody lacking more than alone; at the most so many seconds for each option, or with times
fixed so many seconds and so many more for each: what is not found in twice the time it mostly takes can seldom be."""
NEEDED_PART = 0.7
"""Of the time left, for what care plans ask for alone, where that is little of what there is."""
LARGE, IN_OUTLINE = 40, 150
"""Clients from which on they come in some at a time, and a week is not outlined for nothing but the bounds of later
goals; and up to which it is outlined at all."""


def solve(
    week: Week,
    settings: Settings | None = None,
    progress: Report | None = None,
    stop: threading.Event | None = None,
    start: Schedule | None = None,
) -> Outcome:
    """The best schedule found for the week within the settings, with value and bound of each goal.

    progress is called with every better value. stop, once set, ends the search with the best schedule so far. start:
    a schedule to begin with, used if it is right for this week; last week's, if none is given.
    """
    run = _run_of(week, settings or Settings(), progress or (lambda _: None), stop or threading.Event())
    try:
        return run.outcome(start)
    except RoomsShort:
        run.choose_rooms()
        return run.outcome(start)


def _run_of(week: Week, settings: Settings, progress: Report, stop: threading.Event) -> _Run:
    """A run that begins now."""
    limit = settings.time_limit - min(CLOSING_SECONDS, CLOSING_PART * settings.time_limit)
    clock = Clock(limit, stop)
    return _Run(options_of(week), settings, progress, clock)


class _Run:
    """One run: its clock, what is proven, and the best schedule so far."""

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
            Work(options, self.goals, self.bounds, self.best, self.settings, self.clock, self._tell, self.alone)
        )

    def choose_rooms(self) -> None:
        """From now on the model chooses the room of each individual session: counting rooms was not enough."""
        self._prepare(replace(self.options, rooms_chosen=True))

    def outcome(self, start: Schedule | None) -> Outcome:
        with self.clock.keeping_back(self.improvement.seconds_at_the_end()):
            clash = self._search(start)
        if clash:
            return Outcome(SolveStatus.CLASH, None, (), self.clock.elapsed)
        if self.best.schedule is None:
            return Outcome(SolveStatus.INTERRUPTED, None, (), self.clock.elapsed, True)
        self.improvement.last_turns()
        results = self.bounds.results(self.best.values)
        stopped = self.clock.stop.is_set()
        return Outcome(SolveStatus.SOLVED, self.best.schedule, results, self.clock.elapsed, stopped, self.reached)

    def _search(self, start: Schedule | None) -> bool:
        """Everything but the last turns; True: a clash."""
        if start is None and self._among_needed():
            self.improvement.run()
            return False
        begun = known = self._begin(start)
        clash = False
        if not begun and self._large():
            if self.options.movable:
                self._at_chosen_times()
            else:
                self._fill()
                if not self._very_large():
                    self._as_if_alone()
                    if not self._few():
                        self._in_outline_for(self.clock.share(OF_MANY_PART))
            begun = self.best.schedule is not None
        if self._in_outline():
            # Unless it has begun with a schedule that is known, only the bounds.
            part = BEFORE_OUTLINE_PART * len(self.options.clients) if known and not self.options.movable else 0
            self._first_goals(self.settings.time_limit * part, BEFORE_OUTLINE_PATIENCE)
            if not self._first_proven() or not self._large():
                clash = self._from_outline(begun, known)
                self._first_goals(self.clock.share(AFTER_OUTLINE_PART))
        else:
            self._first_goals()
            if self._very_large() and not known:
                self._as_if_alone()
        if self.best.schedule is None and not clash:
            clash = first_schedule(self.options, self.goals, self.best, self._effort(), self.clock).infeasible
        if clash or self.best.schedule is None:
            return clash
        self._bound_by_the_short()
        self.improvement.run()
        return False

    def _among_needed(self) -> bool:
        """The same with what care plans ask for alone, if that is little of what there is; whether there is a schedule
        then. Not from a schedule that is given, which may hold what nothing asks for."""
        needed = needed_if_few(self.options)
        if needed is None:
            return False
        bounds = self.bounds.sharing(goals_alike(self.options, needed, self.goals))
        with self.clock.keeping_back(self.clock.share(1 - NEEDED_PART)):
            self._within(needed, bounds)._search(None)
        if self.best.schedule is None:
            return False
        self._bound_by_the_short()
        return True

    def _begin(self, start: Schedule | None) -> bool:
        """Begins with a schedule that is known, or what is left of it; else with the empty one, right without locks.

        Returns whether there is a schedule worth starting from.
        """
        known = start or self.options.week.previous
        if known is not None and take_over(self.options, self.goals, self.best, known, self._effort()):
            self._tell(0)
            return True
        if bare_schedule(self.options, self.goals, self.best, self._effort(), self.clock):
            self._tell(0)
        return known is not None and self._construct(plan_of(self.options, known), rough=True)

    def _fill(self, wanted: Collection[SlotKey] = ()) -> None:
        """A first schedule of all clients, and before that one of the first. wanted: sessions to be staffed first."""
        until = self.clock.elapsed + self.settings.time_limit * FILL_PART
        effort = replace(self._effort(self.clock.share(STAFFING_PART)), workers=1, quick=True)
        plan = staffed(self.options, effort, self.clock, wanted)
        seating = Seating(self.options, plan, self.clock, until - self.clock.elapsed)
        for number, plan in enumerate(seating.fill(), start=1):
            if self.best.schedule is None and number.bit_count() == 1:
                # After 1, 2, 4, 8 ... times some: what does not fit yet seldom fits with a few clients more.
                self._construct(plan, rough=True)
        self._construct(seating.plan, rough=True)

    def _at_chosen_times(self) -> None:
        """A week with times to choose begins with a timetable, and goes on at its times until that is all it gives.

        With times given everything goes several times faster; what is proven then says nothing of other times.
        """
        attempts = Attempts(self.options, self.goals, self.alone, self.bounds, self.clock)
        timetable = attempts.best(self.settings.time_limit * TIMETABLE_PART)
        fixed = self._at_times(timetable)
        fixed._fill(timetable.leaders)
        self._as_if_alone()
        if self._first_proven() or self.best.schedule is None:
            # If proven, maybe at other times, of which the week at the timetable's knows nothing.
            return
        fixed._as_if_alone()
        fixed._in_outline_for(self.clock.share(BRIEFLY_PART))
        retimed = Retimed(self.improvement.work, timetable)
        self._bound_by_the_short()
        retimed.go(self.clock.share(RETIMED_PART))
        self._at_times(retimed.plan)._first_goals(self.clock.share(AT_TIMES_PART))

    def _in_outline_for(self, seconds: float) -> None:
        """Goals 1 and 2 by an outline of a week with its times fixed, for so long at the most."""
        if self.best.schedule is not None and not self._first_proven() and not self.clock.over:
            self._outline(first_two_only=True).first_two(seconds)

    def _outline(self, first_two_only: bool = False) -> FromOutline:
        outline = Outline(self.options, self.goals, self.bounds, self._effort(), self.clock, first_two_only)
        return FromOutline(outline, self.improvement.work, self.improvement.rounds)

    def _at_times(self, plan: Plan) -> _Run:
        """A run with the groups at the times of the plan, within this one."""
        return self._within(at_times(self.options, plan), Bounds(self.goals))

    def _within(self, options: Options, bounds: Bounds) -> _Run:
        """A run with fewer options, within this one: its clock, and the same best schedule."""
        return _Run(options, self.settings, self._retell, self.clock, self.best, bounds)

    def _retell(self, told: Progress) -> None:
        """Tells of what a run within this one has got better, with what is known of the bounds here."""
        self._tell(next(place for place, goal in enumerate(self.goals) if goal.title == told.goal))

    def _as_if_alone(self) -> None:
        """Goals 1 and 2 as a question, for a part of the time left, and no longer than suits the size of the week."""
        if self.best.schedule is None or self._first_proven():
            return
        self._bound_by_the_short()
        size = self.options.size
        seconds = AS_IF_ALONE_SECONDS * size
        if not self.options.movable and not self._very_large():
            seconds = FIXED_SECONDS + FIXED_SECONDS_EACH * size
        first_two_as_if_alone(self.improvement.work, min(self.clock.share(AS_IF_ALONE_PART), seconds))

    def _first_goals(self, seconds: float | None = None, patience: int = FIRST_PATIENCE) -> None:
        """Nearer to the bounds of goals 1 and 2, as long as that is quick; by default for a part of the limit."""
        if self.best.schedule is not None and self.best.schedule.sessions:
            self._bound_by_the_short()
            self.improvement.first_two(self.settings.time_limit * FIRST_PART if seconds is None else seconds, patience)

    def _bound_by_the_short(self) -> None:
        """Bounds of goals 1 and 2 from what those who are short at present could have alone."""
        part = SHORT_OF_FEW_PART if self._few() else SHORT_PART
        self.alone.first_two(self.best.short, self.bounds, self.settings.time_limit * part)
        self._tell(0)

    def _from_outline(self, begun: bool, known: bool) -> bool:
        """A first schedule from a sketch, a better one from the outline with its first goals proven. True: a clash.

        known: what it has begun with was there before this run, and the week had better not move far from it.
        """
        following = self._outline()
        outline = following.outline
        if not begun:
            plan = outline.sketch(SKETCH_WORK, self.settings.time_limit * SKETCH_PART)
            if plan is not None:
                self._construct(plan, rough=True)
                self._bound_by_the_short()
        if outline.infeasible or self.clock.over:
            return outline.infeasible
        if known or self._first_proven(FIRST_TWO if self.options.movable else 1):
            # Else from nothing: a search around a schedule that is not the best seldom leaves it.
            outline.begin(self.best.schedule_found)
        following.first_two(max(0.1, self.clock.share(FIRST_TWO_PART)), self._reporter(0))
        if self.best.values and not self.options.movable:
            following.with_times(self.clock.share(WITH_TIMES_PART))
        if not self.best.values or outline.values <= self.best.values[:FIRST_TWO]:
            # Else what it has to say of later goals speaks of schedules worse than the one that is there.
            following.later(self._reporter)
        return outline.infeasible

    def _first_proven(self, goals: int = FIRST_TWO) -> bool:
        return bool(self.best.values) and all(self.bounds.proven(place, self.best.values) for place in range(goals))

    def _large(self) -> bool:
        return len(self.options.clients) >= LARGE

    def _very_large(self) -> bool:
        return self.options.size > ASKED_SIZE

    def _in_outline(self) -> bool:
        """Of many sessions with times to choose an outline finds less than neighbourhoods do in its time."""
        return self._few() and (self.best.schedule is None or not (self.options.movable and self._large()))

    def _few(self) -> bool:
        return len(self.options.clients) < IN_OUTLINE

    def _construct(self, plan: Plan, rough: bool = False) -> bool:
        seconds = max(1.0, self.clock.left * CONSTRUCT_PART)
        better = construct(self.options, plan, self.goals, self.best, self._effort(seconds), self.clock, rough)
        if better:
            self._tell(0)
        return better

    def _effort(self, seconds: float | None = None) -> Effort:
        return effort_for(self.options, seconds or max(0.1, self.clock.left), self.settings)

    def _tell(self, position: int) -> None:
        """Tells of the goal at the position, and of any before it that got better on the way."""
        if self.best.values[0] != self.told.get(0):
            self.reached = self.clock.elapsed
        for place in range(position + 1):
            value = self.best.values[place]
            if place == position or self.told.get(place, value) != value:
                bound = self.bounds.bound(place, self.best.values)
                self.progress(Progress(self.goals[place].title, value, bound, self.clock.elapsed))
            self.told[place] = value

    def _reporter(self, position: int) -> Callable[[int, int], None]:
        """Tells of bounds: the outline's own values are of no schedule yet."""
        title = self.goals[position].title

        def report(value: int, bound: int) -> None:
            known = self.best.values[position] if self.best.values else None
            self.progress(Progress(title, known, max(0, bound), self.clock.elapsed))

        return report
