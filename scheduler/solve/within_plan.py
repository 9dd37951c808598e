"""A later goal within a plan: a part of the week that is small enough to be searched to the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from scheduler.model.build import build, goal_value
from scheduler.model.options import Options
from scheduler.solve.effort import proving_a_part
from scheduler.solve.narrow import Plan, narrowed
from scheduler.solve.polish import AHEAD, blend, held_search, taken_over
from scheduler.solve.work import Work

AFTER_WORK = 1.0
"""The solver's work for the goals after it, once the goal got better."""


def search_within(work: Work, plan: Plan, position: int, seconds: float, free: Iterable[str] = ()) -> bool:
    """Searches what the plan holds, with meetings at any time, for the goal at the position; True if to the end.

    The plan holds the best schedule, which what is found takes the place of. free: clients with every option.
    """
    starts = {offer.key: offer.starts for offer in work.options.offers if offer.key in plan.meetings}
    options = narrowed(work.options, replace(plan, meetings=starts), free, staffing_stays=True)
    return search_part(work, options, position, seconds)


def search_part(work: Work, options: Options, position: int, seconds: float) -> bool:
    """The same of a part of the week's options that holds the best schedule."""
    effort = proving_a_part(work.options, options, seconds, work.settings)
    draft = build(options)
    search = held_search(draft, work.goals, position, work.best, effort, work.clock, work.alone)
    if search is None:
        return False
    goal = goal_value(draft, work.goals[position].number)
    answer = search.minimize(goal, effort.seconds)
    after = work.goals[position + 1 : position + AHEAD]
    if after and search.value(goal) < work.best.values[position]:
        # What was won here must not cost those after it more than need be.
        search.hold(goal)
        others = blend([goal_value(draft, one.number) for one in after])
        search.minimize(others, effort.seconds, effort=replace(effort, work=AFTER_WORK))
    taken_over(search, work, position)
    return answer.proven
