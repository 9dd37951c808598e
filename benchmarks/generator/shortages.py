"""Sites that are short of something: a tenth to a fifth of the care plans cannot be met."""

from __future__ import annotations

from benchmarks.sheets import Sheets

SHORTAGES = ("staff", "evening", "rooms")


def shorten(sheets: Sheets, short: str) -> None:
    """Take clinicians' hours, evening seats or group rooms away from a site's sheets, in place."""
    {"staff": _fewer_staff_hours, "evening": _fewer_evening_seats, "rooms": _fewer_rooms}[short](sheets)


def _fewer_staff_hours(sheets: Sheets) -> None:
    """Every fourth clinician works to two thirds of the hours."""
    rows = sheets["Clinicians"]
    for number, row in enumerate(rows):
        if number % 4 == 0 and isinstance(row.get("Max hours"), int | float):
            row["Max hours"] = int(float(str(row["Max hours"])) * 2 / 3)


def _fewer_evening_seats(sheets: Sheets) -> None:
    for row in sheets["Groups"]:
        if row.get("Tracks") == "Evening" and row.get("Facilitators") != 0:
            seats = max(2, int(str(row["Max clients"])) * 6 // 10)
            row["Max clients"] = seats
            row["Min clients"] = min(seats, int(str(row["Min clients"])))
            row.pop("Ideal clients", None)


def _fewer_rooms(sheets: Sheets) -> None:
    """One group room in seven, but at least one, is lost; what named it may use any room."""
    groups = [row for row in sheets["Rooms"] if row["Use"] == "group"]
    lost = {str(row["Room"]) for row in groups[min(3, len(groups) - 1) :: 7]}
    sheets["Rooms"] = [row for row in sheets["Rooms"] if row["Room"] not in lost]
    sheets["Closures"] = [row for row in sheets["Closures"] if row.get("What") not in lost]
    for row in sheets["Groups"]:
        row.pop("Rooms", None)
