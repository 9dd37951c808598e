"""Towards a guide no earlier goal gets worse, and what the union of two plans holds is what either holds."""

from __future__ import annotations

import threading

from benchmarks.instances import Instance
from scheduler.domain.outcome import Settings
from scheduler.solve.guided import united
from scheduler.solve.narrow import Plan
from scheduler.solve.week import _Run


def test_towards_guides_a_later_goal_gets_better_and_none_before_it_worse() -> None:
    """A week of 25 clients filled by hand, as it were: its waiting is far from what the outline says it can be."""
    run = _Run(Instance(25, 3).week(), Settings(time_limit=60.0), lambda _: None, threading.Event())
    run._begin(None)
    run._fill()
    before = run.best.values
    waiting = run.improvement.work.place_of(6)
    assert waiting is not None
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
