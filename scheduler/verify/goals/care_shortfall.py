"""Goal 2: Care shortfall."""

from __future__ import annotations

from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance
from scheduler.verify.care_plan import CarePlans


def value(week: Week, held: Attendance, plans: CarePlans) -> int:
    """Minutes by which care plans are short, times Priority."""
    return sum(client.priority * plans.accounts[client.name].shortfall_minutes for client in week.active_clients)
