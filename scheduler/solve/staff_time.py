"""A bound of goal 8: how little time of facilitators the care that is reached could take, whenever meetings are."""

from __future__ import annotations

from scheduler.model.build import build, goal_value
from scheduler.solve.call import Effort, call
from scheduler.solve.fair_load import STAFF_TIME
from scheduler.solve.work import Work

WORK = 5.0
"""Of the solver's own measure: the relaxation says most of it, and branching adds little."""
PART_MORE = 20
"""Of what is not proven yet, and of the clients, what goals before may get worse by for the sake of those before them,
so that the bound still counts."""


def bound_of_staff_time(work: Work, seconds: float) -> None:
    """A bound of goal 8 under the goals before it, each client's part of them as far as it is proven.

    From the week in outline: of waiting it knows what groups and days make of it. Nothing is done without seconds, or
    where a bound that counts is known already.
    """
    position, values = work.place_of(STAFF_TIME), work.best.values
    seconds = min(seconds, work.clock.left)
    if position is None or work.clock.over or not seconds:
        return
    if not values[position] or work.bounds.bound(position, values):
        return
    draft = build(work.options, coarse=True)
    held = tuple(_at_most(work, place) for place in range(position))
    for goal, most in zip(work.goals, held, strict=False):
        expression = goal_value(draft, goal.number)
        if not isinstance(expression, int):
            draft.cp.add(expression <= most)
    work.alone.post(draft, work.goals, held, position)
    expression = goal_value(draft, STAFF_TIME)
    if isinstance(expression, int):
        work.bounds.add(position, expression, held)
        return
    draft.cp.minimize(expression)
    work.bounds.add(position, call(draft.cp, Effort(seconds, work=WORK), work.clock.stop).bound, held)


def _at_most(work: Work, place: int) -> int:
    """The present value of the goal, and somewhat more unless it is proven."""
    value = work.best.values[place]
    if work.bounds.proven(place, work.best.values):
        return value
    return value + value // PART_MORE + len(work.options.clients) // PART_MORE
