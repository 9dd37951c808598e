"""Goals 1 and 2 of a small week's outline by CP-SAT alone, where sessions have times to choose."""

from __future__ import annotations

import threading

import pytest

from scheduler.domain.outcome import Settings
from scheduler.domain.rules import GOALS
from scheduler.domain.week import Week
from scheduler.model.options import options_of
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort
from scheduler.solve.clock import Clock
from scheduler.solve.coarse import Outline
from scheduler.solve.effort import effort_for, several
from tests.verify.weeks import MON, NINE, TEN, TUE, a_client, a_group, week_of


def _few_seats() -> Week:
    """Seats for four of six clients, at nine or at ten, and a class twice a week for everybody."""
    groups = (
        a_group("Skills", days=(MON,), starts=(NINE, TEN), sessions=1, max_clients=4),
        a_group("Music", days=(MON, TUE), starts=(NINE, TEN), sessions=2, max_clients=6),
    )
    return week_of(
        groups=groups, clients=tuple(a_client(f"C{n}", needs=(("Skills", 1), ("Music", 2))) for n in range(6))
    )


def _outline(bounds: Bounds) -> Outline:
    return Outline(options_of(_few_seats()), GOALS, bounds, Effort(20.0), Clock(60.0, threading.Event()))


def test_one_worker_proves_the_first_by_itself_and_then_the_second() -> None:
    bounds = Bounds(GOALS)
    outline = _outline(bounds)
    outline.by_workers(20.0)
    assert outline.first_two_reached() == (2, 120)
    assert bounds.proven(0, (2, 120)) and bounds.proven(1, (2, 120))


def test_the_first_is_held_at_what_is_proven() -> None:
    """However much goal 2 would gain."""
    outline = _outline(Bounds(GOALS))
    outline.by_workers(20.0)
    search, (first, _) = outline.search, outline.both.expressions
    search.values = None
    search.minimize(-first, 5.0)
    assert search.value(first) == 2


def test_eight_go_on_from_nothing_where_one_has_not_proven_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    bounds = Bounds(GOALS)
    outline = _outline(bounds)
    monkeypatch.setattr(Outline, "_first_by_itself", lambda self, seconds, report: False)
    outline.by_workers(20.0)
    assert outline.first_two_reached() == (2, 120)
    assert bounds.proven(0, (2, 120)) and bounds.proven(1, (2, 120))


def test_eight_prove_the_first_by_itself_and_say_nothing_of_the_second() -> None:
    bounds = Bounds(GOALS)
    outline = _outline(bounds)
    outline.first_by_several(20.0)
    assert outline.first_two_reached()[0] == 2
    assert bounds.always(0) == 2
    assert bounds.always(1) == 0


def test_eight_lose_nothing_that_was_there_before() -> None:
    outline = _outline(Bounds(GOALS))
    outline.by_workers(20.0)
    outline.first_by_several(20.0)
    assert outline.first_two_reached() == (2, 120)


def test_eight_search_a_small_week_even_on_two_cores() -> None:
    options = options_of(_few_seats())
    assert several(options, Effort(1.0)).workers == 8
    assert several(options, Effort(1.0, workers=12)).workers == 12
    assert effort_for(options, 1.0, Settings()).workers == 1


def test_what_is_found_for_the_first_is_told_before_the_search_goes_on() -> None:
    """So that there is a schedule of it while the second is still open."""
    outline = _outline(Bounds(GOALS))
    told: list[tuple[int, ...]] = []
    outline.by_workers(20.0, found=lambda: told.append(outline.first_two_reached()))
    assert [first for first, _ in told] == [2]
