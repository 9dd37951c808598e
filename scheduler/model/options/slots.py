"""When a group could meet: H9's days, starts and windows, H14's closures of the program, and locks of one group."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scheduler.domain.calendar import Window, overlaps
from scheduler.domain.groups import Group
from scheduler.domain.program import Closure
from scheduler.domain.week import Week


@dataclass(frozen=True, slots=True)
class Placement:
    """One time a session could take; tracks: those that the group serves and that hold it."""

    start: int
    end: int
    tracks: tuple[str, ...]


@dataclass(frozen=True)
class Slot:
    """A group on a day on which it could meet, with the times it could take."""

    group: Group
    day: int
    placements: tuple[Placement, ...]
    leaders: tuple[str, ...] | None = None
    """The only clinicians thought of, where a narrowed week keeps who leads; None: all who may."""
    pools: tuple[str, ...] | None = None
    """The only pools of rooms thought of, by key, where a narrowed week keeps them; None: all that suit."""

    @cached_property
    def key(self) -> tuple[str, int]:
        return self.group.name, self.day

    @property
    def movable(self) -> bool:
        return len(self.placements) > 1


def closed_windows(closures: tuple[Closure, ...], day: int) -> tuple[Window, ...]:
    """The stretches of the day that these closures take."""
    return tuple(Window(closure.start, closure.end) for closure in closures if day in closure.days)


def slots(week: Week) -> tuple[Slot, ...]:
    """Every slot of every active group, days in order."""
    found = []
    for group in week.active_groups:
        for day in sorted(group.days) if group.sessions > 0 else ():
            times = tuple(p for p in placements(week, group, day) if _lock_allows(week, group, day, p.start))
            if times:
                found.append(Slot(group, day, times))
    return tuple(found)


def possible_days(week: Week, group: Group) -> tuple[int, ...]:
    """Days on which a window of the group's tracks holds it outside closures of the program, whatever locks say."""
    return tuple(day for day in sorted(group.days) if placements(week, group, day))


def placements(week: Week, group: Group, day: int) -> tuple[Placement, ...]:
    """The times that a session of the group could take on the day, whatever locks say."""
    closed = closed_windows(tuple(closure for closure in week.closures if closure.whole_program), day)
    tracks = [week.track_by_name[name] for name in group.tracks]
    if group.starts is None:
        step = week.program.time_step
        starts = {
            start
            for track in tracks
            for window in track.windows[day]
            for start in range(-(-window.start // step) * step, window.end - group.minutes + 1, step)
        }
    else:
        starts = set(group.starts)
    result = []
    for start in sorted(starts):
        end = start + group.minutes
        holding = tuple(t.name for t in tracks if any(w.holds(start, end) for w in t.windows[day]))
        if holding and not overlaps(closed, start, end):
            result.append(Placement(start, end, holding))
    return tuple(result)


def _lock_allows(week: Week, group: Group, day: int, start: int) -> bool:
    """H15 where a lock speaks of this group's day and start alone."""
    for lock in week.locks:
        if lock.group != group.name or lock.client is not None or (lock.day is not None and lock.day != day):
            continue
        if lock.must and lock.start is not None and lock.start != start:
            return False
        alone = lock.clinician is None and lock.room is None
        if not lock.must and alone and (lock.start is None or lock.start == start):
            return False
    return True
