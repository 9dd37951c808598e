"""The sessions that groups ask for, one line each, whether they are held or not, and the names they go by."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.calendar import DAY_NAMES, DAYS, Window, holds, overlaps
from scheduler.domain.groups import Group
from scheduler.domain.schedule import GroupSession, Schedule
from scheduler.domain.week import Week


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session a group asks for. session None: not held; day None: not held, and its day is open."""

    name: str
    group: Group
    day: int | None
    session: GroupSession | None


def session_lines(week: Week, schedule: Schedule) -> tuple[SessionLine, ...]:
    """Held sessions and those not held of every active group, by day, start and group; those without a day last."""
    held: dict[str, list[GroupSession]] = {}
    for session in schedule.sessions:
        held.setdefault(session.group, []).append(session)
    lines: list[SessionLine] = []
    for group in week.groups:
        sessions = held.get(group.name, [])
        lines += [SessionLine(session.name, group, session.day, session) for session in sessions]
        if group.active:
            lines += _not_held(week, group, {session.day for session in sessions})
    return tuple(sorted(lines, key=_place))


def start_of(line: SessionLine) -> int | None:
    """Minutes from midnight; of a session not held, the group's one fixed start; None: open."""
    if line.session is not None:
        return line.session.start
    fixed = line.group.starts if line.day is not None else None
    return fixed[0] if fixed is not None and len(fixed) == 1 else None


def tracks_of(week: Week, line: SessionLine) -> tuple[str, ...]:
    """The tracks served whose window holds the session; of one not held, those that could hold it that day."""
    if line.session is not None:
        span = (line.session.start, line.session.end)
        windows = [(name, week.track_by_name[name].windows[line.session.day]) for name in line.group.tracks]
        return tuple(name for name, day in windows if holds(day, *span))
    days = DAYS if line.day is None else (line.day,)
    return tuple(name for name in line.group.tracks if any(week.track_by_name[name].windows[day] for day in days))


def closing(week: Week, line: SessionLine) -> str | None:
    """Why the program is closed when a session not held would be (`closed` without a reason), or None."""
    if line.day is None or line.session is not None or _fits(week, line.group, line.day):
        return None
    reasons = [c.reason or "closed" for c in week.closures if c.whole_program and line.day in c.days]
    return reasons[0] if reasons else None


def _not_held(week: Week, group: Group, held_days: set[int]) -> list[SessionLine]:
    missing = group.sessions - len(held_days)
    days = _fixed_days(week, group)
    if days is not None:
        open_days = [day for day in days if day not in held_days][: max(0, missing)]
        return [SessionLine(f"{group.name} {DAY_NAMES[day]}", group, day, None) for day in open_days]
    return [SessionLine(f"{group.name} #{len(held_days) + n}", group, None, None) for n in range(1, missing + 1)]


def _fixed_days(week: Week, group: Group) -> tuple[int, ...] | None:
    """The days of the group's sessions when there are just as many as sessions; None when there is a choice."""
    if len(group.days) == group.sessions:
        return group.days
    possible = tuple(day for day in group.days if _fits(week, group, day))
    return possible if len(possible) == group.sessions else None


def _fits(week: Week, group: Group, day: int) -> bool:
    closed = [
        Window(closure.start, closure.end) for closure in week.closures if closure.whole_program and day in closure.days
    ]
    for name in group.tracks:
        for window in week.track_by_name[name].windows[day]:
            for start in _starts_in(week, group, window):
                if not overlaps(closed, start, start + group.minutes):
                    return True
    return False


def _starts_in(week: Week, group: Group, window: Window) -> list[int]:
    step = week.program.time_step
    free = range(-(-window.start // step) * step, window.end, step)
    starts = free if group.starts is None else group.starts
    return [start for start in starts if window.holds(start, start + group.minutes)]


def _place(line: SessionLine) -> tuple[bool, int, bool, int, str]:
    start = start_of(line)
    return (line.day is None, line.day or 0, start is None, start or 0, line.name)
