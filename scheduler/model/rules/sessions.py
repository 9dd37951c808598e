"""H9: at most Sessions sessions, Same time, Same clinician, Facilitators, Lead; services as often and as asked."""

from __future__ import annotations

from scheduler.domain.groups import Group
from scheduler.domain.people import Client
from scheduler.domain.schedule import Kind
from scheduler.model.draft import Draft, total
from scheduler.model.options import Demand, Slot


def post(draft: Draft) -> None:
    for group in draft.week.active_groups:
        slots = draft.slots(group.name)
        if len(slots) > group.sessions:
            draft.cp.add(total(draft.held[slot.key] for slot in slots) <= group.sessions)
        for slot in slots:
            _facilitators(draft, slot)
        if group.same_time:
            _same_time(draft, slots)
        if group.same_clinician and group.facilitators:
            _same_clinician(draft, group, slots)
    for client in draft.options.clients:
        _services(draft, client)


def _facilitators(draft: Draft, slot: Slot) -> None:
    group = slot.group
    if group.facilitators == 0:
        return
    leading = {c.name: draft.lead[slot.key, c.name] for c in draft.week.clinicians if (slot.key, c.name) in draft.lead}
    for at, there in draft.occasions(slot, leading.values()):
        draft.cp.add(total(there) == group.facilitators * at)
    if group.lead:
        lead = [leading[name] for name in sorted(set(group.lead)) if name in leading]
        for at, there in draft.occasions(slot, lead):
            draft.cp.add(total(there) >= at)


def _same_time(draft: Draft, slots: tuple[Slot, ...]) -> None:
    """One start for the group: a session is held on a day only at that start."""
    starts = sorted({placement.start for slot in slots for placement in slot.placements})
    if len(slots) < 2 or len(starts) < 2:
        return
    chosen = {start: draft.bool(f"{slots[0].group.name} starts at {start}") for start in starts}
    draft.cp.add_exactly_one(chosen.values())
    for slot in slots:
        for placement in slot.placements:
            draft.cp.add_implication(draft.at[slot.key, placement.start], chosen[placement.start])


def _same_clinician(draft: Draft, group: Group, slots: tuple[Slot, ...]) -> None:
    """One set of facilitators for all held sessions."""
    if len(slots) < 2:
        return
    names = sorted({name for (key, name) in draft.lead if key[0] == group.name})
    chosen = {name: draft.bool(f"{name} has {group.name}") for name in names}
    draft.cp.add(total(chosen.values()) <= group.facilitators)
    for slot in slots:
        for name in names:
            leading = draft.lead.get((slot.key, name))
            if leading is not None:
                draft.cp.add_implication(leading, chosen[name])


def _services(draft: Draft, client: Client) -> None:
    per_day: dict[tuple[str, int], list] = {}  # type: ignore[type-arg]
    for demand in draft.demands(client):
        offers = draft.offers(demand)
        if offers:
            draft.cp.add(total(draft.given[offer.key] for offer in offers) <= demand.sessions)
        for offer in offers:
            per_day.setdefault((demand.service, offer.day), []).append(draft.given[offer.key])
        if demand.kind is Kind.INDIVIDUAL and demand.sessions > 1:
            _one_clinician(draft, demand)
    for _, given in sorted(per_day.items()):
        if len(given) > 1:
            draft.cp.add_at_most_one(given)


def _one_clinician(draft: Draft, demand: Demand) -> None:
    offers = draft.offers(demand)
    names = sorted({offer.clinician for offer in offers})
    if len(names) < 2:
        return
    chosen = {name: draft.bool(f"{demand.client.name} sees {name}") for name in names}
    draft.cp.add_at_most_one(chosen.values())
    for offer in offers:
        draft.cp.add_implication(draft.given[offer.key], chosen[offer.clinician])
