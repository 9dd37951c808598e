"""From the values of a draft's variables to a schedule, rooms of a pool handed out one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ortools.sat.python.cp_model import IntVar

from scheduler.domain.calendar import DAYS
from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule, schedule_of
from scheduler.model.draft import Draft
from scheduler.model.options import Offer, Pool, Slot
from scheduler.solve.handing_out import Stay, hand_out

Value = Callable[[IntVar], int]


def extract(draft: Draft, value: Value, aside: Schedule | None = None) -> Schedule:
    """The schedule that the values describe; raises RoomsShort where no room can be handed out.

    aside: what belongs to it and is no part of the draft; rooms of a pool are handed out anew for all.
    """
    aside = aside or Schedule()
    held = [slot for slot in draft.options.slots if value(draft.held[slot.key])]
    given = [offer for offer in draft.options.offers if value(draft.given[offer.key])]
    starts = {_key(slot): _session_start(draft, slot, value) for slot in held}
    starts |= {_key(offer): _offer_start(draft, offer, value) for offer in given}
    rooms = _hand_out(draft, held, given, starts, value, aside)
    return schedule_of(
        [
            *(_session(draft, slot, starts[_key(slot)], rooms.get(_key(slot)), value) for slot in held),
            *(replace(session, room=rooms.get(_aside_key(session))) for session in aside.sessions),
        ],
        [
            *(_one_on_one(offer, starts[_key(offer)], rooms.get(_key(offer))) for offer in given),
            *(replace(meeting, room=rooms.get(_aside_key(meeting))) for meeting in aside.one_on_ones),
        ],
    )


def set_aside(draft: Draft, schedule: Schedule) -> Schedule:
    """What of the schedule is no part of the draft, for it is settled."""
    options = draft.options
    if not options.aside.sessions and not options.aside.engagements:
        return Schedule()
    return Schedule(
        tuple(session for session in schedule.sessions if (session.group, session.day) in options.aside.sessions),
        tuple(meeting for meeting in schedule.one_on_ones if meeting.client in options.settled),
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
    draft: Draft, held: list[Slot], given: list[Offer], starts: dict[str, int], value: Value, aside: Schedule
) -> dict[str, str]:
    """Rooms by session or offer, of the pools that the values chose, or of any that would do where they chose none."""
    pause = draft.week.program.room_turnaround
    closed = {(room, day): pool.closed[day] for pool in draft.options.pools for room in pool.rooms for day in DAYS}
    stays = []
    for slot in held:
        rooms = tuple(r for pool in draft.pools_for(slot) if value(draft.room[slot.key, pool.key]) for r in pool.rooms)
        if rooms:
            start = starts[_key(slot)]
            stays.append(Stay(slot.day, start, start + slot.group.minutes + pause, _key(slot), rooms))
    for offer in given:
        rooms = tuple(room for pool in _pools_of_offer(draft, offer, value) for room in pool.rooms)
        if rooms:
            start = starts[_key(offer)]
            stays.append(Stay(offer.day, start, start + offer.demand.minutes + pause, _key(offer), rooms))
    return hand_out([*stays, *_stays_aside(draft, aside)], closed, pause)


def _stays_aside(draft: Draft, aside: Schedule) -> Iterator[Stay]:
    pools, pause = draft.options.pool_of_room, draft.week.program.room_turnaround
    for session in aside.sessions:
        if session.room is not None:
            rooms = pools[session.room].rooms
            yield Stay(session.day, session.start, session.end + pause, _aside_key(session), rooms)
    for meeting in aside.one_on_ones:
        if meeting.room is not None:
            some = draft.options.pools_for_meetings[meeting.clinician]
            rooms = tuple(room for pool in some for room in pool.rooms)
            yield Stay(meeting.day, meeting.start, meeting.end + pause, _aside_key(meeting), rooms)


def _aside_key(activity: GroupSession | OneOnOne) -> str:
    return f"aside: {activity.name} {activity.start}"


def _pools_of_offer(draft: Draft, offer: Offer, value: Value) -> list[Pool]:
    pools = draft.pools_for_offer(offer)
    return [p for p in pools if (offer.key, p.key) not in draft.place or value(draft.place[offer.key, p.key])]
