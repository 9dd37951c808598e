"""Fewer options for the clients of a part: of many alike a few, or only what one of some plans holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scheduler.model.options import Offer, Options, Slot
from scheduler.solve.alike_sections import with_few_sections
from scheduler.solve.least_busy import with_least_busy
from scheduler.solve.narrow import Plan, in_slot
from scheduler.solve.part import Fewer


def few_choices(plan: Plan, clients: Iterable[str], turn: int) -> Fewer:
    """Few clinicians of many and few of many alike sections for each of these clients, others at each turn."""
    names = set(clients)
    return lambda part: with_few_sections(with_least_busy(part, plan, names), plan, names, turn)


def either_of(plans: tuple[Plan, ...], groups: Iterable[str]) -> Fewer:
    """What one of the plans holds, and nothing else; groups: those about whose sessions the plans may differ."""
    return lambda part: _either(part, plans, set(groups))


def _either(part: Options, plans: tuple[Plan, ...], groups: set[str]) -> Options:
    slots = {}
    for slot in part.slots:
        left = _as_in(slot, plans) if slot.group.name in groups else slot
        if left.placements:
            slots[slot.key] = left
    attending = frozenset[tuple[str, str, int]]().union(*(plan.attending for plan in plans))
    admissions = (
        admission
        for known in part.admissions
        if known.key in attending and known.slot.key in slots
        for admission in in_slot(known, slots[known.slot.key])
    )
    return replace(
        part, slots=tuple(slots.values()), admissions=tuple(admissions), offers=tuple(_either_start(part, plans))
    )


def _as_in(slot: Slot, plans: tuple[Plan, ...]) -> Slot:
    """The slot at the times, with the leaders and in the kinds of rooms of the plans."""
    starts = {plan.starts[slot.key] for plan in plans if slot.key in plan.starts}
    leaders = {name for plan in plans for name in plan.leaders.get(slot.key, ())}
    pools = {name for plan in plans for name in plan.pools.get(slot.key, ())}
    placements = tuple(placement for placement in slot.placements if placement.start in starts)
    return replace(slot, placements=placements, leaders=tuple(sorted(leaders)), pools=tuple(sorted(pools)))


def _either_start(part: Options, plans: tuple[Plan, ...]) -> Iterator[Offer]:
    for offer in part.offers:
        taken = {start for plan in plans for start in plan.meetings.get(offer.key, ())}
        starts = tuple(start for start in offer.starts if start in taken)
        if starts:
            yield replace(offer, starts=starts)
