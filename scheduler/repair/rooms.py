"""Rooms handed out once more, so that as many activities as can be stay where they were.

No goal and nobody's week depends on which of several rooms that suit an activity has; so this comes last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from scheduler.domain.calendar import DAYS, overlaps
from scheduler.domain.modality import Modality
from scheduler.domain.schedule import GroupSession, Schedule, schedule_of
from scheduler.domain.week import Week
from scheduler.model.options.pools import Pool, pools, suits_group, suits_individual
from scheduler.repair.moment import WEEK_START, Activity, Moment, activities
from scheduler.solve.call import Effort, call

SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class _Stay:
    """An activity and the rooms it could be in; wanted: the one it had, None if it is not among them.

    past: it has begun.
    """

    activity: Activity
    rooms: tuple[str, ...]
    wanted: str | None
    past: bool


def in_present_rooms(week: Week, present: Schedule, schedule: Schedule, since: Moment = WEEK_START) -> Schedule:
    """The same schedule in as many of the present one's rooms as can be; what is past stays where it was."""
    finder = _Rooms(week, present, since)
    moved: dict[Activity, str] = {}
    for day in DAYS:
        stays = [finder.stay(a) for a in activities(schedule) if a.day == day and a.room is not None]
        moved |= _handed_out(stays, week.program.room_turnaround)
    placed = [replace(s, room=moved.get(s, s.room)) for s in schedule.sessions]
    return schedule_of(placed, [replace(o, room=moved.get(o, o.room)) for o in schedule.one_on_ones])


class _Rooms:
    """Which rooms suit an activity, and which it had."""

    def __init__(self, week: Week, present: Schedule, since: Moment) -> None:
        self.week, self.since = week, since
        self.pools = pools(week)
        self.before = {_identity(activity): activity.room for activity in activities(present)}
        self.locked = {lock.group or lock.client for lock in week.locks if lock.room is not None}

    def stay(self, activity: Activity) -> _Stay:
        rooms = self._rooms(activity)
        wanted = self.before.get(_identity(activity))
        past = self.since.is_after(activity.day, activity.start)
        return _Stay(activity, rooms, wanted if wanted in rooms else None, past)

    def _rooms(self, activity: Activity) -> tuple[str, ...]:
        """Its own first. What is past, or in a room that a lock speaks of, stays there."""
        own = activity.room or ""
        name = activity.group if isinstance(activity, GroupSession) else activity.client
        if name in self.locked or self.since.is_after(activity.day, activity.start):
            return (own,)
        others = [room for pool in self.pools if self._suits(pool, activity) for room in pool.rooms if room != own]
        return (own, *others)

    def _suits(self, pool: Pool, activity: Activity) -> bool:
        if overlaps(pool.closed[activity.day], activity.start, activity.end):
            return False
        if not isinstance(activity, GroupSession):
            return suits_individual(pool, self.week.clinician_by_name[activity.clinician].office)
        return suits_group(pool, self.week.group_by_name[activity.group]) and self._seats(activity, pool)

    def _seats(self, session: GroupSession, pool: Pool) -> bool:
        group = self.week.group_by_name[session.group]
        clients = [self.week.client_by_name[name] for name in session.clients]
        if group.modality is not Modality.VIRTUAL:
            clients = [client for client in clients if client.modality_on(session.day) is not Modality.VIRTUAL]
        return group.seats_per_client * len(clients) <= pool.first.capacity


def _identity(activity: Activity) -> tuple[str, ...]:
    if isinstance(activity, GroupSession):
        return activity.group, str(activity.day)
    return activity.client, activity.service, str(activity.day)


def _handed_out(stays: list[_Stay], pause: int) -> dict[Activity, str]:
    """Rooms by activity, fewest of them other than wanted, and of the rest fewest other than they are."""
    together = list(_together(stays, pause))
    if _all_well(stays, together):
        return {}
    cp = cp_model.CpModel()
    here = {(place, room): cp.new_bool_var("") for place, stay in enumerate(stays) for room in stay.rooms}
    for place, stay in enumerate(stays):
        cp.add_exactly_one(here[place, room] for room in stay.rooms)
    for first, second in together:
        for room in sorted(set(stays[first].rooms) & set(stays[second].rooms)):
            cp.add_at_most_one([here[first, room], here[second, room]])
    weight = len(stays) + 1
    wanted = [weight * here[place, stay.wanted] for place, stay in enumerate(stays) if stay.wanted is not None]
    cp.maximize(sum(wanted) + sum(here[place, stay.rooms[0]] for place, stay in enumerate(stays)))
    answer = call(cp, Effort(SECONDS))
    if answer.values is None:
        return {}
    return {stays[place].activity: room for (place, room), literal in here.items() if answer.values[literal.index]}


def _all_well(stays: list[_Stay], together: list[tuple[int, int]]) -> bool:
    """Whether all have what they want, and no two share a room."""
    shared = any(stays[first].activity.room == stays[second].activity.room for first, second in together)
    return not shared and all(stay.wanted in (None, stay.activity.room) for stay in stays)


def _together(stays: list[_Stay], pause: int) -> Iterator[tuple[int, int]]:
    """Pairs that cannot share a room; two that are past did, if they did."""
    for first, a in enumerate(stays):
        for second in range(first + 1, len(stays)):
            b = stays[second]
            if a.past and b.past:
                continue
            if a.activity.start < b.activity.end + pause and b.activity.start < a.activity.end + pause:
                yield first, second
