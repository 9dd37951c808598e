"""A moment of the week, and a schedule cut in two there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scheduler.domain.calendar import DAY_NAMES, clock
from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule, schedule_of
from scheduler.domain.week import Week

Activity = GroupSession | OneOnOne


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A minute of a day of the week."""

    day: int
    minute: int

    def __str__(self) -> str:
        return f"{DAY_NAMES[self.day]} {clock(self.minute)}"

    def is_after(self, day: int, start: int) -> bool:
        """Whether something that starts then has begun before this moment."""
        return (day, start) < (self.day, self.minute)


WEEK_START = Moment(0, 0)


def activities(schedule: Schedule) -> list[Activity]:
    """Everything that is held."""
    return [*schedule.sessions, *schedule.one_on_ones]


def split(schedule: Schedule, at: Moment) -> tuple[Schedule, Schedule]:
    """What has begun before the moment, and the rest."""

    def begun(activity: Activity) -> bool:
        return at.is_after(activity.day, activity.start)

    past = Schedule(
        tuple(session for session in schedule.sessions if begun(session)),
        tuple(meeting for meeting in schedule.one_on_ones if begun(meeting)),
    )
    rest = Schedule(
        tuple(session for session in schedule.sessions if not begun(session)),
        tuple(meeting for meeting in schedule.one_on_ones if not begun(meeting)),
    )
    return past, rest


def joined(first: Schedule, second: Schedule) -> Schedule:
    """Both together, in canonical order."""
    return schedule_of([*first.sessions, *second.sessions], [*first.one_on_ones, *second.one_on_ones])


def known_to(week: Week, schedule: Schedule) -> Schedule:
    """The part of the schedule that is about clients and groups of the week: others have left the workbook."""
    sessions = [
        replace(session, clients=tuple(name for name in session.clients if name in week.client_by_name))
        for session in schedule.sessions
        if session.group in week.group_by_name
    ]
    return schedule_of(sessions, [meeting for meeting in schedule.one_on_ones if meeting.client in week.client_by_name])
