"""A week so small that every goal is proven at once, as a workbook."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from scheduler.workbook.template import write_workbook

CLIENTS = ("C1", "C2", "C3", "C4")


def small_week(path: Path, **more: list[dict[str, object]]) -> Path:
    """Write it and return the path: four clients, one track, two groups on three days; all care plans can be met.

    more: rows added to a sheet, `Keep_apart` meaning `Keep apart`.
    """
    evening = {"Days": "Mon, Wed, Thu", "Start": time(17), "End": time(20)}
    hours = {"Days": "Mon-Thu", "Start": time(15), "End": time(20)}
    group = {"Minutes": 90, "Max clients": 8, "Days": "Mon, Wed, Thu"}
    sheets: dict[str, list[dict[str, object]]] = {
        "Program": [
            {"Setting": "Program", "Value": "Small"},
            {"Setting": "Week of", "Value": date(2026, 12, 2)},
            {"Setting": "Time step", "Value": 60},
        ],
        "Tracks": [{"Track": "Evening", **evening}],
        "Phases": [{"Phase": "IOP 1", "Min hours": 10, "Min days": 3, "Individual sessions": 1}],
        "Groups": [
            {"Group": "Relapse Prevention", **group, "Start": time(17)},
            {"Group": "Life Skills", **group, "Start": time(18, 30)},
        ],
        "Clinicians": [{"Clinician": "Clin 01"}, {"Clinician": "Clin 02"}],
        "Clinician hours": [{"Clinician": name, **hours} for name in ("Clin 01", "Clin 02")],
        "Rooms": [{"Room": "Room 1", "Capacity": 8}],
        "Clients": [{"Client": client, "Phase": "IOP 1", "Tracks": "Evening"} for client in CLIENTS],
    }
    for name, rows in more.items():
        title = name.replace("_", " ")
        sheets[title] = [*sheets.get(title, []), *rows]
    write_workbook(path, sheets)
    return path
