"""The command line as a user runs it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.end_to_end.command_line import ENVIRONMENT, ROOT, command, scheduler

READY = ROOT / "inputs" / "banyan-massachusetts.xlsx"
QUICK = ("--time-limit", "2", "--workers", "2")


@pytest.fixture(scope="module")
def solved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """One run of `scheduler solve` in an empty folder: the folder, and what it said."""
    folder = tmp_path_factory.mktemp("user")
    return folder, scheduler("solve", READY, *QUICK, cwd=folder)


def schedule_in(folder: Path) -> Path:
    (path,) = (folder / "outputs").glob("*.xlsx")
    return path


def edited(source: Path, target: Path, sheet: str, cell: str, value: object) -> Path:
    """The workbook with one cell changed."""
    book = load_workbook(source)
    book[sheet][cell] = value
    book.save(target)
    return target


def test_solve_writes_to_outputs_and_says_what(solved: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """The last lines name the file, the care plans met and the goals proven; progress went to stderr."""
    folder, run = solved
    assert run.returncode == 0, run.stderr
    assert str(Path("outputs") / schedule_in(folder).name) in run.stdout
    assert "Care plans met: " in run.stdout and "Goals proven: " in run.stdout
    assert " s  " in run.stderr and "\r" not in run.stderr and "\x1b" not in run.stderr
    assert list(folder.iterdir()) == [folder / "outputs"]


def test_verify_finds_our_own_schedule_clean(solved: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """What `solve` has written, `verify` passes, with every goal as claimed."""
    folder, _ = solved
    run = scheduler("verify", READY, schedule_in(folder), cwd=folder)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "No rule is broken." in run.stdout
    assert "the file says" not in run.stdout


def test_verify_names_the_cell_of_a_hand_edit(solved: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """A client entered twice at one time is found, with the row of Assignments, and ends with 6."""
    folder, _ = solved
    book = load_workbook(schedule_in(folder))
    sheet = book["Assignments"]
    header = next(row for row in sheet.iter_rows() if row[0].value == "Client")
    column = {cell.value: cell.column for cell in header}
    rows = range(header[0].row + 1, sheet.max_row + 1)
    row = next(r for r in rows if sheet.cell(r, column["Kind"]).value == "Individual")
    first = next(
        r
        for r in rows
        if sheet.cell(r, column["Client"]).value == sheet.cell(row, column["Client"]).value
        and sheet.cell(r, column["Kind"]).value == "Group"
    )
    for name in ("Day", "Start", "End"):
        sheet.cell(row, column[name]).value = sheet.cell(first, column[name]).value
    book.save(folder / "edited.xlsx")
    run = scheduler("verify", READY, folder / "edited.xlsx", cwd=folder)
    assert run.returncode == 6, run.stdout + run.stderr
    assert "H1: " in run.stdout
    assert "Assignments!" in run.stdout


def test_previous_keeps_the_week(solved: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """A schedule is a valid --previous, and `verify` counts the changes with it too."""
    folder, _ = solved
    last = schedule_in(folder)
    run = scheduler(
        "solve", READY, "--previous", last, "-o", "again.xlsx", "--json", "-q", "--time-limit", "4", cwd=folder
    )
    assert run.returncode == 0, run.stderr
    answer = json.loads(run.stdout)
    assert 3 in [goal["number"] for goal in answer["goals"]]
    check = scheduler("verify", READY, "again.xlsx", "--previous", last, cwd=folder)
    assert check.returncode == 0 and "the file says" not in check.stdout, check.stdout


def test_errors_are_told_at_once_and_the_other_workbooks_are_solved(tmp_path: Path) -> None:
    """A broken workbook ends with 3 and its cells, writes nothing, and stops nobody else."""
    broken = edited(READY, tmp_path / "broken.xlsx", "Groups", "A2", None)
    text = tmp_path / "text.xlsx"
    text.write_text("no workbook", encoding="utf-8")
    lock = tmp_path / "~$broken.xlsx"
    lock.write_bytes(b"lock")
    run = scheduler("solve", broken, text, lock, READY, "--json", "-o", "out", *QUICK, cwd=tmp_path)
    assert run.returncode == 3, run.stderr
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [answer["status"] for answer in answers] == ["workbook has errors", "workbook has errors", "solved"]
    assert "Groups!A2" in run.stderr and "text.xlsx" in run.stderr and "Traceback" not in run.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == [Path(answers[2]["path"]).name]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["solve"], "WORKBOOK"),
        (["solve", "nowhere.xlsx"], "nowhere.xlsx"),
        (["solve", str(READY), "--time-limit", "0"], "--time-limit"),
        (["solve", str(READY), "--workers", "none"], "--workers"),
        (["solve", str(READY), "-o", str(READY)], "may not replace"),
        (["example", "banyan-massachusets"], "Did you mean 'banyan-massachusetts'?"),
        (["example"], "--list"),
        (["sovle"], "Did you mean 'solve'?"),
    ],
)
def test_usage_errors_end_with_2(arguments: list[str], words: str, tmp_path: Path) -> None:
    """What was typed wrongly is said, and nothing is written."""
    run = scheduler(*arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert words in run.stderr and "Traceback" not in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_check_ends_with_3_only_for_errors(tmp_path: Path) -> None:
    """A ready workbook is passed; a broken one is answered with the cell."""
    assert scheduler("check", READY, cwd=tmp_path).returncode == 0
    broken = edited(READY, tmp_path / "broken.xlsx", "Groups", "A2", None)
    run = scheduler("check", READY, broken, cwd=tmp_path)
    assert run.returncode == 3
    assert "broken.xlsx: Groups!A2" in run.stdout


def test_example_is_written_once_and_never_over_a_file(tmp_path: Path) -> None:
    """The same bytes as in `inputs/`; a second call refuses to replace what may have been filled in."""
    assert scheduler("example", "banyan-massachusetts", "-o", "week.xlsx", cwd=tmp_path).returncode == 0
    assert (tmp_path / "week.xlsx").read_bytes() == READY.read_bytes()
    again = scheduler("example", "banyan-massachusetts", "-o", "week.xlsx", cwd=tmp_path)
    assert again.returncode == 2 and "exists already" in again.stderr


def test_example_list_names_every_ready_workbook_and_the_template(tmp_path: Path) -> None:
    """Each name listed can be written."""
    names = scheduler("example", "--list", cwd=tmp_path).stdout.split()
    assert names == [*sorted(path.stem for path in READY.parent.glob("*.xlsx")), "template"]
    assert scheduler("example", "template", cwd=tmp_path).returncode == 0
    assert "Clients" in load_workbook(tmp_path / "template.xlsx").sheetnames


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to a single process on Windows")
def test_ctrl_c_writes_the_best_schedule_so_far(tmp_path: Path) -> None:
    """One Ctrl-C while the solver works ends soon, with a verified schedule and code 0."""
    wholeview = ROOT / "inputs" / "wholeview.xlsx"
    process = subprocess.Popen(
        command("solve", wholeview, "--time-limit", "100"),
        cwd=tmp_path,
        env={**ENVIRONMENT, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    begun = next(line for line in process.stderr if ": " in line and " s  " in line)
    process.send_signal(signal.SIGINT)
    asked = time.monotonic()
    output, rest = process.communicate(timeout=60)
    assert process.returncode == 0, begun + rest
    assert time.monotonic() - asked < 30
    assert "stopped early" in output
    assert schedule_in(tmp_path).is_file()
