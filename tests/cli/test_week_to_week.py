"""`lock`, `compare`, `next`, and `solve --previous`: from one week to the next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from scheduler.workbook import read_schedule, read_week
from tests.cli.running_week import answer, files, run, sessions


@pytest.fixture
def week_files(tmp_path: Path) -> tuple[Path, Path]:
    return files(tmp_path)


def test_solve_lock_all_solve(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """The locked copy has the schedule and no other."""
    locked, again = tmp_path / "locked.xlsx", tmp_path / "again.xlsx"
    result = run("lock", *week_files, "--clients", "all", "--groups", "all", "-o", locked)
    assert result.exit_code == 0, result.output
    assert "(30 rows added to Locks: 30 must, 0 never)" in result.stdout
    assert answer("solve", locked, "-o", again, "--time-limit", "10", "-q")["path"] == str(again)
    assert read_schedule(again).schedule == sessions()


def test_lock_names(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """Only what is named; an unknown name is a usage error with the nearest one."""
    locked = tmp_path / "locked.xlsx"
    assert run("lock", *week_files, "--groups", "process", "-o", locked).exit_code == 0
    assert {lock.group for lock in read_week(locked).locks} == {"Process"}
    wrong = run("lock", *week_files, "--clinicians", "Anne", "-o", locked)
    assert (wrong.exit_code, 'did you mean "Ann"' in " ".join(wrong.output.split())) == (2, True)
    assert run("lock", *week_files, "-o", locked).exit_code == 2
    assert run("lock", *week_files, "--groups", "all", "-o", week_files[0]).exit_code == 2


def test_solve_with_itself_as_previous_changes_nothing(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """Goal 3 is 0, and the schedule is the same."""
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    answer("solve", week_files[0], "-o", first, "--time-limit", "10", "-q")
    told = answer("solve", week_files[0], "-o", second, "--previous", first, "--time-limit", "10", "-q")
    assert [goal["value"] for goal in told["goals"] if goal["number"] == 3] == [0]
    assert read_schedule(second).schedule == read_schedule(first).schedule
    assert openpyxl.load_workbook(second)["Changes"].max_row == 1


def test_solve_with_previous_tells_every_move(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """Ann is away on Friday of the new week: the sheet Changes says who leads, and why."""
    book = openpyxl.load_workbook(week_files[0])
    book["Closures"].append(["Ann", "Fri"])
    book.save(week_files[0])
    out = tmp_path / "new.xlsx"
    answer("solve", week_files[0], "-o", out, "--previous", week_files[1], "--time-limit", "10", "-q")
    rows = list(openpyxl.load_workbook(out)["Changes"].iter_rows(min_row=2, values_only=True))
    told = {(row[0], row[1], row[2]): row[6] for row in rows}
    assert "closure of Ann" in told["Group", "Process", "Clinician"]
    assert ("Clinician", "Ann", "Gone") in told


def test_compare(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """Person by person, and the goals that both files state."""
    new = tmp_path / "new.xlsx"
    answer("repair", *week_files, "--away", "Ann: Fri", "-o", new, "-q")
    result = run("compare", week_files[1], new)
    assert result.exit_code == 0, result.output
    assert "Differences: 1 of groups, 2 of clinicians" in result.stdout
    assert "Clinician Bob\n  Bob: Process on Fri 09:00-10:00 is new.\n" in result.stdout
    told = answer("compare", week_files[1], new)
    assert [change["who"] for change in told["changes"]] == ["Process", "Ann", "Bob"]
    assert answer("compare", new, new)["changes"] == []
    assert "Differences: none" in run("compare", new, new).stdout


def test_compare_writes_a_workbook(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """The file says what the command prints, equal files give equal bytes, and no schedule is replaced."""
    new, out, again = tmp_path / "new.xlsx", tmp_path / "changes.xlsx", tmp_path / "again.xlsx"
    answer("repair", *week_files, "--away", "Ann: Fri", "-o", new, "-q")
    result = run("compare", week_files[1], new, "-o", out)
    assert (result.exit_code, f"Written: {out}\n" in result.stdout) == (0, True)
    told = answer("compare", week_files[1], new, "-o", again)
    assert (told["path"], again.read_bytes()) == (str(again), out.read_bytes())
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Summary", "Changes", "Goals"]
    changes, goals = (list(book[name].iter_rows(min_row=2, values_only=True)) for name in ("Changes", "Goals"))
    assert [row[5] for row in changes] == [change["sentence"] for change in told["changes"]]
    assert [row[:3] for row in goals] == [(goal["title"], goal["a"], goal["b"]) for goal in told["goals"]]
    summary = dict(row[:2] for row in book["Summary"].iter_rows(min_row=4, values_only=True))
    assert (summary["B"], summary["Differences"]) == (str(new), "1 of groups, 2 of clinicians")
    before = new.read_bytes()
    assert run("compare", week_files[1], new, "-o", new).exit_code == 2
    assert new.read_bytes() == before


def test_compare_refuses_what_is_no_schedule(week_files: tuple[Path, Path]) -> None:
    """An input workbook is no schedule."""
    assert run("compare", *week_files).exit_code == 3


def test_next(week_files: tuple[Path, Path], tmp_path: Path) -> None:
    """The new workbook is a week on and can be solved with the schedule as last week's."""
    new = tmp_path / "next.xlsx"
    result = run("next", *week_files, "-o", new)
    assert (result.exit_code, "Week of: 2026-12-07." in result.stdout) == (0, True)
    assert read_week(new).program.monday == date(2026, 12, 7)
    told = answer("solve", new, "--previous", week_files[1], "-o", tmp_path / "out.xlsx", "--time-limit", "10", "-q")
    assert [goal["value"] for goal in told["goals"] if goal["number"] == 3] == [0]
    assert run("next", *week_files, "-o", week_files[0]).exit_code == 2
