"""Everybody at once as well off in a goal as each could be alone: questions about the whole week.

Whether that can be has no objective, so that the solver answers in seconds what takes neighbourhoods many rounds to
come near. It says nothing of the goals after, which are worked on then.
"""

from __future__ import annotations

from scheduler.model.build import build
from scheduler.model.goals import OF_CLIENT
from scheduler.solve.answered import Limits, answered, found_at_times, time_to_build
from scheduler.solve.narrow import plan_of, with_times_of
from scheduler.solve.outlined import given_plan
from scheduler.solve.told_apart import WAITING
from scheduler.solve.work import Work

PRESENT_PART, OUTLINE_PART = 0.4, 0.5
"""Of the time, for the week at its present times where others are to choose, and of what is left then, for the outline
with what is held at its present times, and after it for that of all times."""


def first_two_as_if_alone(work: Work, seconds: float) -> bool:
    """Whether a schedule was found in which nobody lacks more than he or she would alone, which is then the best.

    Where staff or rooms are short there is none. Of those who are short in the best schedule it must be known what they
    could have alone.
    """
    return _found(work, Limits((work.bounds.always(0), sum(work.alone.least[2].values()))), seconds)


def all_as_if_alone(work: Work, position: int, seconds: float) -> bool:
    """Whether a better schedule was found, in which everybody has the least of the later goal at the position.

    Of waiting it is not asked: with nobody else there nearly everybody could do without, all together hardly ever.
    """
    goal = work.goals[position]
    if goal.number not in OF_CLIENT or goal.number == WAITING or work.bounds.proven(position, work.best.values):
        return False
    least = sum(work.alone.least.get(goal.number, {}).values())
    return _found(work, Limits((*work.best.values[:position], least)), seconds)


def _found(work: Work, limits: Limits, seconds: float) -> bool:
    """Whether a schedule within the limits was found: at the present times, or else at those of an outline of them."""
    until = work.clock.elapsed + seconds
    plan = plan_of(work.options, work.best.schedule_found)
    if not work.options.movable:
        return found_at_times(work, plan, limits, until)
    if found_at_times(work, plan, limits, work.clock.elapsed + PRESENT_PART * seconds):
        return True
    for options in (with_times_of(work.options, plan), work.options):
        if not time_to_build(work, options, until):
            return False
        draft = build(options, coarse=True)
        outline = answered(draft, work, limits, OUTLINE_PART * (until - work.clock.elapsed)).values
        if outline is not None and found_at_times(work, given_plan(draft, outline), limits, until):
            return True
    return False
