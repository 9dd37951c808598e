"""Bounds of the later goals at the values reached: with everything before held at them, little is left open.

Where nobody can be far from what he or she could have alone, the week in outline has a tight relaxation, of which cuts
prove in seconds what no search of the whole week does.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from math import ceil

from scheduler.model.build import build, goal_value
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.mip_bound import mip_bound
from scheduler.solve.work import Work

AT_ONCE = 2
"""Goals asked about at the same time."""


def bounds_of_later_goals(work: Work, seconds: float) -> None:
    """Bounds of all later goals that are not proven, in so many seconds; what one does not need is left to the next."""
    until = work.clock.elapsed + seconds
    following = range(FIRST_TWO, len(work.goals))
    asked = [place for place in following if not work.bounds.proven(place, work.best.values)]

    def ask(number: int) -> None:
        turns = ceil((len(asked) - number) / AT_ONCE)
        bound_of_later_goal(work, asked[number], (until - work.clock.elapsed) / turns)

    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        list(pool.map(ask, range(len(asked))))


def bound_of_later_goal(work: Work, position: int, seconds: float) -> None:
    """A bound of the goal at the position under the present values of those before it; nothing without seconds.

    Of waiting the outline knows what groups and days make of it.
    """
    until = work.clock.elapsed + min(seconds, work.clock.left)
    held = work.best.values[:position]
    if work.clock.over or seconds <= 0:
        return
    draft = build(work.options, coarse=True)
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
    work.bounds.add(position, mip_bound(draft.cp, until - work.clock.elapsed, work.clock.stop), held)
