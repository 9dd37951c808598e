"""Creates the variables of a draft, and ties those that say one thing in two ways."""

from __future__ import annotations

from collections.abc import Iterable

from ortools.sat.python.cp_model import IntVar

from scheduler.model.draft import Draft, told_apart, total
from scheduler.model.options import Demand, Offer, Slot
from scheduler.model.options.slots import Placement
from scheduler.model.rules.clinicians import may_lead, placements_led


def create(draft: Draft) -> None:
    """All variables: sessions, attendances, individual sessions and appointments."""
    for slot in draft.options.slots:
        _session(draft, slot)
    _attendances(draft)
    for person in draft.options.clients:
        _client(draft, person.name, person.tracks)
    for demand in draft.options.demands:
        _services(draft, demand)
    # After all others, which so have the same indices whether or not the draft tells apart.
    _apart(draft)


def _session(draft: Draft, slot: Slot) -> None:
    """held: the session takes place; at: at this start; lead: with this clinician; room: in this pool."""
    name = f"{slot.group.name} {slot.day}"
    anyway = slot.key in draft.held_anyway
    held = draft.held[slot.key] = draft.cp.new_constant(1) if anyway else draft.bool(f"held {name}")
    if slot.movable:
        for placement in slot.placements:
            draft.at[slot.key, placement.start] = draft.bool(f"{name} at {placement.start}")
        draft.cp.add(total(draft.at[slot.key, p.start] for p in slot.placements) == held)
    else:
        draft.at[slot.key, slot.placements[0].start] = held
    if slot.group.facilitators:
        for clinician in draft.week.clinicians:
            if may_lead(draft.week, clinician, slot):
                draft.lead[slot.key, clinician.name] = draft.bool(f"{clinician.name} leads {name}")
    pools = draft.pools_for(slot)
    for pool in pools:
        draft.room[slot.key, pool.key] = held if len(pools) == 1 else draft.bool(f"{name} in {pool.key}")


def _attendances(draft: Draft) -> None:
    """attend: the client is in the session; one and the same for all sessions of a group that is taken whole."""
    of_whole: dict[tuple[str, str], IntVar] = {}
    for admission in draft.options.admissions:
        client, group, day = admission.key
        attends = of_whole.get((client, group))
        if attends is None:
            attends = draft.choice(client, f"{client} attends {group} on {day}")
        draft.attend[admission.key] = attends
        if (client, group) in draft.options.whole:
            of_whole[client, group] = attends


def _apart(draft: Draft) -> None:
    for admission in draft.options.admissions:
        _tell_apart(draft, admission.slot, draft.attend[admission.key], admission.placements)
    for (key, name), leading in draft.lead.items():
        slot = draft.options.slot_by_key[key]
        _tell_apart(draft, slot, leading, placements_led(draft.week, draft.week.clinician_by_name[name], slot))
    for (key, _), hosting in draft.room.items():
        slot = draft.options.slot_by_key[key]
        _tell_apart(draft, slot, hosting, slot.placements)


def _tell_apart(draft: Draft, slot: Slot, literal: IntVar, placements: Iterable[Placement]) -> None:
    """there: the literal is true and the session is at this start, for each start at which both may be."""
    if not told_apart(draft, slot):
        return
    if literal is draft.held[slot.key]:
        draft.there[slot.key, literal.index] = {p.start: draft.at[slot.key, p.start] for p in slot.placements}
        return
    there = {placement.start: draft.bool(f"{literal.name} at {placement.start}") for placement in placements}
    draft.there[slot.key, literal.index] = there
    draft.cp.add(total(there.values()) == literal)
    for start, literal_there in there.items():
        draft.cp.add_implication(literal_there, draft.at[slot.key, start])


def _client(draft: Draft, client: str, tracks: tuple[str, ...]) -> None:
    """track: the one track of the client's groups."""
    if not draft.week.program.mix_tracks and len(tracks) > 1:
        for track in tracks:
            draft.track[client, track] = draft.bool(f"{client} in track {track}")
        draft.cp.add_exactly_one([draft.track[client, track] for track in tracks])


def _services(draft: Draft, demand: Demand) -> None:
    for offer in draft.offers(demand):
        _offer(draft, offer)


def _offer(draft: Draft, offer: Offer) -> None:
    """given: held on this day by this clinician; begin: at this start; place: in this pool of rooms."""
    name = " ".join(map(str, offer.key))
    given = draft.given[offer.key] = draft.choice(offer.demand.client.name, f"given {name}")
    if draft.coarse:
        return
    if len(offer.starts) == 1:
        draft.begin[offer.key, offer.starts[0]] = given
    else:
        for start in offer.starts:
            draft.begin[offer.key, start] = draft.bool(f"{name} at {start}")
        draft.cp.add(total(draft.begin[offer.key, start] for start in offer.starts) == given)
    if not offer.in_person:
        return
    pools = draft.pools_for_offer(offer)
    if len(pools) == 1:
        draft.place[offer.key, pools[0].key] = given
        return
    if not draft.options.rooms_chosen:
        return
    for pool in pools:
        draft.place[offer.key, pool.key] = draft.bool(f"{name} in {pool.key}")
    draft.cp.add(total(draft.place[offer.key, pool.key] for pool in pools) == given)
