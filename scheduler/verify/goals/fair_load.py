"""Goal 9: Fair load."""

from __future__ import annotations

from scheduler.domain.people import Clinician
from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance
from scheduler.verify.care_plan import CarePlans


def value(week: Week, held: Attendance, plans: CarePlans) -> int:
    """The largest share of a clinician's hours that is used, in percent rounded up."""
    return max((_percent(clinician, held) for clinician in week.clinicians), default=0)


def _percent(clinician: Clinician, held: Attendance) -> int:
    used = sum(activity.minutes for activity in held.by_clinician.get(clinician.name, ()))
    hours = clinician.max_minutes
    if hours is None:
        hours = sum(window.minutes for windows in clinician.hours for window in windows)
    # Nobody may use a clinician without hours (H7); the share of a schedule that does is still a number.
    return -(-100 * used // max(1, hours))
