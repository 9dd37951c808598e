"""A part of the week to work on: some clients, with all that could be theirs, while everybody else is settled.

What is settled and concerns none of them is set aside with the time that it takes, so that the part of a large site is
no larger than that of a small one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from scheduler.domain.calendar import overlaps
from scheduler.domain.modality import Modality
from scheduler.domain.week import Week
from scheduler.model.options import Admission, Aside, Engagement, Offer, Options, Slot
from scheduler.model.options.pools import needs_room
from scheduler.solve.narrow import Plan, in_slot, slots_left

SlotKey = tuple[str, int]
Fewer = Callable[[Options], Options]


def around(
    options: Options,
    plan: Plan,
    clients: Iterable[str],
    groups: Iterable[str] = (),
    fewer: Fewer | None = None,
) -> Options:
    """These clients with every option, these groups with every time; everybody else has the planned week and no other.

    Who leads the sessions of other groups stays. Who attends a free group that could meet at another time, is a cohort,
    or is locked to its members keeps the own week as it is planned, but is not settled: what becomes of the group
    concerns them. fewer: what of their options these clients are to be left, given everything that is open.
    """
    free, changing = set(clients), set(groups)
    concerned = free | _members(options, plan, changing)
    settled = options.settled | (frozenset(client.name for client in options.clients) - concerned)
    slots = {slot.key: slot for slot in slots_left(options, plan, changing, staffing_stays=True)}
    full = _full(slots.values(), plan, settled)
    small = replace(
        options,
        slots=tuple(slots.values()),
        admissions=tuple(
            admission
            for name in sorted(concerned)
            for admission in _admissions(options, plan, slots, name, full if name in free else None)
        ),
        offers=tuple(_offers(options, plan, concerned, free)),
        settled=settled,
    )
    if fewer is not None:
        small = fewer(small)
    if options.rooms_chosen:
        # Whoever meets in person has a room still to be chosen, and so nothing can be set aside.
        return _with_settled(options, small, plan)
    return _without_settled(options, small, plan, changing)


def _members(options: Options, plan: Plan, groups: set[str]) -> set[str]:
    """Clients who attend one of the groups that may change under them, or are locked to one."""
    changing = {slot.group.name for slot in options.slots if slot.movable or slot.group.cohort} & groups
    locked = {lock.client for lock in options.week.locks if lock.client is not None and lock.group in groups}
    return {client for client, group, _ in plan.attending if group in changing} | locked


def _full(slots: Iterable[Slot], plan: Plan, settled: frozenset[str]) -> set[SlotKey]:
    """Slots whose every seat is taken by somebody who is settled."""
    taken = Counter((group, day) for client, group, day in plan.attending if client in settled)
    return {slot.key for slot in slots if taken[slot.key] >= slot.group.max_clients}


def _admissions(
    options: Options, plan: Plan, slots: dict[SlotKey, Slot], client: str, full: set[SlotKey] | None
) -> Iterator[Admission]:
    """What the client could attend of these slots, or, where full is None, does in the plan."""
    for admission in options.admissions_of_client.get(client, ()):
        slot = slots.get(admission.slot.key)
        if slot is None:
            continue
        if admission.key in plan.attending or (full is not None and slot.key not in full):
            yield from in_slot(admission, slot)


def _offers(options: Options, plan: Plan, clients: Iterable[str], free: set[str]) -> Iterator[Offer]:
    for client in sorted(clients):
        for demand in options.demands_of_client.get(client, ()):
            for offer in options.offers_of_demand.get(demand.key, ()):
                if client in free:
                    yield offer
                elif offer.key in plan.meetings:
                    yield replace(offer, starts=plan.meetings[offer.key])


def _with_settled(options: Options, small: Options, plan: Plan) -> Options:
    slots = {slot.key: slot for slot in small.slots}
    return replace(
        small,
        admissions=(*small.admissions, *_settled_admissions(options, plan, slots, small.settled)),
        offers=(*small.offers, *_offers(options, plan, small.settled, set())),
    )


def _settled_admissions(
    options: Options, plan: Plan, slots: dict[SlotKey, Slot], settled: frozenset[str]
) -> Iterator[Admission]:
    """Attendances in these slots of those who are settled."""
    for key in sorted(plan.attending):
        client, group, day = key
        slot = slots.get((group, day))
        if slot is not None and client in settled and key in options.admission_by_key:
            yield from in_slot(options.admission_by_key[key], slot)


def _without_settled(options: Options, small: Options, plan: Plan, keeping: set[str]) -> Options:
    """The part with those sessions alone that its clients could attend, or of groups to keep; all else is aside."""
    keeping = keeping | _whole_groups(small)
    open_still = {admission.slot.key for admission in small.admissions}
    slots = {
        slot.key: slot
        for slot in small.slots
        if slot.key in open_still or slot.group.name in keeping or not _is_known(small.week, plan, slot)
    }
    sessions = _sessions_aside(small, plan, slots.keys())
    meetings = _meetings_aside(options, small.settled, plan)
    aside = Aside(frozenset(options.slot_by_key.keys() - slots.keys()), (*sessions, *meetings))
    return replace(
        small,
        week=_week_of(small, {group for group, _ in slots}),
        slots=tuple(slots.values()),
        admissions=(*small.admissions, *_settled_admissions(options, plan, slots, small.settled)),
        demands=tuple(demand for demand in options.demands if demand.client.name not in small.settled),
        offers=tuple(_in_time_left(small, aside)),
        aside=aside,
    )


def _whole_groups(small: Options) -> set[str]:
    """Groups that a client attends whole, or of which a lock speaks, if any client could."""
    locked = {lock.group for lock in small.week.locks if lock.group is not None}
    groups = {admission.slot.group.name: admission.slot.group for admission in small.admissions}
    return {name for name, group in groups.items() if group.cohort or name in locked}


def _is_known(week: Week, plan: Plan, slot: Slot) -> bool:
    """Whether the plan says who leads the slot's session and in what kind of room."""
    led = slot.group.facilitators == 0 or slot.key in plan.leaders
    return led and (slot.key in plan.pools or not needs_room(week, slot.group))


def _sessions_aside(small: Options, plan: Plan, kept: Collection[SlotKey]) -> Iterator[Engagement]:
    for slot in small.slots:
        if slot.key not in kept and slot.key in plan.starts:
            pool = next(iter(plan.pools.get(slot.key, ())), None)
            leaders = plan.leaders.get(slot.key, ())
            yield Engagement(slot.day, plan.starts[slot.key], slot.group.minutes, leaders, pool)


def _meetings_aside(options: Options, settled: frozenset[str], plan: Plan) -> Iterator[Engagement]:
    minutes = {demand.key: demand.minutes for demand in options.demands}
    for key, starts in sorted(plan.meetings.items()):
        client, number, day, clinician, modality = key
        if client not in settled:
            continue
        in_person = modality == Modality.IN_PERSON.value
        rooms = options.pools_for_meetings[clinician] if in_person else ()
        pool = rooms[0].key if len(rooms) == 1 else None
        yield Engagement(day, starts[0], minutes[client, number], (clinician,), pool, in_person)


def _week_of(small: Options, kept: set[str]) -> Week:
    """The week with those rows alone that speak of the part."""
    concerned = {client.name for client in small.clients}
    locks = (
        lock
        for lock in small.week.locks
        if (lock.client is None or lock.client in concerned) and (lock.group is None or lock.group in kept)
    )
    pairs = (pair for pair in small.week.keep_apart if pair.client_a in concerned or pair.client_b in concerned)
    return replace(small.week, locks=tuple(locks), keep_apart=tuple(pairs))


def _in_time_left(small: Options, aside: Aside) -> Iterator[Offer]:
    """The offers at the starts that what is aside leaves of the clinician's time."""
    pause = small.week.program.clinician_break
    for offer in small.offers:
        taken = aside.windows_of(offer.clinician, offer.day)
        minutes = offer.demand.minutes + pause
        starts = tuple(s for s in offer.starts if not overlaps(taken, s - pause, s + minutes))
        if starts:
            yield offer if len(starts) == len(offer.starts) else replace(offer, starts=starts)
