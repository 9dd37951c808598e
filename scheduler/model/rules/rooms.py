"""H8: a pool of rooms hosts no more than it has rooms, Room turnaround between; who needs a room has one.

Individual sessions that may use any room for individual use are not given one here: it is enough that never more
rooms are in use than there are. Rooms are handed out afterwards; should that fail, the options say `rooms_chosen`, and
the model chooses the room of each.
"""

from __future__ import annotations

from scheduler.domain.calendar import DAYS
from scheduler.model.draft import Draft, total
from scheduler.model.occupancy import Occupancy
from scheduler.model.options import Pool
from scheduler.model.options.pools import needs_room, suits_individual
from scheduler.model.uses import offer_use, session_use


def post(draft: Draft) -> None:
    for slot in draft.options.slots:
        if needs_room(draft.week, slot.group):
            rooms = [draft.room[slot.key, pool.key] for pool in draft.pools_for(slot)]
            if len(rooms) != 1:
                for at, hosting in draft.occasions(slot, rooms):
                    draft.cp.add(total(hosting) == at)
    for pool in draft.options.pools:
        for day in DAYS:
            _capacity(draft, pool, day)
    if not draft.options.rooms_chosen and not draft.coarse:
        shared = [pool for pool in draft.options.pools if suits_individual(pool, None)]
        for day in DAYS:
            _rooms_in_use(draft, shared, day)


def _capacity(draft: Draft, pool: Pool, day: int) -> None:
    turnaround, engaged = draft.week.program.room_turnaround, draft.options.aside.windows_in(pool.key, day)
    time = Occupancy(pool.count, turnaround, closed=list(pool.closed[day]), engaged=engaged)
    _hosted(draft, time, pool, day)
    for offer in () if draft.coarse else draft.options.offers_of_day.get(day, ()):
        hosting = draft.place.get((offer.key, pool.key))
        if hosting is not None:
            time.uses.append(offer_use(draft, offer, hosting))
    time.post(draft)


def _hosted(draft: Draft, time: Occupancy, pool: Pool, day: int) -> None:
    time.uses += [session_use(draft, slot, hosting) for slot, hosting in draft.hosted(pool.key, day)]


def _rooms_in_use(draft: Draft, pools: list[Pool], day: int) -> None:
    """All that happens in rooms for individual use at one time needs no more of them than are open."""
    time = Occupancy(sum(pool.count for pool in pools), draft.week.program.room_turnaround)
    time.engaged = draft.options.aside.meetings_in_person(day)
    for pool in pools:
        _hosted(draft, time, pool, day)
        time.engaged += draft.options.aside.sessions_in(pool.key, day)
        time.reserved += [(window, pool.count) for window in pool.closed[day]]
    offers = [offer for offer in draft.options.offers_of_day.get(day, ()) if offer.in_person]
    reserved = sum(count for _, count in time.reserved)
    at_once = len(time.uses) + len({offer.clinician for offer in offers}) + reserved + len(time.engaged)
    if at_once > time.capacity:
        time.uses += [offer_use(draft, offer, draft.given[offer.key]) for offer in offers]
        time.post(draft)
