"""What a proof counts for."""

from __future__ import annotations

from scheduler.domain.rules import GOALS
from scheduler.solve.bounds import Bounds


def _values(*first: int) -> tuple[int, ...]:
    return first + (0,) * (len(GOALS) - len(first))


def test_a_bound_counts_while_the_goals_before_are_as_good() -> None:
    """Found with goal 1 at 2, it counts for 2 and 1, not for 3."""
    bounds = Bounds(GOALS)
    bounds.add(1, 500, (2,))
    assert bounds.bound(1, _values(2, 540)) == 500
    assert bounds.bound(1, _values(1, 540)) == 500
    assert bounds.bound(1, _values(3, 540)) == 0


def test_nothing_is_proven_beyond_the_value() -> None:
    """A goal at its bound is optimal; at 0 it needs no proof; the rest is not searched."""
    bounds = Bounds(GOALS)
    bounds.add(0, 2, ())
    results = bounds.results(_values(2, 540))
    assert [result.status for result in results[:3]] == ["optimal", "not searched", "optimal"]
    assert bounds.first_open(_values(2, 540)) == 1


def test_status_tells_the_distance_rounded_up() -> None:
    """540 against 500 is within 8 percent."""
    bounds = Bounds(GOALS)
    bounds.add(1, 500, (2,))
    assert bounds.results(_values(2, 540))[1].status == "within 8%"


def test_shared_bounds_count_for_both_and_others_for_one() -> None:
    """Of the first two goals what either finds is known to both; of the third each keeps its own."""
    bounds = Bounds(GOALS)
    bounds.add(0, 1, ())
    bounds.add(3, 30, ())
    shared = bounds.sharing(2)
    shared.add(0, 2, ())
    shared.add(1, 120, ())
    shared.add(2, 5, ())
    assert bounds.bound(0, _values(3, 500)) == shared.bound(0, _values(3, 500)) == 2
    assert bounds.bound(1, _values(3, 500)) == 120
    assert (bounds.bound(2, _values(3, 500, 7)), shared.bound(2, _values(3, 500, 7))) == (0, 5)
    assert bounds.results(_values(3, 500))[1].bound == 120
    assert shared.bound(3, _values(3, 500, 7, 60)) == 30
