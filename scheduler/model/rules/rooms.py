"""H8: a pool of rooms hosts no more than it has rooms, Room turnaround between; who needs a room has one."""

from __future__ import annotations

from scheduler.domain.calendar import DAYS
from scheduler.model.draft import Draft, total
from scheduler.model.occupancy import Occupancy
from scheduler.model.options import Pool
from scheduler.model.options.pools import needs_room
from scheduler.model.uses import offer_use, session_use


def post(draft: Draft) -> None:
    for slot in draft.options.slots:
        if needs_room(draft.week, slot.group):
            rooms = [draft.room[slot.key, pool.key] for pool in draft.pools_for(slot)]
            draft.cp.add(total(rooms) == draft.held[slot.key])
    for pool in draft.options.pools:
        for day in DAYS:
            _capacity(draft, pool, day)


def _capacity(draft: Draft, pool: Pool, day: int) -> None:
    time = Occupancy(pool.count, draft.week.program.room_turnaround, closed=list(pool.closed[day]))
    for slot in draft.options.slots:
        hosting = draft.room.get((slot.key, pool.key))
        if hosting is not None and slot.day == day:
            time.uses.append(session_use(draft, slot, hosting))
    for offer in draft.options.offers:
        hosting = draft.place.get((offer.key, pool.key))
        if hosting is not None and offer.day == day:
            time.uses.append(offer_use(draft, offer, hosting))
    time.post(draft)
