"""Goal 4: counted minutes below Target hours, by Priority."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.care_plan import care_plan
from scheduler.model.draft import Draft, total
from scheduler.model.measures import counted


def value(draft: Draft) -> LinearExprT:
    terms = []
    for client in draft.options.clients:
        target = care_plan(draft.week, client).target_minutes
        if target > 0:
            below = draft.amount(target, f"below target {client.name}")
            draft.cp.add(below + counted(draft, client) >= target)
            terms.append(client.priority * below)
    return total(terms)
