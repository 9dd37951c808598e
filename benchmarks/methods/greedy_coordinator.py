"""A greedy coordinator: the week filled by priority, the way it is done by hand. It proves nothing."""

from __future__ import annotations

from benchmarks.methods.greedy.desk import Desk, Session, empty_desk
from benchmarks.methods.greedy.one_on_ones import hold_one_on_ones
from benchmarks.methods.greedy.seats import seat_everybody, seat_promised
from benchmarks.methods.greedy.sessions import plan_sessions
from benchmarks.methods.trajectory import Found, Stopwatch, Trajectory
from scheduler.domain.schedule import GroupSession, Schedule, schedule_of
from scheduler.domain.week import Week
from scheduler.model.options import options_of


def run(week: Week, seconds: float, workers: int) -> Trajectory:
    """One pass, whatever the limit: it takes seconds."""
    watch = Stopwatch(seconds)
    desk = empty_desk(options_of(week))
    plan_sessions(desk)
    seat_promised(desk)
    seat_everybody(desk)
    while _cancel_the_smallest(desk):
        seat_everybody(desk)
    hold_one_on_ones(desk)
    seat_everybody(desk)
    seat_everybody(desk, to_target=True)
    found = Found(watch.elapsed, _schedule(desk))
    return Trajectory((found,), seconds=watch.elapsed)


def _cancel_the_smallest(desk: Desk) -> bool:
    """Cancels empty sessions, and of those below Min clients the third that lacks most; False if there are none."""
    small = [s for s in desk.sessions.values() if len(s.clients) < s.needed and not _must_be_held(desk, s)]
    small.sort(key=lambda session: len(session.clients) - session.needed)
    empty = [session for session in small if not session.clients]
    for session in [*empty, *[s for s in small if s.clients][: -(-len(small) // 3)]]:
        _cancel(desk, session)
    return bool(small)


def _must_be_held(desk: Desk, session: Session) -> bool:
    group, day = session.slot.key
    return session.slot.group.must_run or any(
        lock.must and lock.group == group and lock.day in (None, day) and (lock.client or lock.day is not None)
        for lock in desk.week.locks
    )


def _cancel(desk: Desk, session: Session) -> None:
    slot, placement = session.slot, session.placement
    del desk.sessions[slot.key]
    for name in session.clients:
        desk.sheets[name].sits_in.remove(session)
    span = (placement.start, placement.end)
    for name in session.facilitators:
        desk.clinicians.taken[name, slot.day].remove(span)
    if session.room is not None:
        desk.rooms.taken[session.room, slot.day].remove(span)


def _schedule(desk: Desk) -> Schedule:
    sessions = [
        GroupSession(
            s.slot.day,
            s.placement.start,
            s.placement.end,
            s.slot.group.name,
            s.facilitators,
            s.room,
            tuple(sorted(s.clients)),
        )
        for s in desk.sessions.values()
    ]
    return schedule_of(sessions, [meeting for sheet in desk.sheets.values() for meeting, _ in sheet.meets])
