"""The command line as a user runs it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from datetime import time
from itertools import islice
from pathlib import Path
from time import monotonic

import pytest
from openpyxl import load_workbook

from tests.end_to_end.command_line import ENVIRONMENT, ROOT, command, scheduler
from tests.end_to_end.small_week import CLIENTS, small_week

READY = ROOT / "inputs" / "banyan-massachusetts.xlsx"


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small workbook in a folder of its own."""
    return small_week(tmp_path_factory.mktemp("books") / "small.xlsx")


@pytest.fixture(scope="module")
def solved(week: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """One run of `scheduler solve` in an empty folder: the folder, and what it said."""
    folder = tmp_path_factory.mktemp("user")
    return folder, scheduler("solve", week, cwd=folder)


def schedule_in(folder: Path) -> Path:
    return folder / "outputs" / "small 2026-11-30.xlsx"


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
    written, met, proven = run.stdout.splitlines()
    assert written.endswith(f": {Path('outputs') / 'small 2026-11-30.xlsx'}")
    assert met == "Care plans met: 4 of 4"
    assert proven.startswith("Goals proven: ") and proven.endswith("Fair load")
    assert " s  Care plans missed" in run.stderr and "\r" not in run.stderr and "\x1b" not in run.stderr
    assert list(folder.rglob("*.*")) == [schedule_in(folder)]


def test_verify_finds_our_own_schedule_clean(week: Path, solved: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """What `solve` has written, `verify` passes, with every goal as claimed."""
    folder, _ = solved
    run = scheduler("verify", week, schedule_in(folder), cwd=folder)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "No rule is broken." in run.stdout
    assert "the file says" not in run.stdout


def test_verify_names_the_cell_of_a_hand_edit(
    week: Path, solved: tuple[Path, subprocess.CompletedProcess[str]]
) -> None:
    """An individual session moved onto a group of the client is found, with its row of Assignments; it ends with 6."""
    folder, _ = solved
    book = load_workbook(schedule_in(folder))
    sheet = book["Assignments"]
    header = next(row for row in sheet.iter_rows() if row[0].value == "Client")
    column = {cell.value: cell.column for cell in header}
    rows = range(header[0].row + 1, sheet.max_row + 1)

    def row_of(kind: str) -> int:
        return next(
            r
            for r in rows
            if (sheet.cell(r, column["Client"]).value, sheet.cell(r, column["Kind"]).value) == ("C1", kind)
        )

    moved, onto = row_of("Individual"), row_of("Group")
    for name, value in (("Day", None), ("Start", time(17)), ("End", time(18))):
        sheet.cell(moved, column[name]).value = value or sheet.cell(onto, column[name]).value
    book.save(folder / "edited.xlsx")
    run = scheduler("verify", week, "edited.xlsx", cwd=folder)
    assert run.returncode == 6, run.stdout + run.stderr
    broken = [line for line in run.stdout.splitlines() if line.startswith("H1: ")]
    assert broken and all("Assignments!" in line and "C1" in line for line in broken)


def test_previous_keeps_the_week(week: Path, solved: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """A schedule is a valid --previous: nothing changes, and `verify` counts the same."""
    folder, _ = solved
    last = schedule_in(folder)
    run = scheduler("solve", week, "--previous", last, "-o", "again.xlsx", "--json", "-q", cwd=folder)
    assert run.returncode == 0, run.stderr
    assert {goal["number"]: goal["value"] for goal in json.loads(run.stdout)["goals"]}[3] == 0
    check = scheduler("verify", week, "again.xlsx", "--previous", last, cwd=folder)
    assert check.returncode == 0 and "the file says" not in check.stdout, check.stdout


def test_same_workbook_gives_the_same_file(week: Path, solved: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    """With every goal proven a second run writes the same bytes."""
    folder, _ = solved
    assert scheduler("solve", week, "-o", "twice.xlsx", "-q", cwd=folder).returncode == 0
    assert (folder / "twice.xlsx").read_bytes() == schedule_in(folder).read_bytes()


def test_strict_tells_that_somebody_is_short(tmp_path: Path) -> None:
    """The schedule is written either way; with --strict the code says that it is not enough."""
    late = {"Client": "C5", "Phase": "IOP 1", "Tracks": "Evening"}
    book = small_week(tmp_path / "short.xlsx", Clients=[late], Commitments=[{"Client": "C5", "Days": "Mon"}])
    run = scheduler("solve", book, "--strict", "--no-explain", "-q", cwd=tmp_path)
    assert run.returncode == 5, run.stderr
    assert "Care plans met: 4 of 5" in run.stdout and "Short: C5" in run.stdout
    assert (tmp_path / "outputs" / "short 2026-11-30.xlsx").is_file()


def test_clashing_locks_end_with_4_and_nothing_written(tmp_path: Path) -> None:
    """Locks that cannot hold together are no reason to write something else."""
    lock = {"Group": "Life Skills", "Day": "Mon"}
    locks = [{"Rule": "must", "Client": "C1", **lock}, {"Rule": "never", **lock}]
    book = small_week(tmp_path / "clash.xlsx", Locks=locks)
    run = scheduler("solve", book, cwd=tmp_path)
    assert run.returncode == 4, run.stdout + run.stderr
    assert "Locks" in run.stderr and "Traceback" not in run.stderr
    assert list(tmp_path.iterdir()) == [book]


def test_errors_are_told_at_once_and_the_other_workbooks_are_solved(week: Path, tmp_path: Path) -> None:
    """A broken workbook ends with 3 and its cells, writes nothing, and stops nobody else."""
    broken = edited(week, tmp_path / "broken.xlsx", "Groups", "A2", None)
    text = tmp_path / "text.xlsx"
    text.write_text("no workbook", encoding="utf-8")
    lock = tmp_path / "~$broken.xlsx"
    lock.write_bytes(b"lock")
    run = scheduler("solve", broken, text, lock, week, "--json", "-o", "out", cwd=tmp_path)
    assert run.returncode == 3, run.stderr
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [answer["status"] for answer in answers] == ["workbook has errors", "workbook has errors", "solved"]
    assert "Groups!A2" in run.stderr and "text.xlsx" in run.stderr and "Traceback" not in run.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == [Path(answers[2]["path"]).name]
    assert (answers[2]["met"], answers[2]["clients"], answers[2]["short"]) == (len(CLIENTS), len(CLIENTS), [])


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


def test_check_ends_with_3_only_for_errors(week: Path, tmp_path: Path) -> None:
    """A right workbook is passed; a broken one is answered with the cell."""
    assert scheduler("check", week, cwd=tmp_path).returncode == 0
    broken = edited(week, tmp_path / "broken.xlsx", "Groups", "A2", None)
    run = scheduler("check", week, broken, cwd=tmp_path)
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
    process = subprocess.Popen(
        command("solve", READY, "--time-limit", "200", "--no-explain", "-o", "best.xlsx"),
        cwd=tmp_path,
        env={**ENVIRONMENT, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    begun = list(islice((line for line in process.stderr if " s  " in line), 2))
    process.send_signal(signal.SIGINT)
    asked = monotonic()
    output, rest = process.communicate(timeout=100)
    assert process.returncode == 0, "".join(begun) + rest
    assert monotonic() - asked < 60
    assert "stopped early" in output
    assert scheduler("verify", READY, "best.xlsx", cwd=tmp_path).returncode == 0
