"""Goal 2: what is missing of the care plans, in minutes by Priority."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.people import Client
from scheduler.model.care import care_of
from scheduler.model.draft import Draft, total


def value(draft: Draft) -> LinearExprT:
    return total(draft.of_each_client(of_client))


def of_client(draft: Draft, client: Client) -> LinearExprT:
    return client.priority * care_of(draft, client).missing
