"""Goal 8: the bound holds of every schedule, also where earlier goals are somewhat worse, and can be a proof."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.model.build import build, goal_value
from scheduler.solve.call import Effort
from scheduler.solve.fair_load import STAFF_TIME
from scheduler.solve.polish import held_search
from scheduler.solve.staff_time import bound_of_staff_time
from scheduler.solve.work import Work
from tests.explain.site import client, group, tables_of, week_of
from tests.solve.searched import searched
from tests.weeks.random_weeks import random_week

CROWDING = 6


def _position(work: Work) -> int:
    position = work.place_of(STAFF_TIME)
    assert position is not None
    return position


@pytest.mark.parametrize("seed", (1, 6, 9, 12, 17))
def test_no_schedule_is_below_the_bound(seed: int) -> None:
    """The bound against the whole model's own, with every goal before it held."""
    work = searched(random_week(seed), 0.5, seed)
    position = _position(work)
    bound_of_staff_time(work, 5.0)
    bound = work.bounds.bound(position, work.best.values)
    search = held_search(build(work.options), work.goals, position, work.best, Effort(20.0), work.clock)
    assert search is not None
    search.minimize(goal_value(search.draft, STAFF_TIME), 20.0)
    assert search.value(goal_value(search.draft, STAFF_TIME)) >= bound


def test_sessions_that_everybody_needs_are_proven_also_when_a_goal_before_gets_worse(tmp_path: Path) -> None:
    """Twenty clients need two hours in two sections of at most twelve, better eight: four sessions of an hour."""
    starts = {"A": "9:00", "B": "10:00"}
    groups = [
        group(f"Process {name}", "Mon, Tue", start, Topic="Process", Max_clients=12, Ideal_clients=8)
        for name, start in starts.items()
    ]
    clients = [client(f"C{n:02}") for n in range(20)]
    work = searched(week_of(tables_of(tmp_path, Groups=groups, Clients=clients)), 4.0)
    position, values = _position(work), work.best.values
    assert (values[CROWDING], values[position]) == (8, 4 * 60)
    bound_of_staff_time(work, 5.0)
    assert work.bounds.proven(position, values)
    assert work.bounds.proven(position, (*values[:CROWDING], values[CROWDING] + 1, *values[CROWDING + 1 :]))
