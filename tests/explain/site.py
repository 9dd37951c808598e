"""A small site as a workbook's tables: one group a day, one clinician, and what a test changes."""

from __future__ import annotations

from pathlib import Path

from scheduler.domain.outcome import Outcome, Settings
from scheduler.domain.week import Week
from scheduler.solve import solve
from scheduler.workbook import Tables, assemble, open_workbook
from scheduler.workbook.template import write_workbook

Rows = list[dict[str, object]]
QUICK = Settings(time_limit=4, workers=1)


def sheets(**changes: Rows) -> dict[str, Rows]:
    """Three clients of a phase that asks for two hours on two days; Process meets Mon-Wed 9:00 for an hour."""
    rows: dict[str, Rows] = {
        "Program": [{"Setting": "Program", "Value": "Small"}, {"Setting": "Week of", "Value": "2026-11-30"}],
        "Tracks": [{"Track": "Morning", "Days": "Mon-Fri", "Start": "9:00", "End": "12:00"}],
        "Phases": [{"Phase": "IOP", "Min hours": 2, "Min days": 2}],
        "Groups": [group("Process", "Mon, Tue", "9:00")],
        "Clinicians": [{"Clinician": "Clin 01"}],
        "Clinician hours": [{"Clinician": "Clin 01", "Days": "Mon-Fri", "Start": "9:00", "End": "12:00"}],
        "Rooms": [{"Room": "Hall", "Capacity": 20}],
        "Clients": [client(f"C{n}") for n in (1, 2, 3)],
    }
    return rows | {name.replace("_", " "): given for name, given in changes.items()}


def group(name: str, days: str, start: str, **more: object) -> dict[str, object]:
    row: dict[str, object] = {"Group": name, "Days": days, "Start": start, "Minutes": 60, "Max clients": 8}
    return row | {key.replace("_", " "): value for key, value in more.items()}


def client(name: str, **more: object) -> dict[str, object]:
    row: dict[str, object] = {"Client": name, "Phase": "IOP", "Tracks": "Morning"}
    return row | {key.replace("_", " "): value for key, value in more.items()}


def workbook(folder: Path, **changes: Rows) -> Path:
    """The site's file."""
    path = folder / "small.xlsx"
    write_workbook(path, sheets(**changes))
    return path


def tables_of(folder: Path, **changes: Rows) -> Tables:
    return open_workbook(workbook(folder, **changes))


def week_of(tables: Tables) -> Week:
    reading = assemble(tables)
    assert reading.week is not None, reading.issues
    return reading.week


def solved(tables: Tables) -> tuple[Week, Outcome]:
    week = week_of(tables)
    outcome = solve(week, QUICK)
    assert outcome.schedule is not None
    return week, outcome
