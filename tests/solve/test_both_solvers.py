"""Short of staff: who must be short is proven by both solvers as by one alone, and neither loses what is known."""

from __future__ import annotations

import threading
import time

import pytest

from benchmarks.instances import Instance
from scheduler.domain.rules import GOALS
from scheduler.domain.schedule import Schedule
from scheduler.model.build import build
from scheduler.model.options import Options, options_of
from scheduler.solve.both_solvers import BothSolvers, News
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort, Stop
from scheduler.solve.clock import Clock
from scheduler.solve.first_two import FirstTwo
from scheduler.solve.hint import deciding
from scheduler.solve.raced import Raced
from scheduler.solve.search import Search

LONG = 30.0


def _outline(options: Options) -> tuple[Search, FirstTwo]:
    search = Search(build(options, coarse=True), Effort(LONG))
    return search, FirstTwo(search.draft, GOALS)


def _waiting(stop: Stop, until: float = LONG, news: News = lambda: False) -> Schedule | None:
    """Nothing to do meanwhile but to wait."""
    while not stop.is_set():
        news()
        time.sleep(0.05)
    return None


def test_both_prove_the_least_that_one_solver_proves() -> None:
    options = options_of(Instance(25, 2, short="staff").week())
    alone, goals = _outline(options)
    assert alone.minimize(goals.both, LONG).proven
    known = goals.values(alone)
    assert known[0] > 0

    search, goals = _outline(options)
    bounds = Bounds(GOALS)
    solvers = BothSolvers(options, search, goals, bounds, Clock(LONG, threading.Event()))
    assert not solvers.go(LONG, _waiting, None)
    assert goals.values(search) == known
    assert [bounds.bound(place, known) for place in range(2)] == list(known)


def test_what_is_found_is_told_once_before_the_search_ends() -> None:
    options = options_of(Instance(25, 2, short="staff").week())
    search, goals = _outline(options)
    bounds, told = Bounds(GOALS), list[tuple[int, ...]]()

    def listening(stop: Stop, until: float, news: News) -> None:
        while not stop.is_set():
            if news():
                told.append(goals.values(search))
        assert bounds.always(0) > 0, "so is its bound"

    BothSolvers(options, search, goals, bounds, Clock(LONG, threading.Event())).go(LONG, listening, None)
    assert told
    assert told == sorted(set(told), reverse=True), "each better than the one before"


def test_without_time_nothing_is_lost_and_nothing_is_proven() -> None:
    options = options_of(Instance(25, 1, short="staff").week())
    search, goals = _outline(options)
    search.start(Schedule())
    begun = goals.values(search)
    bounds = Bounds(GOALS)
    clock = Clock(LONG, threading.Event())
    clock.stop.set()
    BothSolvers(options, search, goals, bounds, clock).go(LONG, lambda stop, until, news: None, None)
    assert goals.values(search) == begun
    assert bounds.always(0) == 0


def test_values_that_break_a_rule_or_are_no_better_are_not_taken() -> None:
    options = options_of(Instance(25, 1, short="staff").week())
    search, goals = _outline(options)
    clock = Clock(LONG, threading.Event())
    with Raced(search.draft, goals.expressions[0], LONG, clock) as raced:
        _waiting(raced)
    assert raced.answer.values is not None
    search.offer(raced.answer.values, goals.both)
    taken, least = search.values, goals.values(search)[0]
    assert taken is not None
    assert least == raced.answer.bound

    search.offer(tuple(0 for _ in taken), goals.both)
    assert search.values == taken
    all_at_once = {variable.index for variable in deciding(search.draft)}
    search.offer(tuple(int(index in all_at_once) for index in range(len(taken))), goals.both)
    assert search.values == taken


def test_while_there_is_nothing_else_to_do_other_seeds_and_other_searches_take_turns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    options = options_of(Instance(25, 2, short="staff").week())
    search, goals = _outline(options)
    turns, left = list[str](), [Schedule(), Schedule(), Schedule(), None]
    monkeypatch.setattr(BothSolvers, "_by_another_seed", lambda *_: turns.append("seed"))
    monkeypatch.setattr(BothSolvers, "_by_several", lambda *_: turns.append("several"))
    monkeypatch.setattr(BothSolvers, "_first_proven", lambda _: False)
    solvers = BothSolvers(options, search, goals, Bounds(GOALS), Clock(LONG, threading.Event()))
    solvers.go(LONG, lambda stop, until, news: left.pop(0), None)
    assert turns == ["seed", "several", "seed", "several"], "the last around what they have come to"


def test_with_times_to_choose_highs_is_asked_about_another_draft_than_cp_sat() -> None:
    """What it finds there is an outline of the draft with intervals as well, as good, and what it proves is true."""
    options = options_of(Instance(30, 1, "free", "staff").week())
    search, goals = _outline(options)
    rows = Search(build(options, coarse=True, apart=True), Effort(LONG))
    asked, bounds = FirstTwo(rows.draft, GOALS), Bounds(GOALS)
    solvers = BothSolvers(options, search, goals, bounds, Clock(LONG, threading.Event()), (rows, asked))
    found = list[tuple[int, ...]]()

    def until_found(stop: Stop, until: float, news: News) -> None:
        while not found and not stop.is_set():
            if news():
                found.append(goals.values(search))

    solvers.go(6.0, until_found, None)
    assert found
    assert bounds.always(0) <= goals.values(search)[0] <= found[0][0] <= 10
