"""The uses of time that sessions, attendances, individual sessions and appointments make."""

from __future__ import annotations

from ortools.sat.python.cp_model import IntVar

from scheduler.model.draft import Draft, told_apart
from scheduler.model.occupancy import Use
from scheduler.model.options import Offer, Slot
from scheduler.model.options.slots import Placement


def session_use(draft: Draft, slot: Slot, presence: IntVar) -> Use:
    """A session as it takes the time of a client who attends, a clinician who leads, or a room that hosts."""
    if told_apart(draft, slot):
        starts = tuple(draft.there[slot.key, presence.index].items())
        return Use(presence, slot.group.minutes, starts, lambda: draft.start_of_slot(slot), False)
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


def taking_every_start(draft: Draft, offer: Offer, slot: Slot, presence: IntVar) -> list[IntVar]:
    """Literals that each leave the offer no start: a session at such a time, or wherever it may be."""
    if told_apart(draft, slot):
        there = draft.there[slot.key, presence.index]
        return [there[p.start] for p in slot.placements if p.start in there and _takes_every_start(offer, p)]
    return [presence] if all(_takes_every_start(offer, placement) for placement in slot.placements) else []


def _takes_every_start(offer: Offer, placement: Placement) -> bool:
    """Whether a session there overlaps the offer at each of its starts."""
    return all(start < placement.end and placement.start < start + offer.demand.minutes for start in offer.starts)
