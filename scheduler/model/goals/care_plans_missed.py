"""Goal 1: clients with an unmet care plan by Priority, and Must run sessions not held."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.groups import Group
from scheduler.domain.people import Client
from scheduler.model.care import care_of
from scheduler.model.draft import Draft, total
from scheduler.model.options import Options


def value(draft: Draft) -> LinearExprT:
    clients = draft.of_each_client(of_client)
    groups = [
        expected_sessions(draft.options, group) - total(draft.held[slot.key] for slot in draft.slots(group.name))
        for group in draft.week.active_groups
        if group.must_run
    ]
    return total(clients + groups)


def of_client(draft: Draft, client: Client) -> LinearExprT:
    return client.priority * (1 - care_of(draft, client).met)


def expected_sessions(options: Options, group: Group) -> int:
    """Sessions, at most the days on which a window of its tracks holds it outside closures of the program."""
    return min(group.sessions, len(options.days_of_group(group)))
