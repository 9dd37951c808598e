"""Sites that are short of something: a tenth to a fifth of the care plans cannot be met."""

from __future__ import annotations

from benchmarks.generator.plan import Plan
from benchmarks.generator.shape import WEEKDAYS
from benchmarks.sheets import Row, Sheets, days_cell, hours_cell

SHORTAGES = ("staff", "evening", "rooms")
EVENING_SEATS_LEFT = 0.55
STAFF_HOURS_LEFT = 0.88
ROOM_DAYS_LOST = 0.15


def shorten(sheets: Sheets, plan: Plan, short: str) -> None:
    """Take clinicians' hours, evening seats or days of group rooms away from a site's sheets, in place."""
    {"staff": _fewer_staff_hours, "evening": _fewer_evening_seats, "rooms": _fewer_room_days}[short](sheets, plan)


def _fewer_staff_hours(sheets: Sheets, plan: Plan) -> None:
    """Everybody's hours end below what is planned."""
    load = {worker.name: worker.load for worker in plan.staff.workers if not worker.prescriber}
    for row in sheets["Clinicians"]:
        if row["Clinician"] in load:
            row["Max hours"] = hours_cell(int(load[str(row["Clinician"])] * STAFF_HOURS_LEFT) // 30 * 30)


def _fewer_evening_seats(sheets: Sheets, plan: Plan) -> None:
    for row in sheets["Groups"]:
        if row.get("Tracks") == "Evening" and row.get("Facilitators") != 0:
            seats = max(2, int(int(str(row["Max clients"])) * EVENING_SEATS_LEFT))
            row["Max clients"] = seats
            row["Min clients"] = min(seats, int(str(row["Min clients"])))
            row.pop("Ideal clients", None)


def _fewer_room_days(sheets: Sheets, plan: Plan) -> None:
    """The rooms most in use are closed for days; what asked for one of them may use any room."""
    rooms = [str(row["Room"]) for row in sheets["Rooms"] if row["Use"] == "group"]
    lost = max(1, round(ROOM_DAYS_LOST * len(rooms) * len(WEEKDAYS)))
    whole, rest = divmod(lost, len(WEEKDAYS))
    closed: list[Row] = [{"What": room, "Days": "Mon-Fri", "Reason": "Water damage"} for room in rooms[:whole]]
    if rest:
        days = days_cell(WEEKDAYS[:rest])
        closed.append({"What": rooms[whole], "Days": days, "Reason": "Painting"})
    sheets["Closures"] += closed
    for row in sheets["Groups"]:
        row.pop("Rooms", None)
