"""A smaller week: everything stays as planned but for the clients and groups that are free to change.

What is planned stays possible, never certain: a narrowed draft always holds the plan it was narrowed to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from scheduler.domain.schedule import Schedule
from scheduler.model.options import Admission, Offer, Options, Slot

OfferKey = tuple[str, int, int, str, str]


@dataclass(frozen=True)
class Plan:
    """starts: of each held session; attending: (client, group, day); meetings: starts of each offer taken.

    leaders: who leads a session, where that is to stay.
    """

    starts: dict[tuple[str, int], int]
    attending: frozenset[tuple[str, str, int]]
    meetings: dict[OfferKey, tuple[int, ...]]
    leaders: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)


def plan_of(options: Options, schedule: Schedule) -> Plan:
    """A schedule as a plan over the options."""
    meetings: dict[OfferKey, tuple[int, ...]] = {}
    booked = {(m.client, m.kind, m.service, m.day, m.clinician, m.modality, m.minutes): m for m in schedule.one_on_ones}
    for offer in options.offers:
        d = offer.demand
        meeting = booked.get((d.client.name, d.kind, d.service, offer.day, offer.clinician, offer.modality, d.minutes))
        if meeting is not None and meeting.start in offer.starts:
            meetings[offer.key] = (meeting.start,)
    return Plan(
        {(s.group, s.day): s.start for s in schedule.sessions},
        frozenset((client, s.group, s.day) for s in schedule.sessions for client in s.clients),
        meetings,
    )


def narrowed(
    options: Options,
    plan: Plan,
    clients: Iterable[str] = (),
    groups: Iterable[str] = (),
    meetings: Iterable[str] = (),
) -> Options:
    """The options of the plan, with every option of these clients and of these groups' times beside it.

    meetings: clients whose individual sessions and appointments are free, but not their groups.
    """
    free_clients, free_groups = set(clients), set(groups)
    slots = {slot.key: slot for slot in _slots(options, plan, free_groups)}
    return replace(
        options,
        slots=tuple(slots.values()),
        admissions=tuple(_admissions(options, plan, slots, free_clients)),
        offers=tuple(_offers(options, plan, free_clients | set(meetings))),
    )


def _slots(options: Options, plan: Plan, free: set[str]) -> Iterable[Slot]:
    for slot in options.slots:
        if slot.group.name in free:
            yield slot
        elif slot.key in plan.starts:
            start = plan.starts[slot.key]
            placements = tuple(p for p in slot.placements if p.start == start)
            yield replace(slot, placements=placements, leaders=plan.leaders.get(slot.key, slot.leaders))


def _admissions(
    options: Options, plan: Plan, slots: dict[tuple[str, int], Slot], free: set[str]
) -> Iterable[Admission]:
    for admission in options.admissions:
        slot = slots.get(admission.slot.key)
        if slot is None or not (admission.client.name in free or admission.key in plan.attending):
            continue
        if slot is admission.slot:
            yield admission
            continue
        starts = {placement.start for placement in slot.placements}
        placements = tuple(p for p in admission.placements if p.start in starts)
        if placements:
            yield replace(admission, slot=slot, placements=placements)


def _offers(options: Options, plan: Plan, free: set[str]) -> Iterable[Offer]:
    for offer in options.offers:
        if offer.demand.client.name in free:
            yield offer
        elif offer.key in plan.meetings:
            starts = plan.meetings[offer.key]
            yield offer if starts == offer.starts else replace(offer, starts=starts)
