"""Uses of one person's or one pool's time."""

from __future__ import annotations

from ortools.sat.python import cp_model

from scheduler.domain.calendar import Window
from scheduler.model.draft import Draft
from scheduler.model.occupancy import Occupancy, Use, cliques
from scheduler.model.options import options_of
from tests.weeks.random_weeks import random_week


def test_cliques_are_the_largest_sets_that_share_a_moment() -> None:
    """Three uses, the first and the last apart: two pairs, and no set within another."""
    model = cp_model.CpModel()
    a, b, c = (model.new_bool_var(name) for name in "abc")
    found = cliques([(540, 600, a), (570, 660, b), (600, 660, c)])
    assert [sorted(literal.name for literal in clique) for clique in found] == [["a", "b"], ["b", "c"]]


def test_uses_that_touch_share_no_moment() -> None:
    """One ends as the next begins: each alone."""
    model = cp_model.CpModel()
    a, b = (model.new_bool_var(name) for name in "ab")
    assert [len(clique) for clique in cliques([(540, 600, a), (600, 660, b)])] == [1, 1]


def _most(occupancy: Occupancy, starts: list[int], minutes: int) -> int:
    """How many of the uses at these starts fit at the most."""
    draft = Draft(options_of(random_week(1, clients=4, groups=2)))
    literals = [draft.bool(f"use {start}") for start in starts]
    for start, literal in zip(starts, literals, strict=True):
        occupancy.uses.append(Use(literal, minutes, ((start, literal),), lambda: literal, False))  # noqa: B023
    occupancy.post(draft)
    draft.cp.maximize(sum(literals))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    assert solver.solve(draft.cp) == cp_model.OPTIMAL
    return round(solver.objective_value)


def test_one_at_a_time_with_a_pause() -> None:
    """Back to back three fit; with ten minutes between, two."""
    assert _most(Occupancy(), [540, 600, 660], 60) == 3
    assert _most(Occupancy(pause=10), [540, 600, 660], 60) == 2


def test_as_many_as_there_are_less_those_reserved() -> None:
    """Of four at one time two fit into two rooms, and one while a room is reserved."""
    assert _most(Occupancy(2), [540] * 4, 60) == 2
    assert _most(Occupancy(2, reserved=[(Window(570, 580), 1)]), [540] * 4, 60) == 1


def test_what_is_certain_takes_its_place() -> None:
    """One use is certain from 9:50 to 10:30: it leaves those that begin an hour before and end by 9:50, or at 11."""
    certain = [Window(590, 630)]
    assert _most(Occupancy(engaged=certain), [530, 600, 660], 60) == 2
    assert _most(Occupancy(engaged=certain, pause=31), [530, 600, 660], 60) == 0
    assert _most(Occupancy(2, engaged=certain), [600] * 3, 60) == 1
    assert _most(Occupancy(2, engaged=certain, reserved=[(Window(610, 620), 1)]), [600] * 3, 60) == 0
