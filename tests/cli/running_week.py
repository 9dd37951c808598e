"""A small week and its schedule as files, for the commands that take both."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from scheduler.cli import main
from scheduler.domain.schedule import GroupSession, Schedule, schedule_of
from scheduler.report import write_schedule
from scheduler.verify import evaluate
from scheduler.workbook import read_week
from scheduler.workbook.template import write_workbook

CLIENTS = ("C1", "C2", "C3", "C4")
ALL_DAY = {"Days": "Mon-Fri", "Start": "8:00", "End": "17:00"}
DAYS = {"Days": "Mon/Wed/Fri", "Minutes": 60, "Max clients": 6}
SHEETS: dict[str, list[dict[str, object]]] = {
    "Program": [{"Setting": "Week of", "Value": date(2026, 11, 30)}],
    "Tracks": [{"Track": "Morning", "Days": "Mon-Fri", "Start": "9:00", "End": "12:00"}],
    "Phases": [{"Phase": "IOP", "Min hours": 6}],
    "Groups": [
        {"Group": "Process", "Start": "9:00", **DAYS},
        {"Group": "Skills", "Start": "10:00", **DAYS},
    ],
    "Clinicians": [{"Clinician": "Ann"}, {"Clinician": "Bob"}],
    "Clinician hours": [{"Clinician": "Ann", **ALL_DAY}, {"Clinician": "Bob", **ALL_DAY}],
    "Rooms": [{"Room": "Elm", "Capacity": 8}, {"Room": "Oak", "Capacity": 8}],
    "Clients": [{"Client": name, "Phase": "IOP", "Tracks": "Morning"} for name in CLIENTS],
}


def sessions() -> Schedule:
    """Ann leads Process in Elm, Bob leads Skills in Oak; everybody attends."""
    held = [GroupSession(day, 540, 600, "Process", ("Ann",), "Elm", CLIENTS) for day in (0, 2, 4)]
    held += [GroupSession(day, 600, 660, "Skills", ("Bob",), "Oak", CLIENTS) for day in (0, 2, 4)]
    return schedule_of(held, [])


def files(folder: Path) -> tuple[Path, Path]:
    """The workbook and its schedule, written."""
    week_file, schedule_file = folder / "week.xlsx", folder / "schedule.xlsx"
    write_workbook(week_file, SHEETS, ("A test.",))
    week = read_week(week_file)
    write_schedule(schedule_file, week, sessions(), evaluate(week, sessions()), ())
    return week_file, schedule_file


def run(*arguments: str | Path) -> Result:
    """The command, in this process."""
    return CliRunner(env={"COLUMNS": "80"}).invoke(main, [str(argument) for argument in arguments])


def answer(*arguments: str | Path) -> dict[str, Any]:
    """What the command prints with --json; it must have ended well."""
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout.splitlines()[-1])
    return found
