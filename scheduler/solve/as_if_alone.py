"""Everybody at once as well off in a goal as each could be alone: one question about the whole week.

Whether that can be has no objective, so that the solver answers in seconds, without its linear relaxation, what takes
neighbourhoods many rounds to come near. It says nothing of the goals after, which are worked on then.
"""

from __future__ import annotations

from scheduler.model.build import build, goal_of_client
from scheduler.model.goals import OF_CLIENT
from scheduler.model.options import Options
from scheduler.solve.call import Effort
from scheduler.solve.coarse import WAITING
from scheduler.solve.few_starts import with_few_starts
from scheduler.solve.fewer import few_choices
from scheduler.solve.narrow import at_times, plan_of
from scheduler.solve.polish import held_search, taken_over
from scheduler.solve.search import Search
from scheduler.solve.work import Work

WORK = 8.0
"""Of the solver's own measure."""


def all_as_if_alone(work: Work, position: int, seconds: float) -> bool:
    """Whether a better schedule was found, in which everybody has the least of the goal at the position.

    Groups have their present times, and clients first few choices of those alike, which is mostly enough and takes a
    third of the time; then all, but for meetings, which have few starts. Of waiting it is not asked: with nobody else
    there nearly everybody could do without, all together hardly ever.
    """
    goal = work.goals[position]
    if goal.number not in OF_CLIENT or goal.number == WAITING or work.bounds.proven(position, work.best.values):
        return False
    plan = plan_of(work.options, work.best.schedule_found)
    every = at_times(work.options, plan) if work.options.movable else work.options
    few = few_choices(plan, [client.name for client in every.clients], 0)(every)
    until = work.clock.elapsed + seconds
    for options in (few, every) if few.size < every.size else (every,):
        search = _begun(work, position, with_few_starts(options, plan))
        left = until - work.clock.elapsed
        if search is None or left <= 0:
            return False
        if search.first(left).values is not None:
            return taken_over(search, work, position)
    return False


def _begun(work: Work, position: int, options: Options) -> Search | None:
    """A search among these options that begins with the best schedule, and in which nobody may have more than alone."""
    effort = Effort(work.clock.left, seed=work.settings.seed, linearization=0, work=WORK)
    draft = build(options)
    search = held_search(draft, work.goals, position, work.best, effort, work.clock, work.alone)
    if search is None:
        return None
    number = work.goals[position].number
    least = work.alone.least.get(number, {})
    for client in options.clients:
        mine = goal_of_client(draft, number, client)
        if not isinstance(mine, int):
            draft.cp.add(mine <= least.get(client.name, 0))
    search.hint(dict(enumerate(search.values or ())))
    return search
