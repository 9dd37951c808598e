"""Options in which some clients keep exactly what a schedule gives them: small questions with quick answers."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.schedule import Schedule
from scheduler.model.options import Admission, Demand, Offer, Options, Slot


def kept(options: Options, schedule: Schedule, fixed: frozenset[str]) -> Options:
    """Fewer options: sessions keep their times, fixed clients their sessions, individual sessions and appointments."""
    held = {(session.group, session.day) for session in schedule.sessions}
    slots = {s.key: _pinned(s, schedule) for s in options.slots if s.key in held or _matters(options, s, fixed)}
    staying = {(client, s.group, s.day) for s in schedule.sessions for client in s.clients}
    admissions = (
        _in_slot(admission, slots[admission.slot.key])
        for admission in options.admissions
        if admission.slot.key in slots and (admission.client.name not in fixed or admission.key in staying)
    )
    free = [offer for offer in options.offers if offer.demand.client.name not in fixed]
    offers = [*free, *_kept_offers(schedule, options.demands, fixed)]
    return replace(
        options,
        slots=tuple(slots.values()),
        admissions=tuple(admission for admission in admissions if admission.placements),
        offers=tuple(sorted(offers, key=lambda offer: offer.key)),
    )


def _matters(options: Options, slot: Slot, fixed: frozenset[str]) -> bool:
    """Whether a session there must run, or could be attended by somebody who is not fixed."""
    admissions = options.admissions_of_slot.get(slot.key, ())
    return slot.group.must_run or any(a.client.name not in fixed for a in admissions)


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
