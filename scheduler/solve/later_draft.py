"""The week at the values reached: with everything before a later goal held at them, little is left open.

Where nobody can be far from what he or she could have alone, it has a tight relaxation, of which cuts prove in seconds
what no search of the whole week does.
"""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExpr

from scheduler.model.build import build, goal_value
from scheduler.model.draft import Draft
from scheduler.model.options import Options
from scheduler.solve.work import Work


def later_draft(
    work: Work, position: int, options: Options | None = None, coarse: bool = True
) -> tuple[Draft, LinearExpr] | None:
    """A draft that is not worse than the best schedule in the goals up to the position, and its value of that goal.

    None, and the bound is noted, if the draft leaves no choice in the goal. options: fewer than the week has; coarse:
    in outline, which of Waiting knows only what groups and days make of it.
    """
    draft = build(options or work.options, coarse)
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
    return draft, expression
