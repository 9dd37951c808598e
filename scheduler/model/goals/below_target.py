"""Goal 4: counted minutes below Target hours, by Priority."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.care_plan import care_plan
from scheduler.domain.people import Client
from scheduler.model.draft import Draft, total
from scheduler.model.measures import counted


def value(draft: Draft) -> LinearExprT:
    return total(draft.of_each_client(of_client))


def of_client(draft: Draft, client: Client) -> LinearExprT:
    target = care_plan(draft.week, client).target_minutes
    if target <= 0:
        return 0
    below = draft.amount(target, f"below target {client.name}")
    draft.cp.add(below + counted(draft, client) >= target)
    return client.priority * below
