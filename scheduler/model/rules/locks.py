"""H15: locks. What one activity alone can obey is in the options; here, what must be held and with whom and where."""

from __future__ import annotations

from ortools.sat.python.cp_model import IntVar

from scheduler.domain.locks import Lock
from scheduler.domain.people import INDIVIDUAL
from scheduler.model.draft import Draft, total
from scheduler.model.options import Offer, Slot


def post(draft: Draft) -> None:
    for lock in draft.week.locks:
        post_lock(draft, lock)


def post_lock(draft: Draft, lock: Lock) -> None:
    if lock.client is not None and not draft.week.client_by_name[lock.client].active:
        _impossible(draft, lock)
    elif lock.client is not None and lock.group is not None:
        _attendance(draft, lock)
    elif lock.client is not None:
        _one_on_one(draft, lock)
    else:
        _session(draft, lock)


def _impossible(draft: Draft, lock: Lock) -> None:
    """A client who is not here this week attends nothing: what must be cannot, what must never be is not."""
    if lock.must:
        draft.cp.add_bool_or([])


def _slots(draft: Draft, lock: Lock) -> list[Slot]:
    return [slot for slot in draft.slots(lock.group or "") if lock.day in (None, slot.day)]


def _attendance(draft: Draft, lock: Lock) -> None:
    """must: every session held inside Starts-Ends, and at least one is held; never is in the options."""
    if not lock.must:
        return
    client = draft.week.client_by_name[lock.client or ""]
    inside = [slot for slot in _slots(draft, lock) if client.first_day <= slot.day <= client.last_day]
    for slot in inside:
        attending = draft.attend.get((client.name, *slot.key))
        if attending is None:
            draft.cp.add(draft.held[slot.key] == 0)
        else:
            draft.cp.add_implication(draft.held[slot.key], attending)
    draft.cp.add_bool_or([draft.held[slot.key] for slot in inside])


def _one_on_one(draft: Draft, lock: Lock) -> None:
    client = draft.week.client_by_name[lock.client or ""]
    service = lock.service or INDIVIDUAL
    offers = [o for o in draft.offers_of_client(client) if o.demand.service == service]
    if lock.room is not None and not draft.coarse:
        for offer in offers:
            _room_of_offer(draft, lock, offer)
    if lock.must:
        draft.cp.add_bool_or([draft.given[offer.key] for offer in offers])


def _room_of_offer(draft: Draft, lock: Lock, offer: Offer) -> None:
    """A room that is locked is a pool of its own."""
    there = draft.place.get((offer.key, lock.room or ""))
    given = draft.given[offer.key]
    if lock.must:
        draft.cp.add(given == 0) if there is None else draft.cp.add_implication(given, there)
    elif there is not None and lock.day in (None, offer.day) and lock.clinician in (None, offer.clinician):
        for start in offer.starts:
            if lock.start in (None, start):
                draft.cp.add_bool_or([there.negated(), draft.begin[offer.key, start].negated()])


def _session(draft: Draft, lock: Lock) -> None:
    for slot in _slots(draft, lock):
        held = draft.held[slot.key]
        parts = _parts(draft, lock, slot)
        if lock.must:
            for part in parts:
                draft.cp.add(held == 0) if part is None else draft.cp.add_implication(held, part)
        elif all(part is not None for part in parts) and parts:
            draft.cp.add_bool_or([held.negated(), *(part.negated() for part in parts if part is not None)])
    if lock.must and lock.day is not None:
        draft.cp.add(total(draft.held[slot.key] for slot in _slots(draft, lock)) >= 1)


def _parts(draft: Draft, lock: Lock, slot: Slot) -> list[IntVar | None]:
    """The literals that say the session is as the lock's filled cells describe; None for one that can't be true."""
    parts: list[IntVar | None] = []
    if lock.start is not None:
        parts.append(draft.at.get((slot.key, lock.start)))
    if lock.clinician is not None:
        parts.append(draft.lead.get((slot.key, lock.clinician)))
    if lock.room is not None:
        parts.append(draft.room.get((slot.key, lock.room)))
    return parts
