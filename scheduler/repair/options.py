"""The options of a week that is running: what has happened is the only option there was, the rest is still open."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.calendar import MIDNIGHT
from scheduler.domain.groups import Group
from scheduler.domain.locks import Lock
from scheduler.domain.modality import Modality
from scheduler.domain.people import Client
from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule
from scheduler.domain.week import Week
from scheduler.model.options import Admission, Demand, Offer, Options, Slot, options_of
from scheduler.model.options.pools import suits_individual
from scheduler.model.options.slots import Placement
from scheduler.repair.moment import Moment

UNASKED = 1000
"""Numbers of demands for one-on-ones that took place and that nobody asks for any more begin here."""


def options_since(week: Week, past: Schedule, since: Moment) -> Options:
    """All options from the moment on, and each activity of the past as the one option of its time.

    A client who has begun a cohort and cannot attend the rest of it is admitted to it as to an open group: what has
    happened cannot be undone, and the others' sessions are not cancelled for it.
    """
    week = replace(week, locks=tuple(lock for lock in week.locks if not _is_past(lock, since)))
    still = options_of(week)
    happened = {(s.group, s.day): s for s in past.sessions if s.group in week.group_by_name}
    slots = _slots(week, still, happened, since)
    by_key = {slot.key: slot for slot in slots}
    admissions = _admissions(week, still, happened, by_key)
    demands, offers = _services(week, still, past, since)
    admitted = _with_broken_cohorts(slots, admissions, happened)
    return Options(week, slots, admitted, demands, offers, still.pools, rooms_chosen=True)


def _is_past(lock: Lock, since: Moment) -> bool:
    """Whether it speaks of a time that is over: kept or not, it asks nothing any more."""
    return lock.day is not None and since.is_after(lock.day, MIDNIGHT - 1 if lock.start is None else lock.start)


def _slots(
    week: Week, still: Options, happened: dict[tuple[str, int], GroupSession], since: Moment
) -> tuple[Slot, ...]:
    slots = {key: _slot_of(week, session) for key, session in happened.items()}
    for slot in still.slots:
        open_times = tuple(p for p in slot.placements if not since.is_after(slot.day, p.start))
        if slot.key not in slots and open_times:
            slots[slot.key] = replace(slot, placements=open_times)
    order = {group.name: place for place, group in enumerate(week.groups)}
    return tuple(slots[key] for key in sorted(slots, key=lambda key: (order[key[0]], key[1])))


def _slot_of(week: Week, session: GroupSession) -> Slot:
    group = replace(week.group_by_name[session.group], minutes=session.end - session.start)
    return Slot(group, session.day, (Placement(session.start, session.end, _tracks(week, group, session)),))


def _tracks(week: Week, group: Group, session: GroupSession) -> tuple[str, ...]:
    def holds(track: str) -> bool:
        windows = week.track_by_name[track].windows[session.day]
        return any(window.holds(session.start, session.end) for window in windows)

    return tuple(track for track in group.tracks if holds(track))


def _admissions(
    week: Week,
    still: Options,
    happened: dict[tuple[str, int], GroupSession],
    slots: dict[tuple[str, int], Slot],
) -> list[Admission]:
    """Those who were there in the past, and all who are admitted to what is open; clients in the week's order."""
    result: dict[str, list[Admission]] = {client.name: [] for client in week.clients}
    for key, session in happened.items():
        for name in session.clients:
            if name in result:
                result[name].append(_was_there(week.client_by_name[name], slots[key]))
    for admission in still.admissions:
        slot = slots.get(admission.slot.key)
        if slot is None or slot.key in happened:
            continue
        starts = {placement.start for placement in slot.placements}
        fitting = tuple(p for p in admission.placements if p.start in starts)
        if fitting:
            result[admission.client.name].append(replace(admission, slot=slot, placements=fitting))
    order = {key: place for place, key in enumerate(slots)}
    return [a for admissions in result.values() for a in sorted(admissions, key=lambda a: order[a.slot.key])]


def _was_there(client: Client, slot: Slot) -> Admission:
    """Whatever the track, if none of the client's own holds it: it was attended. Who has left has no track any more."""
    happened = slot.placements[0]
    if not client.active:
        client = replace(client, tracks=())
    own = tuple(track for track in client.tracks if track in happened.tracks) or client.tracks
    virtual = slot.group.modality is Modality.VIRTUAL
    in_room = virtual or client.modality_on(slot.day) is not Modality.VIRTUAL
    return Admission(client, slot, (replace(happened, tracks=own),), in_room)


def _with_broken_cohorts(
    slots: tuple[Slot, ...], admissions: list[Admission], happened: dict[tuple[str, int], GroupSession]
) -> tuple[Admission, ...]:
    open_days: dict[str, set[int]] = {}
    for slot in slots:
        if slot.group.cohort:
            open_days.setdefault(slot.group.name, set()).add(slot.day)
    known = {admission.key for admission in admissions}

    def broken(admission: Admission) -> bool:
        client, group = admission.client, admission.slot.group
        due = {day for day in open_days.get(group.name, ()) if client.first_day <= day <= client.last_day}
        begun = any((client.name, group.name, day) in known for day in due if (group.name, day) in happened)
        return begun and any((client.name, group.name, day) not in known for day in due)

    return tuple(_as_open(a) if a.slot.group.cohort and broken(a) else a for a in admissions)


def _as_open(admission: Admission) -> Admission:
    return replace(admission, slot=replace(admission.slot, group=replace(admission.slot.group, cohort=False)))


def _services(
    week: Week, still: Options, past: Schedule, since: Moment
) -> tuple[tuple[Demand, ...], tuple[Offer, ...]]:
    demands, offers = list(still.demands), []
    taken: dict[tuple[str, int], int] = {}
    for number, meeting in enumerate(past.one_on_ones):
        client = week.client_by_name.get(meeting.client)
        if client is None:
            continue
        demand = _answered(demands, meeting, taken) or _unasked(client, meeting, UNASKED + number)
        if demand not in demands:
            demands.append(demand)
        taken[demand.key] = taken.get(demand.key, 0) + 1
        offers.append(_given(still, demand, meeting))
    held = {(offer.demand.client.name, offer.demand.service, offer.day) for offer in offers}
    for offer in still.offers:
        starts = tuple(start for start in offer.starts if not since.is_after(offer.day, start))
        if starts and (offer.demand.client.name, offer.demand.service, offer.day) not in held:
            offers.append(replace(offer, starts=starts))
    return tuple(demands), tuple(offers)


def _answered(demands: list[Demand], meeting: OneOnOne, taken: dict[tuple[str, int], int]) -> Demand | None:
    """The demand that the one-on-one has met, one with a clinician who may hold it first."""
    fitting = [
        demand
        for demand in demands
        if (demand.client.name, demand.kind, demand.service, demand.minutes)
        == (meeting.client, meeting.kind, meeting.service, meeting.minutes)
        and taken.get(demand.key, 0) < demand.sessions
    ]
    fitting.sort(key=lambda demand: meeting.clinician not in demand.clinicians)
    return fitting[0] if fitting else None


def _unasked(client: Client, meeting: OneOnOne, number: int) -> Demand:
    return Demand(
        client, number, meeting.kind, meeting.service, meeting.minutes, 0, 1, (meeting.clinician,), meeting.modality
    )


def _given(still: Options, demand: Demand, meeting: OneOnOne) -> Offer:
    """In person only where its room still suits: one that has happened asks for no other."""
    clinician = still.week.clinician_by_name.get(meeting.clinician)
    pool = still.pool_of_room.get(meeting.room or "")
    in_place = clinician is not None and pool is not None and suits_individual(pool, clinician.office)
    modality = meeting.modality if in_place else Modality.VIRTUAL
    return Offer(demand, meeting.day, meeting.clinician, modality, (meeting.start,))
