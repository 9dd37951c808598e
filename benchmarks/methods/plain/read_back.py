"""From the values of the variables to a schedule."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.methods.plain.encoding import Encoding
from benchmarks.methods.rooms_of_one_on_ones import with_rooms
from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule, schedule_of
from scheduler.model.options import Slot

Chosen = Callable[[int], bool]


def schedule(encoding: Encoding, chosen: Chosen) -> Schedule:
    """The schedule in which whatever has a variable that is chosen happens."""
    sessions = [_session(encoding, s, chosen) for s in encoding.options.slots if chosen(encoding.held[s.key])]
    meetings = [
        OneOnOne(
            offer.demand.client.name,
            offer.demand.kind,
            offer.demand.service,
            offer.day,
            start,
            start + offer.demand.minutes,
            offer.clinician,
            None,
            offer.modality,
        )
        for offer in encoding.options.offers
        if chosen(encoding.given[offer.key])
        for start in offer.starts
        if chosen(encoding.begin[offer.key, start])
    ]
    return schedule_of(sessions, with_rooms(encoding.week, sessions, meetings))


def _session(encoding: Encoding, slot: Slot, chosen: Chosen) -> GroupSession:
    week = encoding.week
    start = next(p.start for p in slot.placements if chosen(encoding.at[slot.key, p.start]))
    leading = [c.name for c in week.clinicians if chosen(encoding.lead.get((slot.key, c.name), -1))]
    rooms = [room.name for room in week.rooms if chosen(encoding.room.get((slot.key, room.name), -1))]
    admissions = encoding.options.admissions_of_slot.get(slot.key, ())
    clients = sorted(a.client.name for a in admissions if chosen(encoding.attend[a.key]))
    return GroupSession(
        day=slot.day,
        start=start,
        end=start + slot.group.minutes,
        group=slot.group.name,
        facilitators=tuple(sorted(leading)),
        room=rooms[0] if rooms else None,
        clients=tuple(clients),
    )
