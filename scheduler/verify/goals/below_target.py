"""Goal 4: Below target."""

from __future__ import annotations

from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance
from scheduler.verify.care_plan import CarePlans


def value(week: Week, held: Attendance, plans: CarePlans) -> int:
    """Counted minutes below the target, times Priority."""
    return sum(client.priority * _below(plans, client.name) for client in week.active_clients)


def _below(plans: CarePlans, client: str) -> int:
    account = plans.accounts[client]
    return max(0, account.target_minutes - account.counted_minutes)
