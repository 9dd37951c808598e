"""Goals 1 and 2 as questions: where nobody need lack more than alone it is found at once, else nothing is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.instances import Instance
from scheduler.domain.schedule import GroupSession, Schedule
from scheduler.model.options import options_of
from scheduler.solve.as_if_alone import first_two_as_if_alone
from scheduler.solve.narrow import at_times, plan_of, with_times_of
from scheduler.solve.work import Work
from scheduler.verify import evaluate
from tests.explain.site import client, group, tables_of, week_of
from tests.solve.searched import begun, filled_by_hand

HOUR = 60


def _work(folder: Path, **more: object) -> Work:
    """Three clients with nothing yet, who need Process A on both days; C3 works on Tuesday, and can't."""
    week = week_of(
        tables_of(
            folder,
            Groups=[group("Process A", "Mon, Tue", "9:00", **more)],
            Commitments=[{"Client": "C3", "Days": "Tue", "Start": "8:00", "End": "12:00", "Firm": "yes"}],
        )
    )
    return begun(week, Schedule())


def test_nobody_lacks_more_than_alone(tmp_path: Path) -> None:
    work = _work(tmp_path)
    assert work.best.values[:2] == (3, 3 * (2 * HOUR + 2 * HOUR))
    assert first_two_as_if_alone(work, 20.0)
    assert work.best.values[:2] == (1, HOUR + HOUR)
    assert work.best.missing == {"C1": 0, "C2": 0, "C3": HOUR + HOUR}
    assert [work.bounds.proven(place, work.best.values) for place in (0, 1)] == [True, True]
    evaluation = evaluate(work.options.week, work.best.schedule_found)
    assert [finding.message for finding in evaluation.findings] == []
    assert evaluation.goals == work.best.values


def test_nothing_is_changed_where_one_seat_is_for_two(tmp_path: Path) -> None:
    work = _work(tmp_path, Max_clients=1)
    before = work.best.schedule
    assert not first_two_as_if_alone(work, 20.0)
    assert work.best.schedule is before


def test_nothing_is_asked_without_time(tmp_path: Path) -> None:
    work = _work(tmp_path)
    before = work.best.schedule
    assert not first_two_as_if_alone(work, 0.0)
    assert work.best.schedule is before


def test_no_session_that_must_run_is_given_up_for_it(tmp_path: Path) -> None:
    """Of two parallel sections one would be enough for everybody; both are held, as goal 1 wants."""
    groups = [group(name, "Mon, Tue", "9:00", Must_run="yes", Min_clients=1) for name in ("Process A", "Process B")]
    clinicians = [{"Clinician": name} for name in ("Clin 01", "Clin 02")]
    hours = [{**row, "Days": "Mon-Fri", "Start": "9:00", "End": "12:00"} for row in clinicians]
    rooms = [{"Room": name, "Capacity": 20} for name in ("Hall", "Attic")]
    tables = tables_of(
        tmp_path,
        Groups=groups,
        Clinicians=clinicians,
        Clinician_hours=hours,
        Rooms=rooms,
        Clients=[client("C1"), client("C2")],
    )
    work = begun(week_of(tables), Schedule())
    assert first_two_as_if_alone(work, 20.0)
    assert work.best.values[:2] == (0, 0)
    assert len(work.best.schedule_found.sessions) == 4


@pytest.mark.parametrize("times", ["fixed", "free"])
def test_a_site_that_is_filled_by_hand_has_all_that_can_be(times: str) -> None:
    """Of 25 clients; where times are free, too, and the schedule it begins with holds next to nothing."""
    run = filled_by_hand(times)[0]
    run.bound_by_the_short()
    assert first_two_as_if_alone(run.improvement.work, 20.0)
    run.bound_by_the_short()
    assert run.first_proven()
    assert run.best.schedule is not None
    evaluation = evaluate(run.options.week, run.best.schedule)
    assert evaluation.ok
    assert evaluation.goals == run.best.values


def test_the_answer_is_the_same_each_time_where_times_are_fixed() -> None:
    """The workers keep step with each other."""
    schedules = []
    for _ in range(2):
        run = filled_by_hand()[0]
        run.bound_by_the_short()
        assert first_two_as_if_alone(run.improvement.work, 20.0)
        schedules.append(run.best.schedule)
    assert schedules[0] == schedules[1]


def test_what_is_held_stays_at_its_time_and_all_else_is_open() -> None:
    options = options_of(Instance(25, 1, "free").week())
    slot = next(slot for slot in options.slots if slot.movable)
    start = slot.placements[-1].start
    held = Schedule((GroupSession(slot.day, start, start + slot.group.minutes, slot.group.name, (), "", ()),))
    plan = plan_of(options, held)
    assert [s.key for s in at_times(options, plan).slots] == [slot.key]
    opened = with_times_of(options, plan)
    assert [s.placements for s in opened.slots if s.key == slot.key] == [slot.placements[-1:]]
    assert [s for s in opened.slots if s.key != slot.key] == [s for s in options.slots if s.key != slot.key]
    of_slot = [a for a in opened.admissions if a.slot.key == slot.key]
    assert of_slot
    assert {p.start for a in of_slot for p in a.placements} == {start}
    kept = [a.key for a in opened.admissions if a.slot.key != slot.key]
    assert kept == [a.key for a in options.admissions if a.slot.key != slot.key]
