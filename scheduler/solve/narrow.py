"""A smaller week: everything stays as planned but for the clients and groups that are free to change.

What is planned stays possible, never certain: a narrowed draft always holds the plan it was narrowed to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from scheduler.domain.schedule import Schedule
from scheduler.model.options import Admission, Offer, Options, Slot
from scheduler.solve.taken import OfferKey, offers_taken


@dataclass(frozen=True)
class Plan:
    """starts: of each held session; attending: (client, group, day); meetings: starts of each offer taken.

    leaders: who leads a session, where that is known; pools: that of its room, by the pool's key.
    """

    starts: dict[tuple[str, int], int]
    attending: frozenset[tuple[str, str, int]]
    meetings: dict[OfferKey, tuple[int, ...]]
    leaders: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    pools: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)


NOTHING = Plan({}, frozenset(), {})


def plan_of(options: Options, schedule: Schedule) -> Plan:
    """A schedule as a plan over the options."""
    return Plan(
        {(s.group, s.day): s.start for s in schedule.sessions},
        frozenset((client, s.group, s.day) for s in schedule.sessions for client in s.clients),
        {key: (meeting.start,) for key, meeting in offers_taken(options, schedule).items()},
        {(s.group, s.day): s.facilitators for s in schedule.sessions},
        {
            (s.group, s.day): (options.pool_of_room[s.room].key,)
            for s in schedule.sessions
            if s.room in options.pool_of_room
        },
    )


def narrowed(
    options: Options,
    plan: Plan,
    clients: Iterable[str] = (),
    groups: Iterable[str] = (),
    staffing_stays: bool = False,
) -> Options:
    """The options of the plan, with every option of these clients and of these groups' times beside it.

    staffing_stays: who leads the sessions of other groups stays, too, and so does the kind of room.
    """
    free_clients, free_groups = set(clients), set(groups)
    slots = {slot.key: slot for slot in slots_left(options, plan, free_groups, staffing_stays)}
    return replace(
        options,
        slots=tuple(slots.values()),
        admissions=tuple(_admissions(options, plan, slots, free_clients)),
        offers=tuple(_offers(options, plan, free_clients)),
    )


def at_times(options: Options, plan: Plan, groups: Iterable[str] = ()) -> Options:
    """The options with each session of the plan at its time and no other session but those of the groups, which may be
    at any time; everything else as open as before."""
    slots = {slot.key: slot for slot in slots_left(options, plan, set(groups), staffing_stays=False)}
    admissions = (
        admission
        for whole in options.admissions
        if whole.slot.key in slots
        for admission in in_slot(whole, slots[whole.slot.key])
    )
    return replace(options, slots=tuple(slots.values()), admissions=tuple(admissions))


def with_times_of(options: Options, plan: Plan) -> Options:
    """The options with each session of the plan at its time, if it is held; every other session as open as before."""
    held = {slot.key: slot for slot in slots_left(options, plan, set(), staffing_stays=False)}
    slots = {slot.key: held.get(slot.key, slot) for slot in options.slots}
    admissions = (one for whole in options.admissions for one in in_slot(whole, slots[whole.slot.key]))
    return replace(options, slots=tuple(slots.values()), admissions=tuple(admissions))


def slots_left(options: Options, plan: Plan, free: set[str], staffing_stays: bool) -> Iterable[Slot]:
    """Slots of free groups as they are, and planned ones as planned."""
    for slot in options.slots:
        if slot.group.name in free:
            yield slot
        elif slot.key in plan.starts:
            start = plan.starts[slot.key]
            placements = tuple(p for p in slot.placements if p.start == start)
            if not staffing_stays:
                yield replace(slot, placements=placements)
                continue
            leaders = plan.leaders.get(slot.key, slot.leaders)
            yield replace(slot, placements=placements, leaders=leaders, pools=plan.pools.get(slot.key, slot.pools))


def _admissions(
    options: Options, plan: Plan, slots: dict[tuple[str, int], Slot], free: set[str]
) -> Iterable[Admission]:
    attended: dict[str, list[tuple[str, str, int]]] = {}
    for key in sorted(plan.attending):
        attended.setdefault(key[0], []).append(key)
    for client in options.week.active_clients:
        if client.name in free:
            of_client: Iterable[Admission] = options.admissions_of_client.get(client.name, ())
        else:
            known = (options.admission_by_key.get(key) for key in attended.get(client.name, ()))
            of_client = (admission for admission in known if admission is not None)
        for admission in of_client:
            slot = slots.get(admission.slot.key)
            if slot is not None:
                yield from in_slot(admission, slot)


def in_slot(admission: Admission, slot: Slot) -> Iterable[Admission]:
    """The admission as the slot is left, if one of its times is."""
    if slot.placements == admission.slot.placements:
        yield admission
        return
    starts = {placement.start for placement in slot.placements}
    placements = tuple(p for p in admission.placements if p.start in starts)
    if placements:
        yield replace(admission, slot=slot, placements=placements)


def _offers(options: Options, plan: Plan, free: set[str]) -> Iterable[Offer]:
    for demand in options.demands:
        if demand.client.name in free:
            yield from options.offers_of_demand.get(demand.key, ())
            continue
        for offer in options.offers_of_demand.get(demand.key, ()):
            starts = plan.meetings.get(offer.key)
            if starts is not None:
                yield offer if starts == offer.starts else replace(offer, starts=starts)
