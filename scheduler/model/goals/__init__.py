"""One file per goal, under the names of the catalogue; each gives its value as an expression to be made small."""

from __future__ import annotations

from collections.abc import Callable

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.people import Client
from scheduler.model.draft import Draft
from scheduler.model.goals import (
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

GOAL_VALUES: dict[int, Callable[[Draft], LinearExprT]] = {
    1: care_plans_missed.value,
    2: care_shortfall.value,
    3: changes.value,
    4: below_target.value,
    5: choice.value,
    6: waiting.value,
    7: crowding.value,
    8: staff_time.value,
    9: fair_load.value,
}

OF_CLIENT: dict[int, Callable[[Draft, Client], LinearExprT]] = {
    1: care_plans_missed.of_client,
    2: care_shortfall.of_client,
    4: below_target.of_client,
    5: choice.of_client,
    6: waiting.of_client,
}
"""What a goal comes to for one client, for those that are sums over clients (and, goal 1, sessions that must run)."""
