"""Goal 7: Crowding."""

from __future__ import annotations

from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance
from scheduler.verify.care_plan import CarePlans


def value(week: Week, held: Attendance, plans: CarePlans) -> int:
    """Clients above Ideal clients, over all held sessions."""
    return sum(max(0, len(s.clients) - s.group.ideal_clients) for s in held.sessions if s.group is not None)
