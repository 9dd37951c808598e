"""The options of a widened week: all for the target clients, the usual for those who may move, the rest fixed."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.people import INDIVIDUAL
from scheduler.domain.schedule import Kind as ActivityKind
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.widen import shared_widened, widened
from scheduler.model.options import Admission, Demand, Offer, Options, Slot, options_of
from scheduler.model.options.services import may_hold, offers


def wide_options(week: Week, schedule: Schedule, targets: frozenset[str], fixed: frozenset[str]) -> Options:
    """What could be part of a schedule with every liftable restriction lifted.

    targets: clients whose own restrictions are lifted too. fixed: clients who keep exactly what the schedule gives
    them.
    """
    wide = widened(week, targets)
    all_options = options_of(wide)
    usual = options_of(shared_widened(week))
    demands, some_offers = _services(week, wide, targets)
    staying = {*_attendances(schedule)}
    slots = {slot.key: _pinned(slot, schedule) for slot in all_options.slots}
    admissions = [a for a in all_options.admissions if a.client.name in targets]
    admissions += [
        a for a in usual.admissions if a.client.name not in targets and (a.client.name not in fixed or a.key in staying)
    ]
    in_slots = (_in_slot(admission, slots[admission.slot.key]) for admission in admissions)
    kept = _kept_offers(week, schedule, demands, fixed)
    free = [o for o in some_offers if o.demand.client.name not in fixed]
    return replace(
        all_options,
        slots=tuple(slots.values()),
        admissions=tuple(sorted((a for a in in_slots if a.placements), key=lambda a: a.key)),
        demands=demands,
        offers=tuple(sorted([*free, *kept], key=lambda o: o.key)),
    )


def _attendances(schedule: Schedule) -> set[tuple[str, str, int]]:
    return {(client, session.group, session.day) for session in schedule.sessions for client in session.clients}


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


def _services(week: Week, wide: Week, targets: frozenset[str]) -> tuple[tuple[Demand, ...], list[Offer]]:
    """Demands of all; offers of targets in widened hours and with others who could hold them, of the rest as now."""
    as_now = options_of(week)
    own = {client.name: client for client in week.clients}
    in_own_way = tuple(
        replace(c, modality=own[c.name].modality, virtual_days=own[c.name].virtual_days) for c in wide.clients
    )
    theirs = options_of(replace(wide, clients=in_own_way)).demands
    demands = tuple(_with_more_holders(week, d) if d.client.name in targets else d for d in theirs)
    of_targets = tuple(d for d in demands if d.client.name in targets)
    found = list(offers(replace(wide, clients=in_own_way), of_targets))
    return demands, [*found, *(o for o in as_now.offers if o.demand.client.name not in targets)]


def _with_more_holders(week: Week, demand: Demand) -> Demand:
    if demand.kind is ActivityKind.INDIVIDUAL:
        able = [c.name for c in week.clinicians if c.topics is None or INDIVIDUAL in c.topics]
    else:
        able = [c.name for c in week.clinicians if may_hold(c, demand.service)]
    return replace(demand, clinicians=tuple(dict.fromkeys([*demand.clinicians, *able])))


def _kept_offers(week: Week, schedule: Schedule, demands: tuple[Demand, ...], fixed: frozenset[str]) -> list[Offer]:
    """For each individual session and appointment of a fixed client the one offer that it is."""
    left: dict[tuple[str, str, int], list[Demand]] = {}
    for demand in demands:
        if demand.client.name in fixed:
            key = (demand.client.name, demand.service, demand.minutes)
            left.setdefault(key, []).extend([demand] * demand.sessions)
    result = []
    for meeting in schedule.one_on_ones:
        due = left.get((meeting.client, meeting.service, meeting.minutes))
        if meeting.client in fixed and due:
            fitting = next((d for d in due if meeting.clinician in d.clinicians), due[0])
            due.remove(fitting)
            result.append(Offer(fitting, meeting.day, meeting.clinician, meeting.modality, (meeting.start,)))
    return result
