"""Everybody at once as well off in a goal as each could be alone: one question about the whole week.

Whether that can be has no objective, so that the solver answers in seconds, without its linear relaxation, what takes
neighbourhoods many rounds to come near. It says nothing of the goals after, which are worked on then.
"""

from __future__ import annotations

from scheduler.model.build import build, goal_of_client
from scheduler.model.goals import OF_CLIENT
from scheduler.solve.call import Effort
from scheduler.solve.coarse import WAITING
from scheduler.solve.few_starts import with_few_starts
from scheduler.solve.narrow import at_times, plan_of
from scheduler.solve.polish import held_search, offered
from scheduler.solve.work import Work

WORK = 8.0
"""Of the solver's own measure."""


def all_as_if_alone(work: Work, position: int, seconds: float) -> bool:
    """Whether a better schedule was found, in which everybody has the least of the goal at the position.

    Meetings have few starts to choose from, and groups the times that they have. Of waiting it is not asked: with
    nobody else there nearly everybody could do without, all together hardly ever.
    """
    goal = work.goals[position]
    if goal.number not in OF_CLIENT or goal.number == WAITING or work.bounds.proven(position, work.best.values):
        return False
    plan = plan_of(work.options, work.best.schedule_found)
    options = at_times(work.options, plan) if work.options.movable else work.options
    draft = build(with_few_starts(options, plan))
    effort = Effort(seconds, seed=work.settings.seed, linearization=0, work=WORK)
    search = held_search(draft, work.goals, position, work.best, effort, work.clock, work.alone)
    if search is None:
        return False
    least = work.alone.least.get(goal.number, {})
    for client in draft.options.clients:
        mine = goal_of_client(draft, goal.number, client)
        if not isinstance(mine, int):
            draft.cp.add(mine <= least.get(client.name, 0))
    search.hint(dict(enumerate(search.values or ())))
    if search.first(seconds).values is None or not offered(search, work.goals, work.best):
        return False
    work.tell(position)
    return True
