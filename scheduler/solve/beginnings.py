"""Where a run begins: with the schedule that is known, with the empty one, or by letting everybody in, one by one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from scheduler.domain.schedule import Schedule
from scheduler.model.draft import SlotKey
from scheduler.solve.call import Stop
from scheduler.solve.effort import small_to_choose
from scheduler.solve.narrow import Plan, plan_of
from scheduler.solve.polish import bare_schedule, take_over
from scheduler.solve.retimed import Retimed
from scheduler.solve.run import Run
from scheduler.solve.seating import Seating
from scheduler.solve.staffing import staffed
from scheduler.solve.timetable.attempts import Attempts

FILL_PART = 0.65
"""Of the time limit, for filling a large site."""
STAFFING_PART = 0.3
"""Of the time left, for who leads what, where sessions have their times."""
TIMETABLE_PART, AT_TIMES_PART = 0.05, 0.6
"""Of the limit, for a timetable where times can be chosen; of the time left in the end, for goals 1 and 2 at its times,
or those at which groups are then."""
RELAXATION_PART, BRIEFLY_PART, RETIMED_PART = 0.7, 0.2, 0.5
"""Of the time left in between, for goals 1 and 2 by the relaxation of an outline of all times, for both by an outline
at the times of a timetable, and for groups at other times than these."""
FIRST_GOAL_PART, FIRST_GOAL_SECONDS = 0.25, 3.0
"""The same for goal 1 by itself by the outline of a small week, and with how little it is not asked for: of a larger
week, and in less time, the timetable leads further."""


def begin(run: Run, start: Schedule | None) -> bool:
    """Begins with a schedule that is known, or what is left of it; else with the empty one, right without locks.

    Returns whether there is a schedule worth starting from.
    """
    known = start or run.options.week.previous
    if known is not None and take_over(run.options, run.goals, run.best, known, run.effort()):
        run.tell(0)
        return True
    if bare_schedule(run.options, run.goals, run.best, run.effort(), run.clock):
        run.tell(0)
    return known is not None and run.construct(plan_of(run.options, known), rough=True)


def fill(run: Run, wanted: Collection[SlotKey] = (), stop: Stop | None = None) -> None:
    """A first schedule of all clients, and before that one of the first.

    wanted: sessions to be staffed first; stop: ends it without a schedule of the others, once set.
    """
    until = run.clock.elapsed + run.settings.time_limit * FILL_PART
    effort = replace(run.effort(run.clock.share(STAFFING_PART)), workers=1, quick=True)
    plan = staffed(run.options, effort, run.clock, wanted)
    seating = Seating(run.options, plan, run.clock, until - run.clock.elapsed)
    for number, plan in enumerate(seating.fill(), start=1):
        if stop is not None and stop.is_set():
            return
        if run.best.schedule is None and number.bit_count() == 1:
            # After 1, 2, 4, 8 ... times some: what does not fit yet seldom fits with a few clients more.
            run.construct(plan, rough=True)
    run.construct(seating.plan, rough=True)


def by_timetable(run: Run) -> tuple[Plan, Run]:
    """A first schedule at the times of a timetable; that timetable, and the run at its times."""
    attempts = Attempts(run.options, run.goals, run.alone, run.bounds, run.clock)
    timetable = attempts.best(run.settings.time_limit * TIMETABLE_PART)
    fixed = run.at_times(timetable)
    fill(fixed, timetable.leaders)
    return timetable, fixed


def at_chosen_times(run: Run) -> None:
    """A week with times to choose begins with a timetable, and goes on at its times until that is all it gives.

    With times given everything goes several times faster; what is proven then says nothing of other times.
    """
    timetable, fixed = by_timetable(run)
    run.as_if_alone()
    if run.first_proven() or run.best.schedule is None:
        # If proven, maybe at other times, of which the week at the timetable's knows nothing.
        return
    fixed.as_if_alone()
    if run.few() and not run.first_proven():
        run.outline().by_relaxation(run.clock.share(RELAXATION_PART))
    if run.first_proven():
        return
    retimed = Retimed(run.improvement.work, timetable)
    run.at_times(retimed.plan).in_outline_for(run.clock.share(BRIEFLY_PART))
    run.bound_by_the_short()
    seconds = run.clock.share(FIRST_GOAL_PART)
    if small_to_choose(run.options) and seconds >= FIRST_GOAL_SECONDS:
        # It has its outline next, and then the whole of it is searched.
        run.outline().first_goal(seconds)
        run.bound_by_the_short()
        return
    retimed.go(run.clock.share(RETIMED_PART))
    run.at_times(retimed.plan).first_goals(run.clock.share(AT_TIMES_PART))
