"""The week in outline at the values reached: with everything before a later goal held at them, little is left open.

Where nobody can be far from what he or she could have alone, it has a tight relaxation, of which cuts prove in seconds
what no search of the whole week does.
"""

from __future__ import annotations

from scheduler.model.build import build, goal_value
from scheduler.model.draft import Draft
from scheduler.solve.work import Work


def later_outline(work: Work, position: int) -> Draft | None:
    """A draft that makes the goal at the position as small as can be, and not worse than now; None without a choice.

    The goals before it are held at their present values. Of waiting the outline knows what groups and days make of it.
    """
    draft = build(work.options, coarse=True)
    expression = goal_value(draft, work.goals[position].number)
    if isinstance(expression, int):
        work.bounds.add(position, expression, work.best.values[:position])
        return None
    for goal, most in zip(work.goals, work.best.values[:position], strict=False):
        before = goal_value(draft, goal.number)
        if not isinstance(before, int):
            draft.cp.add(before <= most)
    work.alone.post(draft, work.goals, work.best.values, position)
    draft.cp.add(expression <= work.best.values[position])
    draft.cp.minimize(expression)
    return draft
