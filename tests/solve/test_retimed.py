"""Groups at other times for those whom a timetable leaves short, as long as nobody else is newly short for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.domain.schedule import GroupSession, Schedule
from scheduler.solve.call import Effort
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.narrow import plan_of
from scheduler.solve.polish import take_over
from scheduler.solve.retimed import HOPELESS, TRIALS, Retimed
from scheduler.solve.work import Work
from scheduler.verify import evaluate
from tests.explain.site import client, group, tables_of, week_of
from tests.solve.searched import begun, filled_by_hand

HOUR = 60
NINE, HALF_PAST_TEN = 9 * HOUR, 10 * HOUR + 30


def _busy(name: str, start: str, end: str) -> dict[str, object]:
    return {"Client": name, "Days": "Tue", "Start": start, "End": end, "Firm": "yes"}


def _at_nine(folder: Path, *busy: dict[str, object], more: tuple[dict[str, object], ...] = ()) -> Work:
    """Process A on both days at nine, with C1 and C2; C3 comes on Monday only. It could as well be at half past ten.

    more: groups on Tuesday at ten, one after the other, with C1 and C2, to which C3 may not come.
    """
    week = week_of(
        tables_of(
            folder,
            Groups=[group("Process A", "Mon, Tue", "9:00, 10:30"), *more],
            Clients=[client(name) for name in ("C1", "C2", "C3")],
            Commitments=[*busy],
            Locks=[{"Rule": "never", "Client": "C3", "Group": row["Group"]} for row in more],
        )
    )
    room, leader = week.rooms[0].name, week.clinicians[0].name
    attending = {0: ("C1", "C2", "C3"), 1: ("C1", "C2")}
    sessions = [
        GroupSession(day, NINE, NINE + HOUR, "Process A", (leader,), room, names) for day, names in attending.items()
    ]
    sessions += [
        GroupSession(1, hour * HOUR, (hour + 1) * HOUR, str(row["Group"]), (leader,), room, ("C1", "C2"))
        for hour, row in enumerate(more, start=10)
    ]
    work, best = begun(week, Schedule(tuple(sessions))), Incumbent()
    assert take_over(work.options, work.goals, best, work.best.schedule_found, Effort(10.0))
    work.best.take(best)
    return work


def _retimed(work: Work, seconds: float = 20.0) -> Retimed:
    """Mostly done in a moment; where not all wishes can be granted, for so long."""
    retimed = Retimed(work, plan_of(work.options, work.best.schedule_found))
    retimed.go(seconds)
    return retimed


def test_a_group_moves_for_one_who_works_then(tmp_path: Path) -> None:
    work = _at_nine(tmp_path, _busy("C3", "8:00", "10:00"))
    assert work.best.missing == {"C1": 0, "C2": 0, "C3": HOUR + HOUR}
    retimed = _retimed(work)
    assert work.best.values[:2] == (0, 0)
    assert {(s.day, s.start, len(s.clients)) for s in work.best.schedule_found.sessions if s.day == 1} == {
        (1, HALF_PAST_TEN, 3)
    }
    assert retimed.plan.starts["Process A", 1] == HALF_PAST_TEN
    evaluation = evaluate(work.options.week, work.best.schedule_found)
    assert [finding.message for finding in evaluation.findings] == []
    assert evaluation.goals == work.best.values


def test_nothing_moves_where_another_would_lack_as_much(tmp_path: Path) -> None:
    work = _at_nine(tmp_path, _busy("C3", "8:00", "10:00"), _busy("C1", "10:00", "12:00"))
    before = work.best.schedule
    _retimed(work)
    assert work.best.schedule is before


def test_no_session_that_must_run_is_given_up_for_it(tmp_path: Path) -> None:
    """The only clinician leads two others from ten to twelve, and one care plan is not worth both."""
    others = (group(name, "Tue", start, Must_run="yes") for name, start in (("Skills", "10:00"), ("Skills 2", "11:00")))
    work = _at_nine(tmp_path, _busy("C3", "8:00", "10:00"), more=tuple(others))
    before = work.best.schedule
    _retimed(work)
    assert work.best.schedule is before


def test_without_time_nothing_moves(tmp_path: Path) -> None:
    work = _at_nine(tmp_path, _busy("C3", "8:00", "10:00"))
    before = work.best.schedule
    Retimed(work, plan_of(work.options, work.best.schedule_found)).go(0.0)
    assert work.best.schedule is before


def test_a_site_with_times_to_choose_is_better_and_right() -> None:
    run = filled_by_hand("half")[0]
    run.bound_by_the_short()
    work, before = run.improvement.work, run.best.values
    _retimed(work, 4.0)
    assert work.best.values < before
    assert work.best.schedule is not None
    evaluation = evaluate(run.options.week, work.best.schedule)
    assert evaluation.ok
    assert evaluation.goals == work.best.values


def test_it_ends_once_the_first_wishes_are_all_in_vain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no time is what is missing, further questions only take what neighbourhoods could use."""
    work, asked = _at_nine(tmp_path, _busy("C3", "8:00", "10:00")), []
    monkeypatch.setattr(Retimed, "_granted", lambda self, wishes, until: bool(asked.append(len(wishes))))
    _retimed(work)
    assert asked == [1] * HOPELESS


def test_it_goes_on_once_one_was_granted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work, asked = _at_nine(tmp_path, _busy("C3", "8:00", "10:00")), []

    def granted(self: Retimed, wishes: list[object], until: float) -> bool:
        asked.append(len(wishes))
        return len(asked) == 1

    monkeypatch.setattr(Retimed, "_granted", granted)
    _retimed(work)
    assert len(asked) == 1 + TRIALS
