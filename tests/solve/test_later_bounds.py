"""Bounds of the later goals hold of every schedule that is as good before them, and can be proofs."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.model.build import build, goal_value
from scheduler.solve.call import Effort
from scheduler.solve.fair_load import STAFF_TIME
from scheduler.solve.later_bounds import bound_of_later_goal, bounds_of_later_goals, seconds_to_put
from scheduler.solve.polish import held_search
from scheduler.solve.work import Work
from tests.explain.site import client, group, tables_of, week_of
from tests.solve.searched import searched
from tests.weeks.random_weeks import random_week

CROWDING = 6


def _staff_time(work: Work) -> int:
    position = work.place_of(STAFF_TIME)
    assert position is not None
    return position


@pytest.mark.parametrize("seed", (1, 6, 9, 17))
def test_no_schedule_is_below_a_bound(seed: int) -> None:
    """Each bound against the whole model's own search, which is told nothing but the values of the goals before."""
    work = searched(random_week(seed), 0.5, seed)
    bounds_of_later_goals(work, 4.0)
    for position in range(2, len(work.goals)):
        goal = work.goals[position].number
        search = held_search(build(work.options), work.goals, position, work.best, Effort(5.0), work.clock)
        assert search is not None
        search.improve(goal, 5.0)
        assert search.value(goal_value(search.draft, goal)) >= work.bounds.bound(position, work.best.values)


def test_sessions_that_everybody_needs_are_proven(tmp_path: Path) -> None:
    """Twenty clients need two hours in two sections of at most twelve, better eight: four sessions of an hour."""
    starts = {"A": "9:00", "B": "10:00"}
    groups = [
        group(f"Process {name}", "Mon, Tue", start, Topic="Process", Max_clients=12, Ideal_clients=8)
        for name, start in starts.items()
    ]
    clients = [client(f"C{n:02}") for n in range(20)]
    work = searched(week_of(tables_of(tmp_path, Groups=groups, Clients=clients)), 4.0)
    position, values = _staff_time(work), work.best.values
    assert (values[CROWDING], values[position]) == (8, 4 * 60)
    bound_of_later_goal(work, position, 5.0)
    assert work.bounds.proven(position, values)
    assert not work.bounds.proven(position, (*values[:CROWDING], values[CROWDING] + 1, *values[CROWDING + 1 :]))


def test_without_time_nothing_is_said(tmp_path: Path) -> None:
    work = searched(week_of(tables_of(tmp_path, Groups=[group("Process", "Mon", "9:00")], Clients=[client("A")])), 1.0)
    position = _staff_time(work)
    bound_of_later_goal(work, position, 0.0)
    # Nor with less than the question takes to be put together.
    bound_of_later_goal(work, position, 0.9 * seconds_to_put(work.options))
    assert work.bounds.bound(position, work.best.values) == 0 < work.best.values[position]
