"""One file per goal, under the names of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance
from scheduler.verify.care_plan import CarePlans
from scheduler.verify.goals import (
    below_target,
    care_plans_missed,
    care_shortfall,
    changes,
    choice,
    crowding,
    fair_load,
    staff_time,
    waiting,
)

GoalValue = Callable[[Week, Attendance, CarePlans], int]

GOAL_VALUES: Mapping[str, GoalValue] = {
    "care_plans_missed": care_plans_missed.value,
    "care_shortfall": care_shortfall.value,
    "changes": changes.value,
    "below_target": below_target.value,
    "choice": choice.value,
    "waiting": waiting.value,
    "crowding": crowding.value,
    "staff_time": staff_time.value,
    "fair_load": fair_load.value,
}
"""The value of each goal, goal 1 first."""
