"""Group sessions: when, with whom, where (H5, H7, H8, H9)."""

from __future__ import annotations

from benchmarks.methods.plain.encoding import Encoding
from benchmarks.methods.plain.linear import Terms, minus, ones, times
from scheduler.domain.calendar import holds
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.people import Clinician
from scheduler.domain.program import Room
from scheduler.domain.week import Week
from scheduler.model.options import Slot
from scheduler.model.options.pools import needs_room


def add(encoding: Encoding) -> None:
    for slot in encoding.options.slots:
        _times(encoding, slot)
        _facilitators(encoding, slot)
        if needs_room(encoding.week, slot.group):
            _room(encoding, slot)
    for group in encoding.week.active_groups:
        _group(encoding, group)


def _times(encoding: Encoding, slot: Slot) -> None:
    linear = encoding.linear
    held = encoding.held[slot.key] = linear.bool()
    if not slot.movable:
        encoding.at[slot.key, slot.placements[0].start] = held
        return
    for placement in slot.placements:
        encoding.at[slot.key, placement.start] = linear.bool()
    starts = [encoding.at[slot.key, placement.start] for placement in slot.placements]
    linear.equal([*ones(starts), (-1, held)], 0)


def may_lead(group: Group, clinician: Clinician) -> bool:
    """H7: named in Clinicians if that is filled, else in Lead, else qualified by topic."""
    if group.clinicians is not None:
        return clinician.name in group.clinicians
    return clinician.name in group.lead or clinician.topics is None or group.topic in clinician.topics


def is_there(week: Week, clinician: Clinician, group: Group, day: int, start: int) -> bool:
    """H7, H14: within Clinician hours for the modality, outside the clinician's closures."""
    end = start + group.minutes
    closed = any(
        c.clinician == clinician.name and day in c.days and c.start < end and start < c.end for c in week.closures
    )
    return not closed and holds(clinician.hours_for(group.modality)[day], start, end)


def _facilitators(encoding: Encoding, slot: Slot) -> None:
    linear, group, held = encoding.linear, slot.group, encoding.held[slot.key]
    if group.facilitators == 0:
        return
    leading: dict[str, int] = {}
    for clinician in encoding.week.clinicians:
        away = [p for p in slot.placements if not is_there(encoding.week, clinician, group, slot.day, p.start)]
        if not may_lead(group, clinician) or len(away) == len(slot.placements):
            continue
        leading[clinician.name] = encoding.lead[slot.key, clinician.name] = linear.bool()
        for placement in away:
            linear.not_both(leading[clinician.name], encoding.at[slot.key, placement.start])
    linear.equal([*ones(leading.values()), (-group.facilitators, held)], 0)
    if group.lead:
        linear.one_of(held, [leading[name] for name in sorted(set(group.lead)) if name in leading])


def suits(group: Group, room: Room) -> bool:
    """H8: Rooms, Use, Features and Virtual."""
    return (
        room.for_groups
        and room.virtual == (group.modality is Modality.VIRTUAL)
        and (group.rooms is None or room.name in group.rooms)
        and set(group.features) <= set(room.features)
    )


def is_open(week: Week, room: str, day: int, start: int, end: int) -> bool:
    """H14: outside the room's closures."""
    return not any(c.room == room and day in c.days and c.start < end and start < c.end for c in week.closures)


def _room(encoding: Encoding, slot: Slot) -> None:
    linear, group, held = encoding.linear, slot.group, encoding.held[slot.key]
    hosting: list[int] = []
    capacity: Terms = []
    for room in encoding.week.rooms:
        closed = [p for p in slot.placements if not is_open(encoding.week, room.name, slot.day, p.start, p.end)]
        if not suits(group, room) or len(closed) == len(slot.placements):
            continue
        variable = encoding.room[slot.key, room.name] = linear.bool()
        hosting.append(variable)
        capacity.append((room.capacity, variable))
        for placement in closed:
            linear.not_both(variable, encoding.at[slot.key, placement.start])
    linear.equal([*ones(hosting), (-1, held)], 0)
    admissions = encoding.options.admissions_of_slot.get(slot.key, ())
    seated = ones(encoding.attend[a.key] for a in admissions if a.in_room)
    linear.at_most([*times(group.seats_per_client, seated), *minus(capacity)], 0)


def _group(encoding: Encoding, group: Group) -> None:
    linear = encoding.linear
    slots = encoding.options.slots_of_group.get(group.name, ())
    linear.at_most(ones(encoding.held[slot.key] for slot in slots), group.sessions)
    if group.same_time and len(slots) > 1:
        starts = sorted({p.start for slot in slots for p in slot.placements})
        chosen = {start: linear.bool() for start in starts}
        linear.at_most(ones(chosen.values()), 1)
        for slot in slots:
            for placement in slot.placements:
                linear.implies(encoding.at[slot.key, placement.start], chosen[placement.start])
    if group.same_clinician and group.facilitators and len(slots) > 1:
        keys = {slot.key for slot in slots}
        leading = [(name, variable) for (key, name), variable in encoding.lead.items() if key in keys]
        having = {name: linear.bool() for name in sorted({name for name, _ in leading})}
        linear.at_most(ones(having.values()), group.facilitators)
        for name, variable in leading:
            linear.implies(variable, having[name])
