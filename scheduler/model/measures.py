"""What a client gets, as expressions: counted minutes of a day and of the week, sessions of a topic."""

from __future__ import annotations

from ortools.sat.python.cp_model import IntVar, LinearExprT

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


def treatment_days(draft: Draft, client: Client) -> LinearExprT:
    """How many days of the week are treatment days of the client."""
    return total(literal for literal in (treated(draft, client, day) for day in DAYS) if literal is not None)


def treated(draft: Draft, client: Client, day: int) -> IntVar | None:
    """Whether the day is a treatment day of the client: a group session that counts is attended; None: it can't be.

    Created when first asked for: it takes a row for each attendance, and many weeks do not ask in an outline.
    """
    key = (client.name, day)
    if key not in draft.treated:
        counting = [draft.attend[a.key] for a in draft.admissions_on(client, day) if a.slot.group.counted_minutes > 0]
        if not counting:
            return None
        draft.treated[key] = draft.bool(f"{client.name} treated on {day}")
        draft.cp.add_max_equality(draft.treated[key], counting)
    return draft.treated[key]


def of_topic(draft: Draft, client: Client, topic: str) -> LinearExprT:
    """How many sessions of the topic the client attends."""
    return total(draft.attend[a.key] for a in draft.admissions(client) if a.slot.group.topic == topic)
