"""From the values of a draft's variables to a schedule, rooms of a pool handed out one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python.cp_model import IntVar

from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule, schedule_of
from scheduler.model.draft import Draft
from scheduler.model.options import Offer, Slot

Value = Callable[[IntVar], int]


@dataclass(frozen=True)
class _Stay:
    """A use of a pool of rooms, the turnaround after it included in its end."""

    day: int
    start: int
    end: int
    key: str


def extract(draft: Draft, value: Value) -> Schedule:
    """The schedule that the values describe."""
    held = [slot for slot in draft.options.slots if value(draft.held[slot.key])]
    given = [offer for offer in draft.options.offers if value(draft.given[offer.key])]
    starts = {_key(slot): _session_start(draft, slot, value) for slot in held}
    starts |= {_key(offer): _offer_start(draft, offer, value) for offer in given}
    rooms = _hand_out(draft, held, given, starts, value)
    return schedule_of(
        [_session(draft, slot, starts[_key(slot)], rooms.get(_key(slot)), value) for slot in held],
        [_one_on_one(offer, starts[_key(offer)], rooms.get(_key(offer))) for offer in given],
    )


def _key(item: Slot | Offer) -> str:
    return " ".join(map(str, item.key))


def _session_start(draft: Draft, slot: Slot, value: Value) -> int:
    return next(p.start for p in slot.placements if value(draft.at[slot.key, p.start]))


def _offer_start(draft: Draft, offer: Offer, value: Value) -> int:
    return next(start for start in offer.starts if value(draft.begin[offer.key, start]))


def _session(draft: Draft, slot: Slot, start: int, room: str | None, value: Value) -> GroupSession:
    leading = [c.name for c in draft.week.clinicians if (slot.key, c.name) in draft.lead]
    admissions = draft.options.admissions_of_slot.get(slot.key, ())
    return GroupSession(
        day=slot.day,
        start=start,
        end=start + slot.group.minutes,
        group=slot.group.name,
        facilitators=tuple(sorted(name for name in leading if value(draft.lead[slot.key, name]))),
        room=room,
        clients=tuple(sorted(a.client.name for a in admissions if value(draft.attend[a.key]))),
    )


def _one_on_one(offer: Offer, start: int, room: str | None) -> OneOnOne:
    demand = offer.demand
    return OneOnOne(
        client=demand.client.name,
        kind=demand.kind,
        service=demand.service,
        day=offer.day,
        start=start,
        end=start + demand.minutes,
        clinician=offer.clinician,
        room=room,
        modality=offer.modality,
    )


def _hand_out(
    draft: Draft, held: list[Slot], given: list[Offer], starts: dict[str, int], value: Value
) -> dict[str, str]:
    """Rooms by session or offer: in each pool the first room that is free, in order of start."""
    pause = draft.week.program.room_turnaround
    stays: dict[str, list[_Stay]] = {}
    for slot in held:
        for pool in draft.pools_for(slot):
            if value(draft.room[slot.key, pool.key]):
                start = starts[_key(slot)]
                stay = _Stay(slot.day, start, start + slot.group.minutes + pause, _key(slot))
                stays.setdefault(pool.key, []).append(stay)
    for offer in given:
        for pool in draft.pools_for_offer(offer):
            if value(draft.place[offer.key, pool.key]):
                start = starts[_key(offer)]
                stay = _Stay(offer.day, start, start + offer.demand.minutes + pause, _key(offer))
                stays.setdefault(pool.key, []).append(stay)
    result: dict[str, str] = {}
    for pool in draft.options.pools:
        result |= _first_free(pool.rooms, stays.get(pool.key, []))
    return result


def _first_free(rooms: tuple[str, ...], stays: list[_Stay]) -> dict[str, str]:
    free_from: dict[tuple[str, int], int] = {}
    result = {}
    for stay in sorted(stays, key=lambda stay: (stay.day, stay.start, stay.key)):
        room = next(room for room in rooms if free_from.get((room, stay.day), 0) <= stay.start)
        free_from[room, stay.day] = stay.end
        result[stay.key] = room
    return result
