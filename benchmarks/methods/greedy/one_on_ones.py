"""Individual sessions and appointments: the first time at which client, clinician and a room are free."""

from __future__ import annotations

from benchmarks.methods.greedy.desk import Desk, Sheet
from benchmarks.methods.greedy.seats import by_priority
from benchmarks.methods.plain.sessions import is_open
from scheduler.domain.schedule import Kind, OneOnOne
from scheduler.model.options import Demand, Offer


def hold_one_on_ones(desk: Desk) -> None:
    """Those that a lock asks for first, then by priority."""
    promised = {lock.client for lock in desk.week.locks if lock.must and lock.group is None}
    for sheet in sorted(by_priority(desk), key=lambda sheet: sheet.client.name not in promised):
        for demand in desk.options.demands_of_client.get(sheet.client.name, ()):
            for _ in range(demand.sessions):
                _hold(desk, sheet, demand)


def _hold(desk: Desk, sheet: Sheet, demand: Demand) -> None:
    offers = desk.options.offers_of_demand.get(demand.key, ())
    days = sheet.days()
    for offer in sorted(offers, key=lambda o: (demand.clinicians.index(o.clinician), o.day not in days, o.day)):
        if not _day_allows(desk, sheet, offer):
            continue
        for start in offer.starts:
            end = start + demand.minutes
            if not _time_allows(desk, sheet, offer, start, end):
                continue
            room = _room(desk, offer, start, end)
            if offer.in_person and room is None:
                continue
            meeting = OneOnOne(
                sheet.client.name,
                demand.kind,
                demand.service,
                offer.day,
                start,
                end,
                offer.clinician,
                room,
                offer.modality,
            )
            sheet.meets.append((meeting, demand.counted_minutes))
            desk.clinicians.take(offer.clinician, offer.day, start, end)
            if room is not None:
                desk.rooms.take(room, offer.day, start, end)
            return


def _day_allows(desk: Desk, sheet: Sheet, offer: Offer) -> bool:
    demand, program = offer.demand, desk.week.program
    if program.individual_on_treatment_days and offer.day not in sheet.days():
        return False
    if any(m.day == offer.day and m.service == demand.service for m, _ in sheet.meets):
        return False
    others = {m.clinician for m, _ in sheet.meets if m.kind is Kind.INDIVIDUAL}
    if demand.kind is Kind.INDIVIDUAL and others - {offer.clinician}:
        return False
    return sheet.may_count(offer.day, demand.counted_minutes) and desk.has_time(
        offer.clinician, offer.day, demand.minutes
    )


def _time_allows(desk: Desk, sheet: Sheet, offer: Offer, start: int, end: int) -> bool:
    after = desk.week.program.individual_after_groups and offer.day in sheet.days()
    if after and any(s.slot.day == offer.day and start < s.placement.end for s in sheet.sits_in):
        return False
    return sheet.free(offer.day, start, end) and desk.clinicians.free(offer.clinician, offer.day, start, end)


def _room(desk: Desk, offer: Offer, start: int, end: int) -> str | None:
    """The office, else the smallest free room for individual use."""
    if not offer.in_person:
        return None
    office = desk.week.clinician_by_name[offer.clinician].office
    rooms = [r for r in desk.week.rooms if r.for_individual and not r.virtual and r.capacity >= 1]
    free = [
        room
        for room in rooms
        if office in (None, room.name)
        and is_open(desk.week, room.name, offer.day, start, end)
        and desk.rooms.free(room.name, offer.day, start, end)
    ]
    return min(free, key=lambda room: room.capacity).name if free else None
