"""Every ready workbook, whole: solved, written, read back and verified."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from scheduler.cli import main
from scheduler.cli.check import issues_of
from scheduler.cli.exits import Exit
from scheduler.domain.week import Week
from scheduler.verify import evaluate
from scheduler.workbook import read, read_schedule
from tests.end_to_end.command_line import INPUTS

SHEETS = ["Summary", "Timetable", "Sessions", "Assignments", "Clients", "Shortfalls", "Clinicians", "Rooms", "Changes"]


def week_of(path: Path) -> Week:
    week = read(path).week
    assert week is not None
    return week


def solved(path: Path, folder: Path) -> dict[str, Any]:
    """What `scheduler solve --json` says; a machine too slow for anybody in a schedule in 2 seconds gets more."""
    options = ["--json", "-q", "--no-explain", "-o", str(folder)]
    for seconds in ("2", "8", "20", "60"):
        result = CliRunner().invoke(main, ["solve", str(path), *options, "--time-limit", seconds])
        if result.exit_code != Exit.INTERRUPTED and (result.exit_code or json.loads(result.stdout)["met"]):
            break
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


def test_there_are_seven() -> None:
    """Five programs and two published timetables."""
    assert len(INPUTS) == 7


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_ready_workbook_is_in_order(path: Path) -> None:
    """A ready workbook shows a new user no error and no warning about its form, and has 25 to 60 clients."""
    assert [str(issue) for issue in issues_of(path) if issue.severity == "error"] == []
    assert 25 <= len(week_of(path).clients) <= 60


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_solved_written_read_back_and_verified(path: Path, tmp_path: Path) -> None:
    """The file that `solve` publishes holds every sheet, breaks no rule, and claims what the verifier finds."""
    before = path.read_bytes()
    answer = solved(path, tmp_path)
    assert path.read_bytes() == before
    week = week_of(path)
    assert Path(answer["path"]) == tmp_path / f"{path.stem} {week.program.monday}.xlsx"

    written = read_schedule(Path(answer["path"]), week)
    assert written.issues == ()
    evaluation = evaluate(week, written.schedule)
    assert evaluation.findings == ()
    assert written.schedule.sessions
    assert written.claims == dict(enumerate(evaluation.goals, start=1))
    assert {goal["number"]: goal["value"] for goal in answer["goals"]}.items() <= written.claims.items()
    assert answer["met"] == sum(account.met for account in evaluation.accounts)
    assert answer["short"] == [account.client for account in evaluation.accounts if not account.met]
    assert all(goal["bound"] is None or goal["bound"] <= goal["value"] for goal in answer["goals"])
    assert set(SHEETS) <= set(load_workbook(answer["path"], read_only=True).sheetnames)
