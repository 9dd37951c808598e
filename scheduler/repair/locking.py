"""Parts of a schedule as rows of Locks: what is held stays as it is, and nothing else can come in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.calendar import DAYS
from scheduler.domain.locks import Lock
from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule
from scheduler.domain.week import Week
from scheduler.model.options import Offer, Options, options_of
from scheduler.model.options.pools import suits_individual


@dataclass(frozen=True, slots=True)
class Chosen:
    """Names of what is to be locked."""

    clients: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    clinicians: frozenset[str] = frozenset()


def locks_of(week: Week, schedule: Schedule, chosen: Chosen) -> tuple[Lock, ...]:
    """Rows that pin the chosen parts: groups first, then clients; none that the week has already, none twice.

    A group: each of its sessions with day, start, facilitators and room, and no session on other days. A client: every
    session attended and no other, every one-on-one with day, start, clinician and room, and no other. A clinician:
    the sessions led and one-on-ones held, with day, start and clinician.
    """
    options = options_of(week)
    rows: list[Lock] = []
    for group in week.active_groups:
        if group.name in chosen.groups:
            rows += _group(options, schedule, group.name)
    for session in schedule.sessions:
        rows += _led(session, chosen)
    for client in week.active_clients:
        if client.name in chosen.clients:
            rows += _attendance(options, schedule, client.name, chosen)
            rows += _one_on_ones(options, schedule, client.name)
    held = [meeting for meeting in schedule.one_on_ones if meeting.clinician in chosen.clinicians]
    rows += [
        Lock(True, client=m.client, service=m.service, day=m.day, start=m.start, clinician=m.clinician)
        for m in held
        if m.client not in chosen.clients and _only(schedule, m)
    ]
    known = {_content(lock) for lock in week.locks}
    return tuple(lock for lock in dict.fromkeys(rows) if _content(lock) not in known)


def _content(lock: Lock) -> tuple[object, ...]:
    return lock.must, lock.client, lock.group, lock.service, lock.day, lock.start, lock.clinician, lock.room


def _group(options: Options, schedule: Schedule, group: str) -> Iterator[Lock]:
    held = {session.day: session for session in schedule.sessions if session.group == group}
    for day, session in sorted(held.items()):
        first = session.facilitators[0] if session.facilitators else None
        yield Lock(True, group=group, day=day, start=session.start, clinician=first, room=session.room)
        yield from (Lock(True, group=group, day=day, clinician=name) for name in session.facilitators[1:])
    for slot in options.slots_of_group.get(group, ()):
        if slot.day not in held:
            yield Lock(False, group=group, day=slot.day)


def _led(session: GroupSession, chosen: Chosen) -> Iterator[Lock]:
    if session.group not in chosen.groups:
        for name in session.facilitators:
            if name in chosen.clinicians:
                yield Lock(True, group=session.group, day=session.day, start=session.start, clinician=name)


def _attendance(options: Options, schedule: Schedule, client: str, chosen: Chosen) -> Iterator[Lock]:
    """A group that is attended at all is pinned day by day; one that is not is ruled out whole."""
    attended = {(s.group, s.day) for s in schedule.sessions if client in s.clients}
    held = {(session.group, session.day) for session in schedule.sessions}
    yield from (Lock(True, client=client, group=group, day=day) for group, day in sorted(attended))
    groups = {group for group, _ in attended}
    possible = [admission.slot.key for admission in options.admissions_of_client.get(client, ())]
    for group, day in possible:
        closed = group in chosen.groups and (group, day) not in held
        if (group, day) in attended or closed:
            continue
        yield Lock(False, client=client, group=group, day=day if group in groups else None)


def _one_on_ones(options: Options, schedule: Schedule, client: str) -> Iterator[Lock]:
    services = dict.fromkeys(demand.service for demand in options.demands_of_client.get(client, ()))
    for service in services:
        held = [m for m in schedule.one_on_ones if (m.client, m.service) == (client, service)]
        offers = [o for d in options.demands_of_client[client] for o in options.offers_of_demand.get(d.key, ())]
        yield from _service(options, client, service, held, [o for o in offers if o.demand.service == service])


def _service(options: Options, client: str, service: str, held: list[OneOnOne], offers: list[Offer]) -> Iterator[Lock]:
    """One that is alone is pinned by one row; of several, everything else is ruled out day by day."""
    if len(held) == 1:
        only = held[0]
        yield Lock(True, client, None, service, only.day, only.start, only.clinician, only.room)
        if only.room is None:
            yield from _no_room(options, client, service, None, [o for o in offers if o.day == only.day])
        return
    by_day = {meeting.day: meeting for meeting in held}
    for day in DAYS:
        possible = [offer for offer in offers if offer.day == day]
        if possible and day not in by_day:
            yield Lock(False, client, None, service, day)
        elif day in by_day:
            yield from _nothing_else(options, by_day[day], possible)


def _nothing_else(options: Options, meeting: OneOnOne, possible: list[Offer]) -> Iterator[Lock]:
    client, service, day = meeting.client, meeting.service, meeting.day
    starts = sorted({start for offer in possible for start in offer.starts} - {meeting.start})
    yield from (Lock(False, client, None, service, day, start) for start in starts)
    others = sorted({offer.clinician for offer in possible} - {meeting.clinician})
    yield from (Lock(False, client, None, service, day, None, name) for name in others)
    rooms = sorted(_rooms(options, possible) - {meeting.room})
    if any(offer.in_person for offer in possible):
        yield from (Lock(False, client, None, service, day, None, None, room) for room in rooms)


def _no_room(options: Options, client: str, service: str, day: int | None, possible: list[Offer]) -> Iterator[Lock]:
    """A one-on-one without a room stays virtual where it could be in person."""
    if any(offer.in_person for offer in possible):
        for room in sorted(_rooms(options, possible)):
            yield Lock(False, client, None, service, day, None, None, room)


def _rooms(options: Options, offers: list[Offer]) -> set[str]:
    offices = {options.week.clinician_by_name[offer.clinician].office for offer in offers if offer.in_person}
    return {room for pool in options.pools for room in pool.rooms for o in offices if suits_individual(pool, o)}


def _only(schedule: Schedule, meeting: OneOnOne) -> bool:
    same = [o for o in schedule.one_on_ones if (o.client, o.service) == (meeting.client, meeting.service)]
    return len(same) == 1
