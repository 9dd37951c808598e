"""H6: a held session has at least Min clients, unless it Must run or a lock has it held."""

from __future__ import annotations

from scheduler.domain.week import Week
from scheduler.model.draft import Draft, total
from scheduler.model.options import Slot


def post(draft: Draft) -> None:
    for slot in draft.options.slots:
        if (
            slot.key in draft.held_anyway
            or slot.group.must_run
            or locked_to_be_held(draft.week, slot)
            or slot.group.min_clients == 0
        ):
            continue
        for at, attending in draft.occasions(slot, draft.attendances(slot)):
            draft.cp.add(total(attending) >= slot.group.min_clients * at)


def locked_to_be_held(week: Week, slot: Slot) -> bool:
    """Whether a must lock names the slot's group and day."""
    return any(lock.must and lock.group == slot.group.name and lock.day == slot.day for lock in week.locks)
