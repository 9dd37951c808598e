"""Goal 3: what of last week's schedule is not kept, of clients and groups active this week."""

from __future__ import annotations

from ortools.sat.python.cp_model import IntVar, LinearExprT

from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule
from scheduler.model.draft import Draft, total


def value(draft: Draft) -> LinearExprT:
    if draft.week.previous is None:
        return 0
    kept = kept_literals(draft, draft.week.previous)
    return len(kept) - total(literal for literal in kept if literal is not None)


def kept_literals(draft: Draft, previous: Schedule) -> list[IntVar | None]:
    """For each thing that could be kept, the literal that says it is; None where it can't be."""
    groups = {group.name for group in draft.week.active_groups}
    clients = {client.name for client in draft.week.active_clients}
    kept: list[IntVar | None] = []
    for session in previous.sessions:
        if session.group in groups:
            attending = [name for name in session.clients if name in clients]
            kept += [draft.attend.get((name, session.group, session.day)) for name in attending]
            kept.append(_session(draft, session))
    kept += [_one_on_one(draft, meeting) for meeting in previous.one_on_ones if meeting.client in clients]
    return kept


def _session(draft: Draft, session: GroupSession) -> IntVar | None:
    """Held on that day, at that start, with those facilitators."""
    key = (session.group, session.day)
    parts = [draft.at.get((key, session.start)), *(draft.lead.get((key, name)) for name in session.facilitators)]
    group = draft.week.group_by_name[session.group]
    if len(session.facilitators) != group.facilitators:
        return None
    return _all(draft, parts, f"kept {session.group} {session.day}")


def _one_on_one(draft: Draft, meeting: OneOnOne) -> IntVar | None:
    """Client, service, day, start and clinician are the same, in whatever modality."""
    begins = [
        draft.given[offer.key] if draft.coarse else draft.begin[offer.key, meeting.start]
        for offer in draft.offers_of_client(draft.week.client_by_name[meeting.client])
        if offer.demand.service == meeting.service
        and (offer.day, offer.clinician) == (meeting.day, meeting.clinician)
        and meeting.start in offer.starts
    ]
    if not begins:
        return None
    kept = draft.bool(f"kept {meeting.client} {meeting.service} {meeting.day} {meeting.start}")
    draft.cp.add_bool_or([kept.negated(), *begins])
    return kept


def _all(draft: Draft, parts: list[IntVar | None], name: str) -> IntVar | None:
    literals = [part for part in parts if part is not None]
    if len(literals) < len(parts):
        return None
    kept = draft.bool(name)
    for literal in literals:
        draft.cp.add_implication(kept, literal)
    return kept
