"""Towards a guide no earlier goal gets worse, and what the union of two plans holds is what either holds."""

from __future__ import annotations

from scheduler.solve.guided import united
from scheduler.solve.narrow import Plan
from tests.solve.searched import filled_by_hand


def test_towards_guides_a_later_goal_gets_better_and_none_before_it_worse() -> None:
    run, waiting = filled_by_hand()
    before = run.best.values
    run.improvement.guided.go(waiting, 5.0, lambda: None)
    assert run.best.values[:waiting] <= before[:waiting]
    assert run.best.values[: waiting + 1] < before[: waiting + 1]
    assert 0 <= run.bounds.bound(waiting, run.best.values) <= run.best.values[waiting]


def test_united_holds_what_either_plan_holds_at_the_times_of_the_first() -> None:
    one = Plan({("A", 0): 540}, frozenset({("P1", "A", 0)}), {}, {("A", 0): ("Ada",)})
    other = Plan({("A", 0): 600, ("B", 1): 480}, frozenset({("P1", "B", 1)}), {}, {("A", 0): ("Bo",)})
    both = united([one, other])
    assert both.starts == {("A", 0): 540, ("B", 1): 480}
    assert both.attending == {("P1", "A", 0), ("P1", "B", 1)}
    assert both.leaders == {("A", 0): ("Ada", "Bo")}
