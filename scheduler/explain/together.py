"""Could these plans all be met at once, in the week as it is?"""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.rules import GOALS
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.budget import Budget
from scheduler.explain.relaxed import Wish
from scheduler.model.build import build
from scheduler.model.care import care_of
from scheduler.model.draft import total
from scheduler.model.options import options_of
from scheduler.solve.call import call
from scheduler.solve.hint import begin_with, decisions
from scheduler.solve.needed import goals_alike, needed_if_few

SECONDS = 2.0


def possible_together(week: Week, schedule: Schedule, wish: Wish, budget: Budget) -> bool | None:
    """Whether a schedule grants the wish; None: not known in the time. schedule: where the search starts."""
    options = options_of(week)
    needed = needed_if_few(options) or options
    draft = build(needed)
    for client in week.active_clients:
        if client.name in wish.clients:
            draft.cp.add(care_of(draft, client).met == 1)
    for group, least in wish.sessions:
        draft.cp.add(total(draft.held[slot.key] for slot in draft.slots(group)) >= least)
    begin_with(draft.cp, decisions(draft, schedule))
    answer = call(draft.cp, replace(budget.effort(SECONDS), quick=True), budget.stop)
    if answer.values is not None:
        return True
    return False if answer.infeasible and goals_alike(options, needed, GOALS[:1]) else None
