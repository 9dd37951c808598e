"""Who leads which session of a large site, decided before any client comes in.

Where clinicians and rooms suffice for all sessions, nothing is lost by that; else those are held that seat most.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ortools.sat.python.cp_model import IntVar, LinearExprT

from scheduler.domain.people import Clinician
from scheduler.model.build import build
from scheduler.model.draft import Draft, SlotKey, total
from scheduler.model.goals.fair_load import available
from scheduler.model.options import Options, Slot
from scheduler.model.rules.clinicians import may_lead
from scheduler.solve.call import Effort, call
from scheduler.solve.clock import Clock
from scheduler.solve.narrow import NOTHING, Plan

URGENT = 100_000
WANTED = 3
"""How much more a seat counts in a session that is wanted."""
MOST_LEADERS = 12
"""Clinicians thought of for a group where more are qualified."""


def staffed(options: Options, effort: Effort, clock: Clock, wanted: Collection[SlotKey] = ()) -> Plan:
    """The sessions that can be held together, and who leads them; nobody attends them yet.

    Clients of whom a lock speaks are thought of, for a lock may want a clinician's time on a day of its own. wanted:
    sessions that are to be held rather than others.
    """
    clients = options.week.locked_clients
    slots = {slot.key: slot for slot in _open(options)}
    week = replace(options.week, clinicians=beside_meetings(options, clients))
    empty = replace(
        options,
        week=week,
        slots=tuple(slots.values()),
        admissions=tuple(replace(a, slot=slots[a.slot.key]) for a in options.admissions if a.client.name in clients),
        offers=tuple(offer for offer in options.offers if offer.demand.client.name in clients),
        settled=frozenset(client.name for client in options.week.active_clients if client.name not in clients),
    )
    draft = build(empty)
    locked = {lock.group for lock in options.week.locks if lock.must and lock.group is not None}
    worth = {slot.key: WANTED if slot.key in wanted else 1 for slot in empty.slots}
    seats = (worth[s.key] * _seats(draft, s, _seats_asked_for(options, s), locked) for s in empty.slots)
    draft.cp.maximize(total(seats))
    values = call(draft.cp, effort, clock.stop).values
    if values is None:
        return NOTHING
    held = [slot for slot in empty.slots if values[draft.held[slot.key].index]]
    starts = {slot.key: slot.placements[0].start for slot in held}
    return Plan(starts, frozenset(), {}, chosen(draft.lead, values), chosen(draft.room, values))


def chosen(literals: dict[tuple[SlotKey, str], IntVar], values: Sequence[int]) -> dict[SlotKey, tuple[str, ...]]:
    """For each session the names, of clinicians or of pools, whose literals are true."""
    names: dict[SlotKey, tuple[str, ...]] = {}
    for (key, name), literal in literals.items():
        if values[literal.index]:
            names[key] = (*names.get(key, ()), name)
    return names


def _seats_asked_for(options: Options, slot: Slot) -> int:
    """How many clients could want a seat."""
    return min(len(options.admissions_of_slot.get(slot.key, ())), slot.group.max_clients)


def _seats(draft: Draft, slot: Slot, asked: int, locked: set[str]) -> LinearExprT:
    """Minutes that clients could get from the session; that it is held counts most where it has to be.

    locked: groups that a lock, also one of a client, wants held.
    """
    held = (URGENT if slot.group.name in locked or slot.group.must_run else 1) * draft.held[slot.key]
    pools = draft.pools_for(slot)
    if not pools:
        return held + slot.group.minutes * asked * draft.held[slot.key]
    seats = {pool.key: min(asked, pool.first.capacity // max(1, slot.group.seats_per_client)) for pool in pools}
    return held + slot.group.minutes * total(seats[key] * draft.room[slot.key, key] for key in seats)


def beside_meetings(options: Options, known: frozenset[str] = frozenset()) -> tuple[Clinician, ...]:
    """The clinicians with what is left of their hours beside the meetings that nobody else can hold.

    known: clients whose meetings are thought of one by one.
    """
    bound = dict.fromkeys(options.week.clinician_by_name, 0)
    for demand in options.demands:
        if len(demand.clinicians) == 1 and demand.client.name not in known:
            bound[demand.clinicians[0]] += demand.sessions * demand.minutes
    return tuple(
        replace(clinician, max_minutes=max(0, available(clinician) - bound[clinician.name]))
        for clinician in options.week.clinicians
    )


def _open(options: Options) -> tuple[Slot, ...]:
    """Every slot however few attend, with some of those who may lead it."""
    leaders = _some_leaders(options)
    return tuple(
        replace(slot, group=replace(slot.group, min_clients=0), leaders=leaders[slot.key]) for slot in options.slots
    )


def _some_leaders(options: Options) -> dict[SlotKey, tuple[str, ...]]:
    """For each slot those qualified who may lead least else, and whoever is named for it."""
    able = {
        slot.key: [c.name for c in options.week.clinicians if may_lead(options.week, c, slot)] for slot in options.slots
    }
    asked: dict[str, int] = {}
    for names in able.values():
        for name in names:
            asked[name] = asked.get(name, 0) + 1
    result = {}
    for slot in options.slots:
        names = sorted(able[slot.key], key=lambda name: (asked[name], name))
        wanted = max(MOST_LEADERS, 2 * slot.group.facilitators)
        turn = sum(map(ord, slot.group.name)) % max(1, len(names))
        some = (names[turn:] + names[:turn])[:wanted]
        locked = [lock.clinician for lock in options.week.locks if lock.group == slot.group.name and lock.clinician]
        leads = [name for name in slot.group.lead if name in names]
        result[slot.key] = tuple(sorted({*some, *leads, *locked}))
    return result
