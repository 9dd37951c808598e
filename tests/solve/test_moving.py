"""Whom the relaxation moves: those who have to for the goal to get better, and no earlier goal gets worse."""

from __future__ import annotations

import threading
from pathlib import Path

from scheduler.domain.outcome import Settings
from scheduler.domain.schedule import GroupSession, schedule_of
from scheduler.solve.beginnings import begin
from scheduler.solve.fair_load import STAFF_TIME
from scheduler.solve.movers import movers
from scheduler.solve.narrow import plan_of
from scheduler.solve.run import Run, run_of
from tests.explain.site import client, group, tables_of, week_of
from tests.solve.searched import filled_by_hand


def _six_and_two(folder: Path) -> Run:
    """Eight clients of one hour in two sections with seats for ten, by hand: six in the one and two in the other."""
    phases = [{"Phase": "IOP", "Min hours": 1, "Min days": 1}]
    groups = [
        group(f"Process {name}", "Mon", start, Topic="Process", Max_clients=10, Ideal_clients=10)
        for name, start in (("A", "9:00"), ("B", "10:00"))
    ]
    clients = [client(f"C{n}") for n in range(8)]
    run = run_of(
        week_of(tables_of(folder, Phases=phases, Groups=groups, Clients=clients)),
        Settings(time_limit=60.0),
        lambda _: None,
        threading.Event(),
    )
    names = tuple(one["Client"] for one in clients)
    by_hand = schedule_of(
        [
            GroupSession(0, 540, 600, "Process A", ("Clin 01",), "Hall", names[:6]),
            GroupSession(0, 600, 660, "Process B", ("Clin 01",), "Hall", names[6:]),
        ],
        [],
    )
    begin(run, by_hand)
    assert run.best.schedule == by_hand
    return run


def test_for_one_session_less_those_of_the_smaller_one_move(tmp_path: Path) -> None:
    run = _six_and_two(tmp_path)
    position = run.improvement.work.place_of(STAFF_TIME)
    assert position is not None
    plan = plan_of(run.options, run.best.schedule_found)
    assert movers(run.improvement.work, position, plan, {}, (60,), 20.0) == [{"C6": 1000, "C7": 1000}]
    dear = {"C6": 9, "C7": 9}
    assert movers(run.improvement.work, position, plan, dear, (60,), 20.0) == [{f"C{n}": 1000 for n in range(6)}]
    assert movers(run.improvement.work, position, plan, {}, (90,), 20.0) == [], "half a session is nobody's hour"


def test_they_are_set_free_and_the_session_is_not_held(tmp_path: Path) -> None:
    run = _six_and_two(tmp_path)
    position = run.improvement.work.place_of(STAFF_TIME)
    assert position is not None
    run.improvement.moving.go(position, 5.0)
    assert run.best.values[position] == 60


def test_a_later_goal_gets_better_and_none_before_it_worse() -> None:
    run, waiting = filled_by_hand()
    before = run.best.values
    run.improvement.moving.go(waiting, 4.0)
    assert run.best.values[:waiting] <= before[:waiting]
    assert run.best.values[: waiting + 1] < before[: waiting + 1]
