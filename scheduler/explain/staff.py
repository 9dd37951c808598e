"""What a schedule asks of one clinician."""

from __future__ import annotations

from scheduler.domain.calendar import holds
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week


def minutes_by_day(schedule: Schedule, clinician: str) -> dict[int, int]:
    """Minutes of activity of the clinician by day."""
    result: dict[int, int] = {}
    for day, start, end in _times(schedule, clinician):
        result[day] = result.get(day, 0) + end - start
    return result


def outside_hours(week: Week, schedule: Schedule, clinician: str, day: int) -> tuple[int, int] | None:
    """The shortest stretch of the day that holds all activities that lie outside the clinician's hours."""
    hours = week.clinician_by_name[clinician]
    outside = []
    for session in schedule.sessions:
        if clinician in session.facilitators and session.day == day:
            allowed = hours.hours_for(week.group_by_name[session.group].modality)[day]
            if not holds(allowed, session.start, session.end):
                outside.append((session.start, session.end))
    for meeting in schedule.one_on_ones:
        if (meeting.clinician, meeting.day) == (clinician, day):
            allowed = hours.hours_for(meeting.modality)[day]
            if not holds(allowed, meeting.start, meeting.end):
                outside.append((meeting.start, meeting.end))
    return (min(start for start, _ in outside), max(end for _, end in outside)) if outside else None


def _times(schedule: Schedule, clinician: str) -> list[tuple[int, int, int]]:
    led = [(s.day, s.start, s.end) for s in schedule.sessions if clinician in s.facilitators]
    return led + [(m.day, m.start, m.end) for m in schedule.one_on_ones if m.clinician == clinician]
