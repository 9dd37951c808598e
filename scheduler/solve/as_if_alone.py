"""Everybody at once as well off in a goal as each could be alone: questions about the whole week.

Whether that can be has no objective, so that the solver answers in seconds what takes neighbourhoods many rounds to
come near. It says nothing of the goals after, which are worked on then.
"""

from __future__ import annotations

from scheduler.model.build import build, goal_value
from scheduler.model.draft import Draft
from scheduler.model.goals import OF_CLIENT
from scheduler.solve.answered import Limits, answered, found_at_times, time_to_build
from scheduler.solve.coarse import WAITING
from scheduler.solve.narrow import plan_of, with_times_of
from scheduler.solve.outlined import given_plan
from scheduler.solve.work import Work

PRESENT_PART, OUTLINE_PART = 0.4, 0.5
"""Of the time, for the week at its present times where others are to choose, and of what is left then, for the outline
with what is held at its present times, and after it for that of all times."""


def first_two_as_if_alone(work: Work, seconds: float) -> bool:
    """Whether a schedule was found in which nobody lacks more than he or she would alone, which is then the best.

    Where staff or rooms are short there is none. Of those who are short in the best schedule it must be known what they
    could have alone.
    """
    return _found(work, (work.bounds.always(0), sum(work.alone.least[2].values())), seconds)


def all_as_if_alone(work: Work, position: int, seconds: float) -> bool:
    """Whether a better schedule was found, in which everybody has the least of the later goal at the position.

    Of waiting it is not asked: with nobody else there nearly everybody could do without, all together hardly ever.
    """
    goal = work.goals[position]
    if goal.number not in OF_CLIENT or goal.number == WAITING or work.bounds.proven(position, work.best.values):
        return False
    least = sum(work.alone.least.get(goal.number, {}).values())
    return _found(work, (*work.best.values[:position], least), seconds)


def as_alone(work: Work, values: tuple[int, ...]) -> Limits:
    """No schedule beyond these values of the first goals, and nobody beyond what he or she could have alone, where they
    are the sum of that."""

    def post(draft: Draft) -> None:
        for goal, value in zip(work.goals, values, strict=False):
            expression = goal_value(draft, goal.number)
            if not isinstance(expression, int):
                draft.cp.add(expression <= value)
        work.alone.post(draft, work.goals, values, len(values))

    return post


def _found(work: Work, values: tuple[int, ...], seconds: float) -> bool:
    """Whether a schedule of these values was found: at the present times, or else at those of an outline of them."""
    limits, position, until = as_alone(work, values), len(values) - 1, work.clock.elapsed + seconds
    plan = plan_of(work.options, work.best.schedule_found)
    if not work.options.movable:
        return found_at_times(work, plan, limits, position, until)
    if found_at_times(work, plan, limits, position, work.clock.elapsed + PRESENT_PART * seconds):
        return True
    for options in (with_times_of(work.options, plan), work.options):
        if not time_to_build(work, options, until):
            return False
        outline = answered(build(options, coarse=True), limits, work, OUTLINE_PART * (until - work.clock.elapsed))
        if outline.values is None:
            continue
        if found_at_times(work, given_plan(outline.draft, outline.values), limits, position, until):
            return True
    return False
