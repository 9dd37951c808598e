"""The uses of time that sessions, attendances, individual sessions and appointments make."""

from __future__ import annotations

from ortools.sat.python.cp_model import IntVar

from scheduler.model.draft import Draft
from scheduler.model.occupancy import Use
from scheduler.model.options import Offer, Slot


def session_use(draft: Draft, slot: Slot, presence: IntVar) -> Use:
    """A session as it takes the time of a client who attends, a clinician who leads, or a room that hosts."""
    if slot.movable:
        starts = tuple((p.start, draft.at[slot.key, p.start]) for p in slot.placements)
        return Use(presence, slot.group.minutes, starts, lambda: draft.start_of_slot(slot), True)
    only = slot.placements[0].start
    return Use(presence, slot.group.minutes, ((only, presence),), lambda: draft.start_of_slot(slot), False)


def offer_use(draft: Draft, offer: Offer, presence: IntVar) -> Use:
    """An individual session or appointment as it takes the time of its client, its clinician, or a room."""
    minutes = offer.demand.minutes
    if presence is not draft.given[offer.key] and len(offer.starts) > 1:
        starts = tuple((start, draft.begin[offer.key, start]) for start in offer.starts)
        return Use(presence, minutes, starts, lambda: draft.start_of_offer(offer), True)
    several = len(offer.starts) > 1
    starts = tuple((start, draft.begin[offer.key, start] if several else presence) for start in offer.starts)
    return Use(presence, minutes, starts, lambda: draft.start_of_offer(offer), False)


def takes_every_start(offer: Offer, slot: Slot) -> bool:
    """Whether a session in the slot overlaps the offer at each of its starts, wherever the session is placed."""
    return all(
        start < placement.end and placement.start < start + offer.demand.minutes
        for placement in slot.placements
        for start in offer.starts
    )
