"""What a notebook imports from `scheduler`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import scheduler
from tests.end_to_end.small_week import small_week

ROOT = Path(__file__).resolve().parents[1]


def in_fresh_python(code: str) -> str:
    """What the code prints in an interpreter that has imported nothing of ours."""
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


@pytest.mark.parametrize("name", scheduler.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    """Each name of __all__ is there and documented."""
    assert getattr(scheduler, name).__doc__
    assert name in dir(scheduler)


def test_importing_the_package_imports_nothing_else() -> None:
    """The command line starts at once because the package is nothing but names."""
    loaded = in_fresh_python("import sys, scheduler; print(*[m for m in sys.modules if m.startswith('scheduler.')])")
    assert loaded == ""


@pytest.mark.parametrize(
    "first",
    ["import scheduler.solve, scheduler.verify", "from scheduler import solve", "from scheduler import verify", ""],
)
def test_solve_and_verify_are_functions_and_packages_in_any_order(first: str) -> None:
    """`solve` can be called and `scheduler.solve` imported from, whichever came first."""
    code = (
        f"{first}\nfrom scheduler import solve, verify\n"
        "import scheduler.solve, scheduler.verify\n"
        "from scheduler.solve import solve as inner\n"
        "print(callable(solve), callable(verify), callable(scheduler.solve.solve), callable(inner))"
    )
    assert in_fresh_python(code) == "True True True True"


def test_unknown_name_is_an_attribute_error() -> None:
    """A misspelt name fails as it does in any module."""
    with pytest.raises(AttributeError, match="slove"):
        _ = scheduler.slove


def test_workbook_with_errors_raises_them_all(tmp_path: Path) -> None:
    """`read_week` raises one exception that holds every error."""
    path = tmp_path / "week.xlsx"
    path.write_text("not a workbook", encoding="utf-8")
    with pytest.raises(scheduler.WorkbookError) as caught:
        scheduler.read_week(path)
    assert [issue.severity for issue in caught.value.issues] == ["error"]
    assert "week.xlsx" in str(caught.value)


def test_a_week_in_a_notebook(tmp_path: Path) -> None:
    """Read, solve, verify, look at, write, read back: as the README shows it."""
    from scheduler import Settings, evaluate, frames, read_schedule, read_week, solve, verify, write_schedule

    week = read_week(small_week(tmp_path / "week.xlsx"))
    outcome = solve(week, Settings(time_limit=30))
    assert outcome.schedule is not None
    assert not verify(week, outcome.schedule)
    evaluation = evaluate(week, outcome.schedule)
    assert len(frames.clients(week, outcome.schedule, evaluation)) == len(week.clients)
    path = write_schedule(tmp_path / "schedule.xlsx", week, outcome.schedule, evaluation, outcome.goals)
    assert read_schedule(path, week).schedule == outcome.schedule
