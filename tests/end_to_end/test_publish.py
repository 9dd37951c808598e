"""Nothing is published that the verifier does not pass."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scheduler import Outcome, Settings, Week, read_week, solve
from scheduler.cli.publish import objections_to, publish
from scheduler.domain.schedule import schedule_of
from scheduler.report import write_schedule
from scheduler.verify import evaluate
from tests.end_to_end.small_week import small_week


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Week:
    return read_week(small_week(tmp_path_factory.mktemp("books") / "small.xlsx"))


@pytest.fixture(scope="module")
def outcome(week: Week) -> Outcome:
    return solve(week, Settings())


def test_right_schedule_is_put_in_place(week: Week, outcome: Outcome, tmp_path: Path) -> None:
    """One file, no temporary ones beside it."""
    publication = publish(tmp_path / "out.xlsx", week, outcome)
    assert (publication.path, publication.objections) == (tmp_path / "out.xlsx", ())
    assert [path.name for path in tmp_path.iterdir()] == ["out.xlsx"]


def test_old_schedule_is_replaced_only_by_a_right_one(week: Week, outcome: Outcome, tmp_path: Path) -> None:
    """A rejected schedule leaves the file of last time as it was."""
    target = tmp_path / "out.xlsx"
    target.write_bytes(b"last time")
    goals = (replace(outcome.goals[0], value=outcome.goals[0].value + 2), *outcome.goals[1:])
    publication = publish(target, week, replace(outcome, goals=goals))
    assert publication.path is None
    assert ["Goal 1" in objection for objection in publication.objections] == [True]
    assert target.read_bytes() == b"last time"
    assert list(tmp_path.iterdir()) == [target]


def test_broken_rule_is_an_objection(week: Week, outcome: Outcome, tmp_path: Path) -> None:
    """A session moved to the middle of the night is not published."""
    assert outcome.schedule is not None
    first, *rest = outcome.schedule.sessions
    night = replace(first, start=0, end=first.end - first.start)
    broken = schedule_of([night, *rest], list(outcome.schedule.one_on_ones))
    publication = publish(tmp_path / "out.xlsx", week, replace(outcome, schedule=broken))
    assert publication.path is None
    assert any(objection.startswith("H9: ") for objection in publication.objections)


def test_file_that_holds_another_schedule_is_an_objection(week: Week, outcome: Outcome, tmp_path: Path) -> None:
    """What counts is the file that was written, not the schedule in memory."""
    assert outcome.schedule is not None
    other = schedule_of(list(outcome.schedule.sessions)[1:], list(outcome.schedule.one_on_ones))
    draft = write_schedule(tmp_path / "draft.xlsx", week, other, evaluate(week, other), outcome.goals)
    assert "The file holds another schedule than the solver found." in list(objections_to(draft, week, outcome))
