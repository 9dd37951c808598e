"""Solves a week: an outline with bounds, a first schedule, then better and better ones, goal after goal."""

from __future__ import annotations

import threading

from scheduler.domain.outcome import Outcome, Settings, SolveStatus
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.solve.beginnings import at_chosen_times, begin, by_timetable, fill
from scheduler.solve.effort import small_to_choose
from scheduler.solve.few_sessions import few_of_many, mostly_sessions
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.handing_out import RoomsShort
from scheduler.solve.held_anyway import mostly_held_anyway
from scheduler.solve.needed import goals_alike, needed_if_few
from scheduler.solve.polish import first_schedule
from scheduler.solve.rounds import FIRST_PATIENCE
from scheduler.solve.run import Report, Run, run_of
from scheduler.solve.whole_groups import first_goal_alike, taken_whole

SKETCH_WORK, SKETCH_PART = 2.0, 0.2
"""For a sketch of an outline, the latter a part of the time limit."""
BEFORE_OUTLINE_PART, BEFORE_OUTLINE_PATIENCE = 0.001, 8
"""Of the time limit for each client, for goals 1 and 2 by neighbourhoods, and those in a row that may fail, where a
week begins with a schedule that is known and its outline is still to come."""
OF_MANY_PART, OF_GIVEN_PART = 0.6, 0.75
"""Of the time left, for goals 1 and 2 by the outline of a site for which it is not asked about later goals, and the
same where its timetable, clinicians and rooms are given."""
FIRST_TWO_PART = 0.5
"""Of the time left, for goals 1 and 2 of the outline."""
WITH_TIMES_PART = 0.25
"""Of the time left, for goal 1 of the whole week by HiGHS after its outline, with times fixed."""
AFTER_OUTLINE_PART, AFTER_OUTLINE_PATIENCE = 0.5, 8
"""Of the time left after an outline that has not settled them, for goals 1 and 2 by neighbourhoods again, and those in
a row that may fail where a week is small and eight workers then go on with the whole of it."""
NEEDED_PART, WHOLE_PART, OF_WHOLE_PART = 0.7, 0.8, 0.9
"""Of the time left, for what care plans ask for alone, where that is little of what there is; for goal 1 with groups
attended whole; and of that for its outline."""


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
    run = run_of(week, settings or Settings(), progress or (lambda _: None), stop or threading.Event())
    try:
        return _outcome(run, start)
    except RoomsShort:
        run.choose_rooms()
        return _outcome(run, start)


def _outcome(run: Run, start: Schedule | None) -> Outcome:
    with run.clock.keeping_back(run.improvement.seconds_at_the_end()):
        clash = _search(run, start)
    if clash:
        return Outcome(SolveStatus.CLASH, None, (), run.clock.elapsed)
    if run.best.schedule is None:
        return Outcome(SolveStatus.INTERRUPTED, None, (), run.clock.elapsed, True)
    run.improvement.last_turns()
    results = run.bounds.results(run.best.values)
    stopped = run.clock.stop.is_set()
    return Outcome(SolveStatus.SOLVED, run.best.schedule, results, run.clock.elapsed, stopped, run.reached)


def _search(run: Run, start: Schedule | None) -> bool:
    """Everything but the last turns; True: a clash."""
    clash = False
    if start is not None or not _among_needed(run):
        clash = _to_first_two(run, start)
    if clash or run.best.schedule is None:
        return clash
    run.bound_by_the_short()
    run.improvement.run()
    return False


def _to_first_two(run: Run, start: Schedule | None) -> bool:
    """A schedule, as good as can be in goals 1 and 2; True: a clash."""
    begun = known = begin(run, start)
    clash = False
    if not begun:
        begun = _in_whole_groups(run) or _begun_with_many(run)
    if run.in_outline():
        # Unless it has begun with a schedule that is known, only the bounds.
        part = BEFORE_OUTLINE_PART * len(run.options.clients) if known and not run.options.movable else 0
        run.first_goals(run.settings.time_limit * part, BEFORE_OUTLINE_PATIENCE)
        if not run.first_proven() or not run.large():
            clash = _from_outline(run, begun, known)
            patience = AFTER_OUTLINE_PATIENCE if small_to_choose(run.options) else FIRST_PATIENCE
            run.first_goals(run.clock.share(AFTER_OUTLINE_PART), patience)
    else:
        run.first_goals()
        if known and not run.options.movable and not run.very_large():
            run.in_outline_for(run.clock.share(OF_MANY_PART))
        elif run.very_large() and not known:
            run.as_if_alone()
    if run.best.schedule is None and not clash:
        clash = first_schedule(run.options, run.goals, run.best, run.effort(), run.clock).infeasible
    return clash


def _begun_with_many(run: Run) -> bool:
    """A first schedule where many clients come in some at a time; whether there is one."""
    if not run.large():
        return False
    if run.options.movable:
        at_chosen_times(run)
    elif mostly_sessions(run.options) and mostly_held_anyway(run.options):
        _outlined_at_once(run, OF_GIVEN_PART)
    else:
        fill(run)
        if not run.very_large():
            run.as_if_alone()
            if not run.few():
                run.in_outline_for(run.clock.share(OF_MANY_PART))
    return run.best.schedule is not None


def _outlined_at_once(run: Run, part: float) -> None:
    """Goals 1 and 2 by HiGHS while clients come in: of a timetable that is given it mostly has the best in seconds.

    With few sessions for each client to choose from, where there are more than can be outlined.
    """
    few = few_of_many(run.options, run.settings.seed)
    run.in_outline_for(run.clock.share(part), few, lambda stop: fill(run, stop=stop))
    if run.best.schedule is None or not run.best.schedule.sessions:
        fill(run)


def _among_needed(run: Run) -> bool:
    """The same with what care plans ask for alone, if that is little of what there is; whether there is a schedule
    then. Not from a schedule that is given, which may hold what nothing asks for."""
    needed = needed_if_few(run.options)
    if needed is None:
        return False
    bounds = run.bounds.sharing(goals_alike(run.options, needed, run.goals))
    with run.clock.keeping_back(run.clock.share(1 - NEEDED_PART)):
        _search(run.within(needed, bounds), None)
    return run.best.schedule is not None


def _in_whole_groups(run: Run) -> bool:
    """Goal 1 with groups attended whole or not at all, where that is mostly all that counts; whether there is a
    schedule then."""
    whole = taken_whole(run.options)
    if whole is None:
        return False
    with run.clock.keeping_back(run.clock.share(1 - WHOLE_PART)):
        within = run.within(whole, run.bounds.sharing(1 if first_goal_alike(run.options, whole) else 0))
        _outlined_at_once(within, OF_WHOLE_PART)
        if not run.first_proven(1):
            within.first_goals()
    return run.best.schedule is not None


def _from_outline(run: Run, begun: bool, known: bool) -> bool:
    """A first schedule from a timetable and a sketch, a better one from the outline with its first goals proven.

    True: a clash.

    known: what it has begun with was there before this run, and the week had better not move far from it.
    """
    if not begun and run.options.movable:
        by_timetable(run)
    following = run.outline()
    outline = following.outline
    if not begun:
        plan = outline.sketch(SKETCH_WORK, run.settings.time_limit * SKETCH_PART)
        if plan is not None:
            run.construct(plan, rough=True)
            run.bound_by_the_short()
    if outline.infeasible or run.clock.over:
        return outline.infeasible
    if known or run.first_proven(FIRST_TWO if run.options.movable else 1):
        # Else from nothing: a search around a schedule that is not the best seldom leaves it.
        outline.begin(run.best.schedule_found)
    following.first_two(max(0.1, run.clock.share(FIRST_TWO_PART)), run.reporter(0))
    if run.best.values and not run.options.movable:
        following.with_times(run.clock.share(WITH_TIMES_PART))
    if not run.best.values or (run.first_proven() and outline.values <= run.best.values[:FIRST_TWO]):
        # Else what it has to say of later goals speaks of schedules worse than the one that is there or will be.
        following.later(run.reporter)
    return outline.infeasible
