"""With times to choose, what the linear relaxation of an outline proves beyond what each client could have alone."""

from __future__ import annotations

import threading

import pytest

from scheduler.domain.outcome import Settings
from scheduler.domain.week import Week
from scheduler.solve import effort, run, solve
from scheduler.solve.beginnings import at_chosen_times, begin, fill
from scheduler.solve.coarse import Outline
from scheduler.solve.from_outline import FromOutline
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
    _as_many_clients(monkeypatch)
    outcome = solve(_few_seats(), Settings(time_limit=3.0))
    assert [(goal.value, goal.proven) for goal in outcome.goals[:2]] == [(2, True), (120, True)]


def test_what_the_relaxation_leaves_open_is_asked_of_the_first_goal_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """And before a schedule is as good, so that its value is there when the outline of a small week begins."""
    _as_many_clients(monkeypatch)
    monkeypatch.setattr(Outline, "by_relaxation", lambda self, best, seconds: None)
    begun = run_of(_few_seats(), Settings(time_limit=30.0), lambda _: None, threading.Event())
    begin(begun, None)
    at_chosen_times(begun)
    assert begun.best.values[0] == 2
    assert begun.first_proven(1)


@pytest.mark.parametrize(("limit", "asked"), [(30.0, True), (2.0, False)])
def test_the_first_goal_by_itself_is_asked_only_if_there_is_time(
    monkeypatch: pytest.MonkeyPatch, limit: float, asked: bool
) -> None:
    seconds: list[float] = []
    _as_many_clients(monkeypatch)
    monkeypatch.setattr(Outline, "by_relaxation", lambda self, best, seconds: None)
    monkeypatch.setattr(FromOutline, "first_goal", lambda self, given: seconds.append(given))
    begun = run_of(_few_seats(), Settings(time_limit=limit), lambda _: None, threading.Event())
    begin(begun, None)
    at_chosen_times(begun)
    assert bool(seconds) is asked


def test_a_small_week_of_many_clients_is_outlined_until_its_first_goals_are_proven(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    filled = _filled()
    _as_many_clients(monkeypatch)
    assert filled.in_outline()
    filled.outline().by_relaxation(10.0)
    assert filled.first_proven() and not filled.in_outline()


def test_a_larger_week_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many sessions with times to choose the timetable leads further than an outline."""
    filled = _filled()
    _as_many_clients(monkeypatch)
    monkeypatch.setattr(effort, "SMALL_SIZE", 0)
    monkeypatch.setattr(effort, "FEW_CLIENTS", 0)
    assert not filled.in_outline()


def _as_many_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LARGE", 0)
