"""With times to choose, what the linear relaxation of an outline proves beyond what each client could have alone."""

from __future__ import annotations

import threading

import pytest

from scheduler.domain.outcome import Settings
from scheduler.domain.week import Week
from scheduler.solve import run, solve
from scheduler.solve.beginnings import begin, fill
from scheduler.solve.run import Run, run_of
from scheduler.verify import evaluate
from tests.verify.weeks import MON, NINE, TEN, a_client, a_group, week_of


def _few_seats() -> Week:
    """Seats for four of six, on Monday at nine or at ten; and a session of its own for everybody's other topic."""
    groups = (
        a_group("Skills", days=(MON,), starts=(NINE, TEN), sessions=1, max_clients=4),
        a_group("Music", days=(MON,), starts=(NINE, TEN), sessions=1, max_clients=6),
    )
    return week_of(
        groups=groups, clients=tuple(a_client(f"C{n}", needs=(("Skills", 1), ("Music", 1))) for n in range(6))
    )


def _filled() -> Run:
    filled = run_of(_few_seats(), Settings(time_limit=30.0), lambda _: None, threading.Event())
    begin(filled, None)
    fill(filled)
    filled.bound_by_the_short()
    return filled


def test_it_proves_who_must_be_missed() -> None:
    """Alone each could have both; together two lack an hour."""
    filled = _filled()
    assert not filled.first_proven(1)
    filled.outline().by_relaxation(10.0)
    assert filled.best.values[:2] == (2, 120)
    assert filled.first_proven()
    assert evaluate(filled.options.week, filled.best.schedule_found).ok


def test_it_ends_where_nothing_is_left_to_prove() -> None:
    """Asked again it has nothing to add, and leaves what is known as it is."""
    filled = _filled()
    filled.outline().by_relaxation(10.0)
    before = filled.best.schedule
    filled.outline().by_relaxation(10.0)
    assert filled.best.schedule is before
    assert filled.first_proven()


def test_a_week_with_times_to_choose_asks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LARGE", 0)
    outcome = solve(_few_seats(), Settings(time_limit=3.0))
    assert [(goal.value, goal.proven) for goal in outcome.goals[:2]] == [(2, True), (120, True)]
