"""Group sessions in the order of the sheet, each with the least busy who may lead it and the smallest fitting room."""

from __future__ import annotations

from benchmarks.methods.greedy.desk import Desk, Session
from benchmarks.methods.plain.sessions import is_open, is_there, may_lead, suits
from scheduler.domain.groups import Group
from scheduler.model.options import Slot
from scheduler.model.options.pools import needs_room
from scheduler.model.options.slots import Placement


def plan_sessions(desk: Desk) -> None:
    """As many sessions of every group as can be staffed, those that are promised first."""
    promised = {lock.group for lock in desk.week.locks if lock.must and lock.group}
    for group in sorted(desk.week.active_groups, key=lambda g: (g.name not in promised, not g.must_run)):
        for session in _best_week(desk, group):
            slot, placement = session.slot, session.placement
            desk.sessions[slot.key] = session
            for name in session.facilitators:
                desk.clinicians.take(name, slot.day, placement.start, placement.end)
            if session.room is not None:
                desk.rooms.take(session.room, slot.day, placement.start, placement.end)


def _best_week(desk: Desk, group: Group) -> list[Session]:
    """The start, and the team where it has to be one team, with which most sessions can be held."""
    promised = {lock.day for lock in desk.week.locks if lock.must and lock.group == group.name}
    slots = tuple(sorted(desk.options.slots_of_group.get(group.name, ()), key=lambda slot: slot.day not in promised))
    starts: list[int | None] = [None]
    if group.same_time:
        starts = [*sorted({p.start for slot in slots for p in slot.placements})]
    teams = [None, *_teams(desk, group)] if group.same_clinician and group.facilitators else [None]
    best: list[Session] = []
    for start in starts:
        for team in teams[1:] if len(teams) > 1 else teams:
            held = _held(desk, group, slots, start, team)
            if (len(held), -_beside(desk, held)) > (len(best), -_beside(desk, best)):
                best = held
    return best


def _beside(desk: Desk, held: list[Session]) -> int:
    """How often these would compete for clients with a session planned already."""
    return sum(
        session.slot.day == other.slot.day
        and session.placement.start < other.placement.end
        and other.placement.start < session.placement.end
        and bool(set(session.placement.tracks) & set(other.placement.tracks))
        for session in held
        for other in desk.sessions.values()
    )


def _teams(desk: Desk, group: Group) -> list[tuple[str, ...]]:
    """Each clinician who may lead, filled up with the least busy others."""
    able = [c.name for c in desk.week.clinicians if may_lead(group, c)]
    able.sort(
        key=lambda name: (not _is_locked(desk, group, name), name not in group.lead, desk.clinicians.minutes(name))
    )
    rest = group.facilitators - 1
    return [(name, *[other for other in able if other != name][:rest]) for name in able if len(able) > rest]


def _held(
    desk: Desk, group: Group, slots: tuple[Slot, ...], start: int | None, team: tuple[str, ...] | None
) -> list[Session]:
    """Sessions on the first days on which it can be held, each by itself free of all that is planned already."""
    held: list[Session] = []
    minutes: dict[str, int] = {}
    for slot in slots:
        if len(held) == group.sessions:
            break
        possible = [
            session
            for placement in slot.placements
            if start in (None, placement.start)
            and (session := _session(desk, slot, placement, team, minutes)) is not None
        ]
        if possible:
            session = min(possible, key=lambda one: _beside(desk, [one]))
            held.append(session)
            for name in session.facilitators:
                minutes[name] = minutes.get(name, 0) + group.minutes
    return held


def _session(
    desk: Desk, slot: Slot, placement: Placement, team: tuple[str, ...] | None, planned: dict[str, int]
) -> Session | None:
    group = slot.group
    able = [
        name
        for name in (desk.week.clinician_by_name if team is None else team)
        if may_lead(group, desk.week.clinician_by_name[name])
        and is_there(desk.week, desk.week.clinician_by_name[name], group, slot.day, placement.start)
        and desk.clinicians.free(name, slot.day, placement.start, placement.end)
        and desk.has_time(name, slot.day, group.minutes + planned.get(name, 0))
    ]
    able.sort(
        key=lambda name: (not _is_locked(desk, group, name), name not in group.lead, desk.clinicians.minutes(name))
    )
    leading = tuple(sorted(able[: group.facilitators]))
    if len(leading) < group.facilitators or (group.lead and not set(leading) & set(group.lead) and leading):
        return None
    seats, room = group.max_clients, None
    if needs_room(desk.week, group):
        room = _room(desk, slot, placement)
        if room is None:
            return None
        seats = min(seats, desk.week.room_by_name[room].capacity // group.seats_per_client)
    session = Session(slot, placement, leading, room, seats)
    return session if _locks_hold(desk, session) else None


def _room(desk: Desk, slot: Slot, placement: Placement) -> str | None:
    """The smallest that seats Max clients, else the largest."""
    wanted = slot.group.max_clients * slot.group.seats_per_client
    free = [
        room
        for room in desk.week.rooms
        if suits(slot.group, room)
        and is_open(desk.week, room.name, slot.day, placement.start, placement.end)
        and desk.rooms.free(room.name, slot.day, placement.start, placement.end)
    ]
    locked = {lock.room for lock in desk.week.locks if lock.must and lock.group == slot.group.name and lock.room}
    free.sort(key=lambda r: (r.name not in locked, r.capacity < wanted, abs(r.capacity - wanted)))
    return free[0].name if free else None


def _is_locked(desk: Desk, group: Group, name: str) -> bool:
    return any(lock.must and (lock.group, lock.clinician) == (group.name, name) for lock in desk.week.locks)


def _locks_hold(desk: Desk, session: Session) -> bool:
    for lock in desk.week.locks:
        if lock.group != session.slot.group.name or lock.client or lock.day not in (None, session.slot.day):
            continue
        so = [
            wanted in given
            for wanted, given in (
                (lock.start, (session.placement.start,)),
                (lock.clinician, session.facilitators),
                (lock.room, (session.room,)),
            )
            if wanted is not None
        ]
        if so and (not all(so) if lock.must else all(so)):
            return False
    return True
