"""A draft that tells apart who is there at which start of a session says what one with intervals says, in rows."""

from __future__ import annotations

from random import Random

import pytest
from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.rules import GOALS
from scheduler.model.build import build
from scheduler.model.draft import Draft, told_apart, total
from scheduler.model.options import Options, options_of
from scheduler.solve.call import Effort, call
from scheduler.solve.first_two import FIRST_TWO, FirstTwo
from scheduler.solve.hint import begin_with, planned
from scheduler.solve.mip_call import mip_call
from scheduler.solve.outlined import given_plan
from scheduler.solve.search import Search
from tests.weeks.random_weeks import random_week

EFFORT = Effort(20.0, work=4.0)
WEEKS = ((14, 1), (14, 5), (14, 6), (14, 7), (20, 5), (20, 8))
"""Clients and seed of weeks many of whose clients may be in sessions with times to choose."""


@pytest.fixture(params=WEEKS)
def options(request: pytest.FixtureRequest) -> Options:
    clients, seed = request.param
    options = options_of(random_week(seed, clients=clients, groups=10))
    assert options.movable
    return options


def _seats(draft: Draft) -> LinearExprT:
    """Each seat is worth something by chance, so that only rules are in the way of having them all."""
    rng = Random(1)
    return total(-rng.randint(1, 9) * seat for seat in draft.attend.values())


def _found(draft: Draft) -> Search:
    search = Search(draft, EFFORT)
    search.minimize(_seats(draft), EFFORT.seconds)
    assert search.values is not None
    return search


def _keeps_all(draft: Draft, other: Draft, values: tuple[int, ...]) -> tuple[int, ...]:
    """Goals 1 and 2 in a draft for what values of another one decide, where that breaks no rule."""
    begin_with(draft.cp, planned(draft, given_plan(other, values)))
    draft.cp.minimize(FirstTwo(draft, GOALS).both)
    answer = call(draft.cp, EFFORT, fix_hints=True)
    assert answer.values is not None
    search = Search(draft, EFFORT)
    search.values = answer.values
    return search.goal_values(GOALS[:FIRST_TWO])


def test_every_right_schedule_is_one_of_it(options: Options) -> None:
    whole, apart = build(options), build(options, coarse=True, apart=True)
    found = _found(whole)
    values = found.values or ()
    assert _keeps_all(apart, whole, values) == found.goal_values(GOALS[:FIRST_TWO])


def test_nothing_else_is_one_of_it_that_intervals_would_forbid(options: Options) -> None:
    apart, intervals = build(options, coarse=True, apart=True), build(options, coarse=True)
    found = _found(apart)
    values = found.values or ()
    assert _keeps_all(intervals, apart, values) == found.goal_values(GOALS[:FIRST_TWO])


@pytest.mark.parametrize("told", [False, True])
def test_with_times_of_meetings_it_says_the_same_of_every_goal(options: Options, told: bool) -> None:
    """What the one finds is right in the other, and as good: waiting is counted in two ways."""
    found = _found(build(options, apart=told))
    other = Search(build(options, apart=not told), EFFORT)
    assert other.start(found.schedule)
    assert other.goal_values(GOALS) == found.goal_values(GOALS)


def test_its_rows_know_all_of_it(options: Options) -> None:
    """What HiGHS finds keeps every rule of the draft: none of them was left out for want of a row."""
    apart = build(options, coarse=True, apart=True)
    apart.cp.minimize(_seats(apart))
    answer = mip_call(apart.cp, 20.0)
    assert answer.values is not None
    begin_with(apart.cp, dict(enumerate(answer.values)))
    kept = call(apart.cp, EFFORT, fix_hints=True)
    assert kept.values == answer.values


def test_only_sessions_with_times_to_choose_are_told_apart(options: Options) -> None:
    apart, plain = build(options, coarse=True, apart=True), build(options, coarse=True)
    movable = {slot.key for slot in options.slots if slot.movable}
    assert movable >= {key for key, _ in apart.there} > set()
    assert not plain.there
    for slot in options.slots:
        occasions = apart.occasions(slot, [])
        assert len(occasions) == (len(slot.placements) if told_apart(apart, slot) else 1)
