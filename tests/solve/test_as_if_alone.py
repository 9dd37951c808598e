"""Everybody at once as well off as alone: where it can be it is proven, at no cost before; else nothing is done."""

from __future__ import annotations

from pathlib import Path

from scheduler.domain.schedule import GroupSession, Schedule
from scheduler.solve.as_if_alone import all_as_if_alone
from scheduler.solve.work import Work
from scheduler.verify import evaluate
from tests.explain.site import group, tables_of, week_of
from tests.solve.searched import begun

BELOW_TARGET, CHOICE, WAITING = 3, 4, 5
NAMES = ("C1", "C2", "C3")


def _work(folder: Path, seats: int) -> Work:
    """Three clients have their two hours in Process A at 9:00, while C1 would rather work then: 120 minutes of overlap.

    Process B meets at 10:00. All have a target of three hours; Skills, on Wednesday, has so many seats.
    """
    groups = [
        group("Process A", "Mon, Tue", "9:00", Topic="Process"),
        group("Process B", "Mon, Tue", "10:00", Topic="Process"),
        group("Skills", "Wed", "9:00", Max_clients=seats),
    ]
    week = week_of(
        tables_of(
            folder,
            Groups=groups,
            Phases=[{"Phase": "IOP", "Min hours": 2, "Min days": 2, "Target hours": 3}],
            Commitments=[{"Client": "C1", "Days": "Mon, Tue", "Start": "9:00", "End": "10:00", "Firm": "no"}],
        )
    )
    sessions = tuple(GroupSession(day, 540, 600, "Process A", ("Clin 01",), "Hall", NAMES) for day in (0, 1))
    return begun(week, Schedule(sessions))


def test_all_have_their_target_at_once_where_there_are_seats(tmp_path: Path) -> None:
    work = _work(tmp_path, 3)
    assert work.best.values[: CHOICE + 1] == (0, 0, 0, 180, 120)
    assert all_as_if_alone(work, BELOW_TARGET, 20.0)
    assert work.best.values[: BELOW_TARGET + 1] == (0, 0, 0, 0)
    assert work.bounds.proven(BELOW_TARGET, work.best.values)
    evaluation = evaluate(work.options.week, work.best.schedule_found)
    assert [finding.message for finding in evaluation.findings] == []
    assert evaluation.goals == work.best.values


def test_a_choice_is_kept_at_no_cost_before_it(tmp_path: Path) -> None:
    work = _work(tmp_path, 3)
    assert all_as_if_alone(work, CHOICE, 20.0)
    assert work.best.values[CHOICE] == 0
    assert work.best.values[:BELOW_TARGET] == (0, 0, 0)
    assert work.best.values[BELOW_TARGET] <= 180


def test_nothing_is_changed_where_two_seats_are_for_three(tmp_path: Path) -> None:
    work = _work(tmp_path, 2)
    before = work.best.schedule
    assert not all_as_if_alone(work, BELOW_TARGET, 20.0)
    assert work.best.schedule is before


def test_what_is_proven_and_what_is_no_sum_over_clients_is_not_asked(tmp_path: Path) -> None:
    work = _work(tmp_path, 3)
    assert not all_as_if_alone(work, WAITING, 20.0)
    assert not all_as_if_alone(work, len(work.goals) - 1, 20.0)
    assert all_as_if_alone(work, BELOW_TARGET, 20.0)
    assert not all_as_if_alone(work, BELOW_TARGET, 20.0)
