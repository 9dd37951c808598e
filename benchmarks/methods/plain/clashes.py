"""Nobody, and no room, in two places at one time (H1, H7, H8)."""

from __future__ import annotations

from benchmarks.methods.plain.encoding import Encoding
from benchmarks.methods.plain.linear import Use
from scheduler.domain.program import Room


def add(encoding: Encoding) -> None:
    for day in range(7):
        _clients(encoding, day)
        _clinicians(encoding, day)
        for room in encoding.week.rooms:
            _room(encoding, room, day)
        _rooms_for_one_on_ones(encoding, day)
    for clinician in encoding.week.clinicians:
        if clinician.max_minutes is not None:
            encoding.linear.at_most(encoding.busy(clinician.name), clinician.max_minutes)


def _clients(encoding: Encoding, day: int) -> None:
    for client in encoding.week.active_clients:
        uses = [encoding.use_of(a.slot, encoding.attend[a.key]) for a in encoding.admissions(client, day)]
        uses += [encoding.use_of_offer(offer) for offer in encoding.offers(client, day)]
        encoding.linear.limit_at_once(uses, 1)


def _clinicians(encoding: Encoding, day: int) -> None:
    pause = encoding.week.program.clinician_break
    for clinician in encoding.week.clinicians:
        leading = [(s, encoding.lead.get((s.key, clinician.name))) for s in encoding.options.slots if s.day == day]
        uses = [encoding.use_of(slot, variable) for slot, variable in leading if variable is not None]
        offers = encoding.options.offers_of_clinician.get((clinician.name, day), ())
        encoding.linear.limit_at_once(uses + [encoding.use_of_offer(offer) for offer in offers], 1, pause)
        if clinician.max_minutes_per_day is not None:
            encoding.linear.at_most(encoding.busy(clinician.name, day), clinician.max_minutes_per_day)


def _hosted(encoding: Encoding, room: str, day: int) -> list[Use]:
    hosting = [(s, encoding.room.get((s.key, room))) for s in encoding.options.slots if s.day == day]
    return [encoding.use_of(slot, variable) for slot, variable in hosting if variable is not None]


def _room(encoding: Encoding, room: Room, day: int) -> None:
    """Its sessions, and what is held there because it is somebody's office."""
    week = encoding.week
    uses = _hosted(encoding, room.name, day)
    for offer in encoding.options.offers_of_day.get(day, ()):
        if offer.in_person and week.clinician_by_name[offer.clinician].office == room.name:
            uses.append(encoding.use_of_offer(offer))
    pause = week.program.room_turnaround
    encoding.linear.limit_at_once(uses, 1, pause, _closed(encoding, room.name, day))


def _rooms_for_one_on_ones(encoding: Encoding, day: int) -> None:
    """Never more in use than there are; which of them each takes is settled afterwards."""
    rooms = [room for room in encoding.week.rooms if room.for_individual and not room.virtual and room.capacity >= 1]
    uses = [use for room in rooms for use in _hosted(encoding, room.name, day)]
    uses += [encoding.use_of_offer(o) for o in encoding.options.offers_of_day.get(day, ()) if o.in_person]
    closed = [window for room in rooms for window in _closed(encoding, room.name, day)]
    encoding.linear.limit_at_once(uses, len(rooms), encoding.week.program.room_turnaround, closed)


def _closed(encoding: Encoding, room: str, day: int) -> list[tuple[int, int]]:
    """Closures of the room; what ends as one begins needs no turnaround before it."""
    pause = encoding.week.program.room_turnaround
    windows = [(c.start + pause, c.end) for c in encoding.week.closures if c.room == room and day in c.days]
    return [(start, end) for start, end in windows if start < end]
