"""Options in which some clients keep exactly what a schedule gives them: small questions with quick answers."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.schedule import Schedule
from scheduler.model.options import Admission, Demand, Offer, Options, Slot


def kept(options: Options, schedule: Schedule, fixed: frozenset[str]) -> Options:
    """Fewer options: sessions keep their times, fixed clients their sessions, individual sessions and appointments."""
    slots = {slot.key: _pinned(slot, schedule) for slot in options.slots}
    staying = {(client, s.group, s.day) for s in schedule.sessions for client in s.clients}
    admissions = (
        _in_slot(admission, slots[admission.slot.key])
        for admission in options.admissions
        if admission.client.name not in fixed or admission.key in staying
    )
    free = [offer for offer in options.offers if offer.demand.client.name not in fixed]
    offers = [*free, *_kept_offers(schedule, options.demands, fixed)]
    return replace(
        options,
        slots=tuple(slots.values()),
        admissions=tuple(admission for admission in admissions if admission.placements),
        offers=tuple(sorted(offers, key=lambda offer: offer.key)),
    )


def _pinned(slot: Slot, schedule: Schedule) -> Slot:
    """The slot at the time that its session has, or that of its group's other sessions if all are to be at one."""
    own = {s.start for s in schedule.sessions if (s.group, s.day) == slot.key}
    same = {s.start for s in schedule.sessions if s.group == slot.group.name and slot.group.same_time}
    placements = tuple(p for p in slot.placements if p.start in (own or same))
    return Slot(slot.group, slot.day, placements) if placements else slot


def _in_slot(admission: Admission, slot: Slot) -> Admission:
    """The admission in a slot that may have fewer placements."""
    starts = {p.start for p in slot.placements}
    return replace(admission, slot=slot, placements=tuple(p for p in admission.placements if p.start in starts))


def _kept_offers(schedule: Schedule, demands: tuple[Demand, ...], fixed: frozenset[str]) -> list[Offer]:
    """For each individual session and appointment of a fixed client the one offer that it is."""
    left: dict[tuple[str, str, int], list[Demand]] = {}
    for demand in demands:
        if demand.client.name in fixed:
            key = (demand.client.name, demand.service, demand.minutes)
            left.setdefault(key, []).extend([demand] * demand.sessions)
    result = []
    for meeting in schedule.one_on_ones:
        due = left.get((meeting.client, meeting.service, meeting.minutes))
        if due:
            fitting = next((d for d in due if meeting.clinician in d.clinicians), due[0])
            due.remove(fitting)
            result.append(Offer(fitting, meeting.day, meeting.clinician, meeting.modality, (meeting.start,)))
    return result
