"""H7: clinicians do one thing at a time with their break, within their hours, qualified, within Max hours."""

from __future__ import annotations

from scheduler.domain.calendar import DAYS, holds, overlaps
from scheduler.domain.groups import Group
from scheduler.domain.people import Clinician
from scheduler.domain.week import Week
from scheduler.model.draft import Draft, total
from scheduler.model.occupancy import Occupancy
from scheduler.model.options import Offer, Slot
from scheduler.model.options.slots import Placement, closed_windows
from scheduler.model.uses import offer_use, session_use, taking_every_start


def post(draft: Draft) -> None:
    for slot in draft.options.slots:
        _present(draft, slot)
    for clinician in draft.week.clinicians:
        for day in DAYS:
            _one_at_a_time(draft, clinician, day)
        _max_hours(draft, clinician)


def post_own_meetings(draft: Draft) -> None:
    """One at a time, with the break, for what one client has with the same clinician; hours are not looked at."""
    for (name, day), offers in sorted(draft.options.offers_of_clinician.items()):
        if len({offer.demand.key for offer in offers}) > 1:
            _one_at_a_time(draft, draft.week.clinician_by_name[name], day)


def qualified(clinician: Clinician, group: Group) -> bool:
    """Whether the clinician may lead the group: only Clinicians if given, else by Lead or topic."""
    if group.clinicians is not None:
        return clinician.name in group.clinicians
    return clinician.name in group.lead or clinician.topics is None or group.topic in clinician.topics


def may_lead(week: Week, clinician: Clinician, slot: Slot) -> bool:
    """Whether the clinician may lead the slot's session at one of its placements at least."""
    if slot.leaders is not None and clinician.name not in slot.leaders:
        return False
    return qualified(clinician, slot.group) and bool(placements_led(week, clinician, slot))


def placements_led(week: Week, clinician: Clinician, slot: Slot) -> list[Placement]:
    """The slot's placements at which the clinician is there."""
    return [placement for placement in slot.placements if _there(week, clinician, slot, placement)]


def _there(week: Week, clinician: Clinician, slot: Slot, placement: Placement) -> bool:
    """H7 and H14: within the clinician's hours for the modality, outside the clinician's closures."""
    closed = closed_windows(tuple(c for c in week.closures if c.clinician == clinician.name), slot.day)
    hours = clinician.hours_for(slot.group.modality)[slot.day]
    inside = holds(hours, placement.start, placement.end)
    return inside and not overlaps(closed, placement.start, placement.end)


def _present(draft: Draft, slot: Slot) -> None:
    """A session starts only when those who lead it are there."""
    for clinician in draft.week.clinicians:
        leading = draft.lead.get((slot.key, clinician.name))
        if leading is None or not slot.movable:
            continue
        fitting = placements_led(draft.week, clinician, slot)
        if len(fitting) < len(slot.placements):
            draft.cp.add_bool_or([leading.negated(), *(draft.at[slot.key, p.start] for p in fitting)])


def _one_at_a_time(draft: Draft, clinician: Clinician, day: int) -> None:
    engaged = draft.options.aside.windows_of(clinician.name, day)
    time = Occupancy(pause=draft.week.program.clinician_break, engaged=engaged)
    time.uses += [session_use(draft, slot, leading) for slot, leading in draft.led(clinician.name, day)]
    offers = draft.options.offers_of_clinician.get((clinician.name, day), ())
    if draft.coarse:
        _fits_the_day(draft, clinician, day, offers)
    else:
        time.uses += [offer_use(draft, offer, draft.given[offer.key]) for offer in offers]
    time.post(draft)


def _fits_the_day(draft: Draft, clinician: Clinician, day: int, offers: tuple[Offer, ...]) -> None:
    """All activities fit into the clinician's hours of the day, and no session led takes an offer's every start."""
    for slot, leading in draft.led(clinician.name, day):
        for offer in offers:
            for literal in taking_every_start(draft, offer, slot, leading):
                draft.cp.add_at_most_one([draft.given[offer.key], literal])
    open_minutes = sum(window.minutes for window in clinician.hours[day])
    if offers:
        draft.cp.add(total(busy_on(draft, clinician, day)) <= open_minutes)


def _max_hours(draft: Draft, clinician: Clinician) -> None:
    days = {day: busy_on(draft, clinician, day) for day in DAYS}
    if clinician.max_minutes_per_day is not None:
        for busy in days.values():
            _at_most(draft, busy, clinician.max_minutes_per_day)
    if clinician.max_minutes is not None:
        _at_most(draft, [term for busy in days.values() for term in busy], clinician.max_minutes)


def _at_most(draft: Draft, busy: list, minutes: int) -> None:  # type: ignore[type-arg]
    if any(not isinstance(term, int) for term in busy):
        draft.cp.add(total(busy) <= minutes)


def busy_on(draft: Draft, clinician: Clinician, day: int) -> list:  # type: ignore[type-arg]
    """Terms that add up to the clinician's minutes of activity on the day, none where there can't be any."""
    groups = [slot.group.minutes * leading for slot, leading in draft.led(clinician.name, day)]
    offers = draft.options.offers_of_clinician.get((clinician.name, day), ())
    meetings = [offer.demand.minutes * draft.given[offer.key] for offer in offers]
    aside = draft.options.aside.minutes_of(clinician.name, day)
    return groups + meetings + ([aside] if aside else [])
