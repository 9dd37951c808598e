"""The sheets of a schedule workbook that are read back."""

from __future__ import annotations

from scheduler.workbook.sheets import Column, Sheet, key


def _sheet(name: str, *columns: str) -> Sheet:
    return Sheet(name, tuple(map(Column, columns)), required=False)


SESSIONS = _sheet(
    "Sessions", "Session", "Group", "Day", "Start", "End", "Facilitators", "Room", "Clients", "Status"
)  # fmt: skip
ASSIGNMENTS = _sheet(
    "Assignments", "Client", "Kind", "Session", "Activity", "Day", "Start", "End", "Clinician", "Room", "Modality"
)
GOALS = _sheet("Goals", "Goal", "Value")
CLIENTS = _sheet("Clients", "Client")
CLINICIANS = _sheet("Clinicians", "Clinician")
ROOMS = _sheet("Rooms", "Room")
"""The last three say how the file itself spells its names."""

_BY_KEY = {key(sheet.name): sheet for sheet in (SESSIONS, ASSIGNMENTS, GOALS, CLIENTS, CLINICIANS, ROOMS)}


def schedule_sheet_named(title: str) -> Sheet | None:
    """The sheet of a schedule that a title means, None if it is not one that is read."""
    return _BY_KEY.get(key(title))
