"""Goal 6: Waiting."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.domain.modality import Modality
from scheduler.domain.week import Week
from scheduler.verify.activity import Activity, by_day, treatment_days
from scheduler.verify.attendance import Attendance
from scheduler.verify.care_plan import CarePlans


def value(week: Week, held: Attendance, plans: CarePlans) -> int:
    """Minutes between activities, and Trip cost for each day of coming in that need not be."""
    idle = trips = 0
    for client in week.active_clients:
        activities = held.of_client(client.name)
        days = treatment_days(activities)
        idle += sum(_idle(of_day) for of_day in by_day(activities).values())
        trips += max(0, len(days) - plans.accounts[client.name].min_days)
        comes_in = {a.day for a in held.one_on_ones_of(client.name) if a.modality is not Modality.VIRTUAL}
        trips += len(comes_in.difference(days))
    return idle + week.program.trip_cost * trips


def _idle(activities: Sequence[Activity]) -> int:
    """Minutes between the end of one and the start of the next, activities in order of start."""
    idle = 0
    until = activities[0].end
    for activity in activities[1:]:
        idle += max(0, activity.start - until)
        until = max(until, activity.end)
    return idle
