"""A smaller week: everything stays as planned but for the clients and groups that are free to change.

What is planned stays possible, never certain: a narrowed draft always holds the plan it was narrowed to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from scheduler.domain.schedule import Schedule
from scheduler.model.options import Admission, Offer, Options, Slot
from scheduler.solve.taken import OfferKey, offers_taken


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
    return Plan(
        {(s.group, s.day): s.start for s in schedule.sessions},
        frozenset((client, s.group, s.day) for s in schedule.sessions for client in s.clients),
        {key: (meeting.start,) for key, meeting in offers_taken(options, schedule).items()},
        {(s.group, s.day): s.facilitators for s in schedule.sessions},
    )


def narrowed(
    options: Options,
    plan: Plan,
    clients: Iterable[str] = (),
    groups: Iterable[str] = (),
    meetings: Iterable[str] = (),
    leaders_stay: bool = False,
) -> Options:
    """The options of the plan, with every option of these clients and of these groups' times beside it.

    meetings: clients whose individual sessions and appointments are free, but not their groups. leaders_stay: who leads
    the sessions of other groups stays, too.
    """
    free_clients, free_groups = set(clients), set(groups)
    slots = {slot.key: slot for slot in _slots(options, plan, free_groups, leaders_stay)}
    return replace(
        options,
        slots=tuple(slots.values()),
        admissions=tuple(_admissions(options, plan, slots, free_clients)),
        offers=tuple(_offers(options, plan, free_clients | set(meetings))),
    )


def around(
    options: Options,
    plan: Plan,
    clients: Iterable[str],
    groups: Iterable[str] = (),
    meetings: Iterable[str] = (),
    leaders_stay: bool = True,
) -> Options:
    """As `narrowed`, but everybody else is settled: small enough to be searched many times a minute on any site.

    Who attends a free group that could meet at another time, is a cohort, or is locked to its members keeps the own
    week as it is planned, but is not settled: what becomes of the group concerns them.
    """
    clients, groups, meetings = set(clients), set(groups), set(meetings)
    concerned = clients | meetings | _members(options, plan, groups)
    settled = frozenset(client.name for client in options.clients) - concerned
    small = narrowed(options, plan, clients, groups, meetings, leaders_stay)
    full = _full(small, settled)
    admissions = tuple(a for a in small.admissions if a.slot.key not in full or a.key in plan.attending)
    return replace(small, admissions=admissions, settled=options.settled | settled)


def _members(options: Options, plan: Plan, groups: set[str]) -> set[str]:
    """Clients who attend one of the groups that may change under them, or are locked to one."""
    changing = {slot.group.name for slot in options.slots if slot.movable or slot.group.cohort} & groups
    locked = {lock.client for lock in options.week.locks if lock.client is not None and lock.group in groups}
    return {client for client, group, _ in plan.attending if group in changing} | locked


def _full(options: Options, settled: frozenset[str]) -> set[tuple[str, int]]:
    """Slots whose every seat is taken by somebody who is settled."""
    taken = Counter(a.slot.key for a in options.admissions if a.client.name in settled)
    return {slot.key for slot in options.slots if taken[slot.key] >= slot.group.max_clients}


def _slots(options: Options, plan: Plan, free: set[str], leaders_stay: bool) -> Iterable[Slot]:
    for slot in options.slots:
        if slot.group.name in free:
            yield slot
        elif slot.key in plan.starts:
            start = plan.starts[slot.key]
            placements = tuple(p for p in slot.placements if p.start == start)
            leaders = plan.leaders.get(slot.key, slot.leaders) if leaders_stay else slot.leaders
            yield replace(slot, placements=placements, leaders=leaders)


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
