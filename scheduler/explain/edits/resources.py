"""Edits of Clinicians, Clinician hours and Rooms."""

from __future__ import annotations

from scheduler.domain.calendar import DAY_NAMES, clock, hours
from scheduler.explain.cells import list_text
from scheduler.explain.edits.editor import Edit, Editor, count
from scheduler.explain.lifts import Lift
from scheduler.explain.seating import seats_by_room
from scheduler.explain.staff import minutes_by_day, outside_hours
from scheduler.explain.widen import new_room


def qualified(editor: Editor, lift: Lift) -> Edit:
    clinician = editor.week.clinician_by_name[lift.who]
    topics = clinician.topics or ()
    cell = editor.listed_cell("Clinicians", clinician.row, clinician.name, "Topics", topics, add=lift.what)
    return Edit((cell,), f"{lift.who} qualified for {lift.what}")


def window(editor: Editor, lift: Lift) -> Edit:
    stretch = outside_hours(editor.week, editor.schedule, lift.who, lift.day)
    if stretch is None:
        return Edit((), "")
    start, end = clock(stretch[0]), clock(stretch[1])
    day = DAY_NAMES[lift.day]
    values = {"Clinician": lift.who, "Days": day, "Start": start, "End": end}
    return Edit(editor.added("Clinician hours", lift.who, values), f"{lift.who} there on {day} {start}-{end}")


def max_hours(editor: Editor, lift: Lift) -> Edit:
    return _clinician_most(editor, lift, "Max hours", sum(minutes_by_day(editor.schedule, lift.who).values()), "a week")


def max_day(editor: Editor, lift: Lift) -> Edit:
    most = max(minutes_by_day(editor.schedule, lift.who).values(), default=0)
    return _clinician_most(editor, lift, "Max hours per day", most, "a day")


def _clinician_most(editor: Editor, lift: Lift, column: str, needed: int, span: str) -> Edit:
    clinician, before = editor.week.clinician_by_name[lift.who], editor.origin.clinician_by_name[lift.who]
    most = clinician.max_minutes if column == "Max hours" else clinician.max_minutes_per_day
    first = before.max_minutes if column == "Max hours" else before.max_minutes_per_day
    if most is None or first is None or needed <= most:
        return Edit((), "")
    after = -(-needed // 30) * 30 + 2 * editor.spare * 60
    cell = editor.cell("Clinicians", clinician.row, clinician.name, column, hours(after))
    return Edit((cell,), f"{hours(after - first)} h {span} more of {lift.who} ({hours(first)} to {hours(after)})")


def capacity(editor: Editor, lift: Lift) -> Edit:
    cells = []
    for room, seats in seats_by_room(editor.week, editor.schedule).items():
        known = editor.week.room_by_name.get(room)
        if known is not None and seats > known.capacity:
            cells.append(editor.cell("Rooms", known.row, room, "Capacity", str(seats)))
    return Edit(tuple(cells), " and ".join(f"{c.after} seats in {c.name}" for c in cells))


def room(editor: Editor, lift: Lift) -> Edit:
    room = new_room(editor.week)
    hosted = [s for s in editor.schedule.sessions if s.room == room.name]
    seats = max(1, seats_by_room(editor.week, editor.schedule).get(room.name, 1))
    if not hosted and not any(m.room == room.name for m in editor.schedule.one_on_ones):
        return Edit((), "")
    features = {f for s in hosted for f in editor.week.group_by_name[s.group].features}
    values = {"Room": room.name, "Capacity": str(seats)}
    if features:
        values["Features"] = list_text(sorted(features))
    return Edit(editor.added("Rooms", room.name, values), f"a further room with {count(seats, 'seat')}")
