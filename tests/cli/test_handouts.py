"""The command that writes the folder of hand-outs."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

import scheduler.cli.handouts as command
from scheduler.cli import main
from scheduler.domain.schedule import schedule_of
from tests.report import site


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a week and a schedule that stand for the invented site's."""
    for name in ("week.xlsx", "schedule.xlsx"):
        (tmp_path / name).write_bytes(b"")
    monkeypatch.setattr(command, "week_of", lambda path: site.week())
    monkeypatch.setattr(command, "schedule_of", lambda path, week: SimpleNamespace(schedule=site.schedule()))
    return tmp_path


def run(folder: Path, *options: str) -> Result:
    arguments = [str(folder / "week.xlsx"), str(folder / "schedule.xlsx"), "-o", str(folder / "out"), *options]
    return CliRunner().invoke(main, ["handouts", *arguments])


def test_writes_everything_by_default(files: Path) -> None:
    """All formats, each in a folder of its own, and the page."""
    done = run(files)
    assert done.exit_code == 0, done.output
    assert {path.name for path in (files / "out").iterdir() if path.name[0] != "."} == {
        "pdf", "xlsx", "html", "ics", "schedule.html",
    }  # fmt: skip
    assert len(list((files / "out" / "ics" / "clients").iterdir())) == 19
    assert "for 19 clients" in done.output


def test_writes_only_what_is_asked_for(files: Path) -> None:
    """One format, and names only with --names."""
    assert run(files, "--format", "html").exit_code == 0
    book = files / "out" / "html" / "roster book.html"
    assert {path.name for path in (files / "out").iterdir() if path.name[0] != "."} == {"html"}
    assert "Wójcik" not in book.read_text(encoding="utf-8")
    assert run(files, "--format", "html", "--names").exit_code == 0
    assert "Wójcik" in book.read_text(encoding="utf-8")


def test_a_folder_of_others_is_a_usage_error(files: Path) -> None:
    """Nothing is written into it, and the message names a file that stands in the way."""
    (files / "out").mkdir()
    (files / "out" / "thesis.docx").write_bytes(b"x")
    done = run(files)
    assert done.exit_code == 2
    assert "thesis.docx" in done.output
    assert [path.name for path in (files / "out").iterdir()] == ["thesis.docx"]


def test_a_schedule_that_breaks_rules_is_printed_with_a_warning(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A schedule edited by hand is printed as it is, and the coordinator hears of the broken rules."""
    held = site.schedule()
    twice = replace(held.one_on_ones[0], service="Other")
    broken = schedule_of(list(held.sessions), [*held.one_on_ones, twice])
    monkeypatch.setattr(command, "schedule_of", lambda path, week: SimpleNamespace(schedule=broken))
    done = run(files, "--format", "html")
    assert done.exit_code == 0
    assert "scheduler verify" in done.output


def test_a_newer_schedule_file_gives_newer_entries(files: Path) -> None:
    """SEQUENCE follows the time at which the schedule was written."""
    sequences = []
    for moment in (1_800_000_000, 1_800_000_600):
        os.utime(files / "schedule.xlsx", (moment, moment))
        assert run(files, "--format", "ics").exit_code == 0
        content = (files / "out" / "ics" / "clients" / "C01.ics").read_bytes()
        sequences.append(int(Calendar.from_ical(content).walk("VEVENT")[0]["sequence"]))
    assert sequences[1] - sequences[0] == 10


def test_a_missing_output_or_unknown_format_is_a_usage_error(files: Path) -> None:
    """-o is required, and formats are named in the message."""
    arguments = [str(files / "week.xlsx"), str(files / "schedule.xlsx")]
    assert CliRunner().invoke(main, ["handouts", *arguments]).exit_code == 2
    done = run(files, "--format", "docx")
    assert done.exit_code == 2
    assert "page" in done.output
