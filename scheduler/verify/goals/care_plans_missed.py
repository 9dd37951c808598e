"""Goal 1: Care plans missed."""

from __future__ import annotations

from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance
from scheduler.verify.care_plan import CarePlans


def value(week: Week, held: Attendance, plans: CarePlans) -> int:
    """Priority of every client whose plan is not met, plus Must run sessions not held."""
    missed = sum(client.priority for client in week.active_clients if not plans.accounts[client.name].met)
    return missed + sum(shortfall.missing for shortfall in plans.must_run)
