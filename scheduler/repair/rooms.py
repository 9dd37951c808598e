"""Rooms that are alike are handed out again, so that as many activities as can be stay where they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from scheduler.domain.schedule import GroupSession, Schedule, schedule_of
from scheduler.model.options import Options, Pool
from scheduler.repair.moment import Activity, Moment, activities
from scheduler.solve.call import Effort, call

SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class _Stay:
    """An activity in a pool of rooms; wanted: the room it should have, fixed: whether it has happened there."""

    activity: Activity
    wanted: str | None
    fixed: bool


def in_present_rooms(options: Options, present: Schedule, schedule: Schedule, since: Moment) -> Schedule:
    """The same schedule in rooms of the same pools, in as many of the present ones as can be."""
    moved: dict[Activity, str] = {}
    for pool in options.pools:
        if pool.count > 1:
            for day in range(7):
                moved |= _handed_out(pool, _stays(pool, present, schedule, since, day), options)
    placed = [replace(s, room=moved.get(s, s.room)) for s in schedule.sessions]
    return schedule_of(placed, [replace(o, room=moved.get(o, o.room)) for o in schedule.one_on_ones])


def _stays(pool: Pool, present: Schedule, schedule: Schedule, since: Moment, day: int) -> list[_Stay]:
    before = {_identity(activity): activity.room for activity in activities(present)}
    return [
        _Stay(activity, before.get(_identity(activity)), since.is_after(activity.day, activity.start))
        for activity in activities(schedule)
        if activity.day == day and activity.room in pool.rooms
    ]


def _identity(activity: Activity) -> tuple[str, ...]:
    if isinstance(activity, GroupSession):
        return activity.group, str(activity.day)
    return activity.client, activity.service, str(activity.day)


def _handed_out(pool: Pool, stays: list[_Stay], options: Options) -> dict[Activity, str]:
    """Rooms by activity; as they were if nobody would move, or what has happened cannot be told apart."""
    if all(stay.wanted in (None, stay.activity.room) for stay in stays):
        return {}
    cp = cp_model.CpModel()
    here = {(place, room): cp.new_bool_var("") for place in range(len(stays)) for room in pool.rooms}
    for place, stay in enumerate(stays):
        cp.add_exactly_one(here[place, room] for room in pool.rooms)
        if stay.fixed and stay.activity.room is not None:
            cp.add(here[place, stay.activity.room] == 1)
    for first, second in _together(stays, options.week.program.room_turnaround):
        for room in pool.rooms:
            cp.add_at_most_one([here[first, room], here[second, room]])
    cp.maximize(sum(here[place, stay.wanted] for place, stay in enumerate(stays) if stay.wanted in pool.rooms))
    answer = call(cp, Effort(SECONDS, 1))
    if answer.values is None:
        return {}
    values = answer.values
    return {
        stay.activity: room
        for place, stay in enumerate(stays)
        for room in pool.rooms
        if values[here[place, room].index]
    }


def _together(stays: list[_Stay], pause: int) -> Iterator[tuple[int, int]]:
    """Pairs that cannot share a room."""
    for first, a in enumerate(stays):
        for second in range(first + 1, len(stays)):
            b = stays[second]
            if a.activity.start < b.activity.end + pause and b.activity.start < a.activity.end + pause:
                yield first, second
