"""H5: Max clients, and the seats of the room for those who take one."""

from __future__ import annotations

from scheduler.model.draft import Draft, total
from scheduler.model.options import Slot
from scheduler.model.options.pools import needs_room


def post(draft: Draft) -> None:
    for slot in draft.options.slots:
        held = draft.held[slot.key]
        attending = draft.attendances(slot)
        for literal in attending if slot.key not in draft.held_anyway else ():
            draft.cp.add_implication(literal, held)
        if len(attending) > slot.group.max_clients:
            for at, there in draft.occasions(slot, attending):
                draft.cp.add(total(there) <= slot.group.max_clients * at)
        if needs_room(draft.week, slot.group):
            _room(draft, slot)


def _room(draft: Draft, slot: Slot) -> None:
    """Seats taken are at most those of the pool that hosts the session."""
    seats = slot.group.seats_per_client
    admissions = draft.options.admissions_of_slot.get(slot.key, ())
    seated = [draft.attend[a.key] for a in admissions if a.in_room]
    most = seats * min(slot.group.max_clients, len(seated))
    pools = draft.pools_for(slot)
    if seated and any(pool.first.capacity < most for pool in pools):
        capacity = total(min(pool.first.capacity, most) * draft.room[slot.key, pool.key] for pool in pools)
        draft.cp.add(seats * total(seated) <= capacity)
