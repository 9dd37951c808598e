"""Bounds of the later goals at the values reached: with everything before held at them, little is left open.

Where nobody can be far from what he or she could have alone, the outline proves in seconds what it can't of the week as
a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from scheduler.model.build import build, goal_value
from scheduler.solve.call import Effort, call
from scheduler.solve.coarse import WAITING
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.work import Work


def bounds_of_later_goals(work: Work, seconds: float) -> None:
    """Bounds of all later goals that are not proven, in so many seconds on two threads.

    All are asked of the outline, Waiting also of the week with its times, in a thread of its own.
    """
    following = range(FIRST_TWO, len(work.goals))
    asked = [place for place in following if not work.bounds.proven(place, work.best.values)]
    waiting = [place for place in asked if work.goals[place].number == WAITING]
    with ThreadPoolExecutor(max_workers=2) as pool:
        fine = pool.submit(_one_by_one, work, waiting, seconds, coarse=False)
        _one_by_one(work, asked, seconds)
        fine.result()


def _one_by_one(work: Work, places: Sequence[int], seconds: float, coarse: bool = True) -> None:
    until = work.clock.elapsed + seconds
    for number, place in enumerate(places):
        bound_of_later_goal(work, place, (until - work.clock.elapsed) / (len(places) - number), coarse)


def bound_of_later_goal(work: Work, position: int, seconds: float, coarse: bool = True) -> None:
    """A bound of the goal at the position under the present values of those before it; nothing without seconds.

    coarse: from the week in outline, for it is small and its relaxation tight; of waiting it knows what groups and days
    make of it.
    """
    seconds = min(seconds, work.clock.left)
    held = work.best.values[:position]
    if seconds <= 0 or work.clock.over:
        return
    draft = build(work.options, coarse)
    expression = goal_value(draft, work.goals[position].number)
    if isinstance(expression, int):
        work.bounds.add(position, expression, held)
        return
    for goal, most in zip(work.goals, held, strict=False):
        before = goal_value(draft, goal.number)
        if not isinstance(before, int):
            draft.cp.add(before <= most)
    work.alone.post(draft, work.goals, work.best.values, position)
    draft.cp.add(expression <= work.best.values[position])
    draft.cp.minimize(expression)
    work.bounds.add(position, call(draft.cp, Effort(seconds), work.clock.stop).bound, held)
