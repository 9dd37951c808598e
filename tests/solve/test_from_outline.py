"""What an outline promises becomes a schedule at once, while it is still being worked on, and never a worse one."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from benchmarks.instances import Instance
from scheduler.domain.outcome import Settings
from scheduler.solve.beginnings import begin, fill
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.from_outline import PATIENCE, FromOutline
from scheduler.solve.raced import Raced
from scheduler.solve.run import Run, run_of
from scheduler.verify import evaluate


@pytest.fixture
def run() -> Iterator[Run]:
    """Short of staff: a first schedule that misses what it need not."""
    run = run_of(Instance(25, 2, short="staff").week(), Settings(time_limit=60.0), lambda _: None, threading.Event())
    begin(run, None)
    fill(run)
    yield run


def _reached(run: Run) -> tuple[int, ...]:
    return run.best.values[:FIRST_TWO]


def test_a_schedule_has_what_the_outline_has(run: Run) -> None:
    before = _reached(run)
    following = run.outline()
    following.first_two(10.0)
    assert _reached(run) <= following.outline.first_two_reached() < before
    evaluation = evaluate(run.options.week, run.best.schedule_found)
    assert [finding.message for finding in evaluation.findings] == []
    assert evaluation.goals[:FIRST_TWO] == _reached(run)


def test_a_better_outline_is_a_schedule_before_the_search_ends(run: Run) -> None:
    """The search has ended as soon as it begins, so that no neighbourhood can have found it."""
    before, following = _reached(run), _outlined(run)
    ended = threading.Event()
    ended.set()
    following._meanwhile(ended, 60.0, lambda: True)
    assert _reached(run) < before


def test_the_same_plan_is_not_tried_twice(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    following, tried = _outlined(run), list[bool]()
    monkeypatch.setattr(following, "_realize", lambda rough: tried.append(rough))
    ended = threading.Event()
    ended.set()
    for _ in range(2):
        following._meanwhile(ended, 60.0, lambda: True)
    assert tried == [True]


def test_neighbourhoods_in_vain_leave_the_time_to_the_outline(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    rounds: list[int] = []
    following = run.outline()
    monkeypatch.setattr(following.rounds, "go", lambda position, until, most: rounds.append(position))
    assert following._meanwhile(threading.Event(), 60.0, lambda: False) is run.best.schedule
    assert rounds == [0] * PATIENCE


def _outlined(run: Run) -> FromOutline:
    """An outline with a plan that no schedule was made of."""
    following = run.outline()
    search = following.outline.search
    search.minimize(following.outline.both.both, 10.0)
    assert following.outline.first_two_reached() < _reached(run)
    return following


def test_the_whole_week_has_what_a_plan_has_no_times_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """By HiGHS alone: neighbourhoods have nothing to say."""
    before, following = _reached(run), run.outline()
    monkeypatch.setattr(following, "_meanwhile", lambda raced, until, news: _wait(raced))
    following.with_times(20.0)
    assert _reached(run)[0] < before[0]
    assert run.bounds.proven(0, run.best.values)
    assert evaluate(run.options.week, run.best.schedule_found).ok


def _wait(raced: Raced) -> None:
    while not raced.is_set():
        time.sleep(0.05)
