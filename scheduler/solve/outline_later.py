"""The later goals of an outline: one after another, each held once it is worked on, and bounds of those beyond."""

from __future__ import annotations

from scheduler.model.build import build, goal_value
from scheduler.solve.call import Report
from scheduler.solve.coarse import Outline
from scheduler.solve.hint import deciding
from scheduler.solve.search import Search

UNKNOWN = 10**9
"""Held at no value at all."""


def next_goal(outline: Outline, seconds: float, report: Report | None = None) -> None:
    """Works on the goal after those done, and holds it."""
    search, position = outline.search, len(outline.values)
    expression = goal_value(outline.draft, outline.goals[position].number)
    if not isinstance(expression, int):
        answer = search.minimize(expression, seconds, report)
        outline.bounds.add(position, answer.bound, outline.values)
        search.hold(expression)
    outline.values += (search.value(expression),)


def bounds_beyond(outline: Outline, position: int, seconds: float) -> None:
    """Bounds of the goals after a position whose own value the outline knows only from below.

    They are found with all goals before held but that one, so that they count whatever becomes of it.
    """
    goals = outline.goals
    search = Search(build(outline.options, coarse=True), outline.search.effort, outline.clock.stop)
    known = outline.search.values or ()
    search.hint({variable.index: known[variable.index] for variable in deciding(search.draft)})
    held: tuple[int, ...] = (*outline.values[:position], UNKNOWN)
    for goal, value in zip(goals[:position], outline.values, strict=False):
        search.hold(goal_value(search.draft, goal.number), value)
    for place in range(position + 1, len(goals)):
        expression = goal_value(search.draft, goals[place].number)
        if outline.clock.over:
            return
        if isinstance(expression, int):
            held += (expression,)
            continue
        answer = search.minimize(expression, seconds)
        outline.bounds.add(place, answer.bound, held)
        if search.values is None:
            return
        search.hold(expression)
        held += (search.value(expression),)
