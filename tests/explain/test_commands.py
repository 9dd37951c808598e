"""what-if and capacity on the command line, and solve with its explanation."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from openpyxl import load_workbook

from scheduler.cli import main
from scheduler.explain.remedy_file import read_remedies
from tests.explain.site import Rows, group, workbook

FULL: Rows = [group("Process", "Mon, Tue", "9:00", Max_clients=2)]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_what_if_a_seat_more(tmp_path: Path) -> None:
    """The difference is printed, the changed workbook and its schedule are written, the input is untouched."""
    path = workbook(tmp_path, Groups=FULL)
    content = path.read_bytes()
    changed = tmp_path / "changed.xlsx"
    result = run("what-if", path, "--set", "Groups/Process/Max clients=3", "--time-limit", 4, "-q", "-o", changed)
    assert result.exit_code == 0, result.output
    assert "Care plans met: 2 of 3 -> 3 of 3" in result.output
    assert path.read_bytes() == content
    assert load_workbook(changed)["Groups"]["M2"].value in (3, None)
    assert (tmp_path / "changed schedule.xlsx").exists()


def test_what_if_refuses_to_replace_the_input(tmp_path: Path) -> None:
    """-o may not name the workbook itself."""
    path = workbook(tmp_path, Groups=FULL)
    result = run("what-if", path, "--set", "Groups/Process/Max clients=3", "-q", "-o", path)
    assert result.exit_code == 2
    assert "may not replace" in result.output


def test_what_if_that_makes_errors(tmp_path: Path) -> None:
    """A value that the workbook may not hold is an error with its cell."""
    result = run("what-if", workbook(tmp_path), "--set", "Groups/Process/Max clients=many", "--time-limit", 2, "-q")
    assert result.exit_code == 3
    assert "Groups!" in result.output


def test_solve_writes_reasons_and_remedies(tmp_path: Path) -> None:
    """The schedule holds Why and What would fix it, and the sheet Remedies, which what-if can apply."""
    path, schedule = workbook(tmp_path, Groups=FULL), tmp_path / "schedule.xlsx"
    result = run("solve", path, "-o", schedule, "--time-limit", 4, "-q")
    assert result.exit_code == 0, result.output
    remedies = read_remedies(schedule)
    assert [(c.sheet, c.row, c.column, c.before, c.after) for c in remedies[1]] == [
        ("Groups", "2", "Max clients", "2", "3")
    ]
    again = run("what-if", path, "--schedule", schedule, "--remedy", 1, "--time-limit", 4, "-q")
    assert "Care plans met: 2 of 3 -> 3 of 3" in again.output
    unknown = run("what-if", path, "--schedule", schedule, "--remedy", 9, "--time-limit", 4, "-q")
    assert unknown.exit_code == 2


def test_solve_without_explanation(tmp_path: Path) -> None:
    """--no-explain leaves the sheet out."""
    path, schedule = workbook(tmp_path, Groups=FULL), tmp_path / "schedule.xlsx"
    assert run("solve", path, "-o", schedule, "--time-limit", 4, "-q", "--no-explain").exit_code == 0
    assert read_remedies(schedule) == {}


def test_solve_names_clashing_locks(tmp_path: Path) -> None:
    """Locks that clash end with 4 and their rows, and nothing is written."""
    locks: Rows = [
        {"Rule": "must", "Group": "Process", "Day": "Mon"},
        {"Rule": "never", "Group": "Process", "Day": "Mon"},
    ]
    path, schedule = workbook(tmp_path, Locks=locks), tmp_path / "schedule.xlsx"
    result = run("solve", path, "-o", schedule, "--time-limit", 4, "-q")
    assert result.exit_code == 4
    assert "Locks row 2" in result.output and "Locks row 3" in result.output
    assert not schedule.exists()


def test_capacity_counts(tmp_path: Path) -> None:
    """Five seats, three clients: two more."""
    path = workbook(tmp_path, Groups=[group("Process", "Mon, Tue", "9:00", Max_clients=5)])
    result = run("capacity", path, "--phase", "iop", "--track", "Morning", "--time-limit", 6, "-q")
    assert result.exit_code == 0, result.output
    assert "2 more of IOP, Morning can be admitted, and no more than that (proven)." in result.output


def test_capacity_of_an_unknown_track(tmp_path: Path) -> None:
    """A track that is not there is a usage error that says which are."""
    result = run("capacity", workbook(tmp_path), "--phase", "IOP", "--track", "Night", "-q")
    assert result.exit_code == 2
    assert "Morning" in result.output
