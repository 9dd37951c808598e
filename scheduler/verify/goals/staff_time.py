"""Goal 8: Staff time."""

from __future__ import annotations

from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance
from scheduler.verify.care_plan import CarePlans


def value(week: Week, held: Attendance, plans: CarePlans) -> int:
    """Minutes that facilitators spend in held group sessions, each facilitator's in full."""
    return sum(session.minutes * len(session.clinicians) for session in held.sessions)
