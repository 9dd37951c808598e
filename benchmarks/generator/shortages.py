"""Sites that are short of something: a tenth to a fifth of the care plans cannot be met."""

from __future__ import annotations

from benchmarks.generator.plan import Plan
from benchmarks.sheets import Sheets, days_cell, hours_cell

SHORTAGES = ("staff", "evening", "rooms")
EVENING_SEATS_LEFT = 0.55
STAFF_HOURS_LEFT = 0.8
ROOM_DAYS_LOST = 0.3


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
    """On the busiest days fewer rooms are open than are planned at once; what asked for a room may use any."""
    rooms = [room.name for room in plan.rooms if room.use == "group"]
    peak = {day: _rooms_at_once(plan, day) for day in plan.shape.open_days}
    lost = max(1, round(ROOM_DAYS_LOST * sum(peak.values())))
    days = sorted(peak, key=lambda day: (-peak[day], day))
    closed: dict[str, list[int]] = {}
    for day in days:
        fewer = lost // len(days) + (days.index(day) < lost % len(days))
        for room in rooms[max(1, peak[day] - fewer) :] if fewer else []:
            closed.setdefault(room, []).append(day)
    sheets["Closures"] += [{"What": room, "Days": days_cell(on), "Reason": "Repairs"} for room, on in closed.items()]
    for row in sheets["Groups"]:
        row.pop("Rooms", None)


def _rooms_at_once(plan: Plan, day: int) -> int:
    """Most group rooms in use at one time of the day."""
    busy = [
        (section.slot.start, section.slot.end)
        for section in plan.sections
        if section.modality != "virtual" and day in section.held_days
    ]
    return max((sum(s <= start < e for s, e in busy) for start, _ in busy), default=0)
