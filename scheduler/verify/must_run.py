"""Must run groups: how many sessions are expected, and how many of them are held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scheduler.domain.calendar import Window, overlaps
from scheduler.domain.evaluation import Shortfall
from scheduler.domain.groups import Group
from scheduler.domain.rules import Requirement
from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance


def must_run_shortfalls(week: Week, held: Attendance) -> Iterator[Shortfall]:
    """One for each active Must run group with fewer sessions than expected, in the week's order."""
    for group in week.active_groups:
        if not group.must_run:
            continue
        given = len({session.day for session in held.sessions_of(group.name)})
        needed = expected_sessions(week, group)
        if given < needed:
            missing = needed - given
            yield Shortfall(group.name, Requirement.MUST_RUN, group.name, needed, given, missing, 0)


def expected_sessions(week: Week, group: Group) -> int:
    """Sessions, at most the Days on which a window of its tracks holds one outside closures of the program."""
    return min(group.sessions, sum(_may_meet(week, group, day) for day in group.days))


def _may_meet(week: Week, group: Group, day: int) -> bool:
    closed = [Window(c.start, c.end) for c in week.closures if c.whole_program and day in c.days]
    return any(
        window.holds(start, start + group.minutes) and not overlaps(closed, start, start + group.minutes)
        for track in group.tracks
        if track in week.track_by_name
        for window in week.track_by_name[track].windows[day]
        for start in _starts(group, window, week.program.time_step)
    )


def _starts(group: Group, window: Window, step: int) -> Iterable[int]:
    if group.starts is not None:
        return group.starts
    return range(-(-window.start // step) * step, window.end, step)
