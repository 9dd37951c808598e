"""What a client gets, as expressions: counted minutes of a day and of the week, sessions of a topic."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.calendar import DAYS
from scheduler.domain.people import Client
from scheduler.model.draft import Draft, total


def counted_on(draft: Draft, client: Client, day: int) -> LinearExprT:
    """Counted minutes of the client's activities on the day."""
    groups = [a.slot.group.counted_minutes * draft.attend[a.key] for a in draft.admissions_on(client, day)]
    services = [
        offer.demand.counted_minutes * draft.given[offer.key]
        for offer in draft.offers_of_client(client)
        if offer.day == day and offer.demand.counted_minutes
    ]
    return total(groups + services)


def counted(draft: Draft, client: Client) -> LinearExprT:
    """Counted minutes of the client's week."""
    return total(counted_on(draft, client, day) for day in DAYS)


def of_topic(draft: Draft, client: Client, topic: str) -> LinearExprT:
    """How many sessions of the topic the client attends."""
    return total(draft.attend[a.key] for a in draft.admissions(client) if a.slot.group.topic == topic)
