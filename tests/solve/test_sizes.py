"""Neighbourhoods as large as can be searched to the end."""

from __future__ import annotations

from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.sizes import FEWEST, GROWTH, MOST, SHRINKAGE, Sizes


def test_they_grow_while_searched_to_the_end_and_shrink_faster() -> None:
    sizes = Sizes(clients=100)
    assert sizes.of("kind", FIRST_TWO) == FEWEST
    for _ in range(10):
        sizes.learn("kind", FIRST_TWO, proven=True)
    assert sizes.of("kind", FIRST_TWO) == FEWEST + 10 * GROWTH
    sizes.learn("kind", FIRST_TWO, proven=False)
    assert sizes.of("kind", FIRST_TWO) == FEWEST + 10 * GROWTH - SHRINKAGE


def test_each_kind_and_each_later_goal_has_its_own() -> None:
    sizes = Sizes(clients=100)
    sizes.learn("kind", FIRST_TWO, proven=True)
    assert sizes.of("other", FIRST_TWO) == sizes.of("kind", FIRST_TWO + 1) == FEWEST
    sizes.learn("kind", 0, proven=True)
    assert sizes.of("other", FIRST_TWO - 1) == FEWEST + GROWTH


def test_never_more_than_there_are_nor_fewer_than_the_fewest() -> None:
    few, many = Sizes(clients=3), Sizes(clients=1000)
    for _ in range(MOST):
        few.learn("kind", FIRST_TWO, proven=True)
        many.learn("kind", FIRST_TWO, proven=True)
    assert (few.of("kind", FIRST_TWO), many.of("kind", FIRST_TWO)) == (3, MOST)
    for _ in range(MOST):
        few.learn("kind", FIRST_TWO, proven=False)
        many.learn("kind", FIRST_TWO, proven=False)
    assert (few.of("kind", FIRST_TWO), many.of("kind", FIRST_TWO)) == (3, FEWEST)
