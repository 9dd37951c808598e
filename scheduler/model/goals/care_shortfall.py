"""Goal 2: what is missing of the care plans, in minutes by Priority."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.model.care import care_of
from scheduler.model.draft import Draft, total


def value(draft: Draft) -> LinearExprT:
    return total(client.priority * care_of(draft, client).missing for client in draft.options.clients)
