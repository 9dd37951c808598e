"""H7: clinicians do one thing at a time, in their hours and modality, in what they qualify for, within Max hours."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.calendar import DAY_NAMES, holds, hours
from scheduler.domain.evaluation import Finding, Subject
from scheduler.domain.groups import Group
from scheduler.domain.people import Clinician
from scheduler.domain.schedule import Kind
from scheduler.domain.week import Week
from scheduler.verify.activity import Activities, Activity, by_day, clashes
from scheduler.verify.attendance import Attendance
from scheduler.verify.sentences import counted


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Amounts: minutes lacking between activities, minutes beyond a maximum, 1 for what a clinician may not hold."""
    for name in sorted(held.by_clinician):
        activities = held.by_clinician[name]
        yield from _too_close(name, activities, week.program.clinician_break)
        clinician = week.clinician_by_name.get(name)
        if clinician is None:
            for activity in activities:
                message = f"{activity} is held by {name or 'nobody'}, who is no clinician of this week."
                yield Finding("H7", activity.subject, 1, message)
            continue
        for activity in activities:
            yield from _unfit(clinician, activity)
        yield from _beyond_maxima(clinician, activities)


def _too_close(name: str, activities: Activities, least: int) -> Iterator[Finding]:
    for first, second, minutes in clashes(activities, least):
        pause = f" with a break of {least} min" if least else ""
        message = f"{name} cannot hold {first} and {second}{pause}: {minutes} min are lacking."
        yield Finding("H7", second.subject, minutes, message)


def _unfit(clinician: Clinician, activity: Activity) -> Iterator[Finding]:
    if not qualified(clinician, activity):
        topic = activity.group.topic if activity.group is not None else activity.title
        message = f"{clinician.name} holds {activity} without being qualified for {topic}."
        yield Finding("H7", activity.subject, 1, message)
    if not holds(clinician.hours_for(activity.modality)[activity.day], activity.start, activity.end):
        there = holds(clinician.hours[activity.day], activity.start, activity.end)
        when = f"hours for {activity.modality} activities" if there else "Clinician hours"
        message = f"{activity} lies outside the {when} of {clinician.name}."
        yield Finding("H7", activity.subject, 1, message)


def qualified(clinician: Clinician, activity: Activity) -> bool:
    """Whether Topics cover it, or the workbook names the clinician for it; an unknown activity is judged elsewhere."""
    if activity.group is not None:
        return _qualified_for_group(clinician, activity.group)
    if activity.request is not None:
        return activity.request.qualifies(clinician)
    return True


def _qualified_for_group(clinician: Clinician, group: Group) -> bool:
    named = clinician.name in (group.clinicians or ()) or clinician.name in group.lead
    return named or clinician.topics is None or group.topic in clinician.topics


def _beyond_maxima(clinician: Clinician, activities: Activities) -> Iterator[Finding]:
    yield from _beyond(clinician, activities, clinician.max_minutes, "this week", None)
    for day, of_day in by_day(activities).items():
        yield from _beyond(clinician, tuple(of_day), clinician.max_minutes_per_day, f"on {DAY_NAMES[day]}", day)


def _beyond(
    clinician: Clinician, activities: Activities, most: int | None, when: str, day: int | None
) -> Iterator[Finding]:
    minutes = sum(activity.minutes for activity in activities)
    if most is not None and minutes > most:
        last = activities[-1]
        sessions = sum(activity.kind is Kind.GROUP for activity in activities)
        what = f"{counted(sessions, 'group session')} among {len(activities)} activities"
        message = f"{clinician.name} has {hours(minutes)} hours {when} ({what}); the maximum is {hours(most)}."
        yield Finding("H7", last.subject if day is not None else Subject(), minutes - most, message)
