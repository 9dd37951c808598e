"""The posted timetable: the week's groups on one sheet, without any client and without counts."""

from __future__ import annotations

from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.handouts.document import Column, Entry, Page, Row, Table
from scheduler.report.places import place_for_all
from scheduler.report.spoken import short_day, span, time_of_day


def timetable_page(week: Week, held: tuple[Activity, ...]) -> Page:
    """Days across, starting times down; individual sessions and appointments are left out."""
    groups = [activity for activity in held if activity.is_group]
    days = sorted({a.day for a in groups})
    columns = (Column("", 14), *(Column(short_day(week.program.monday, day), 30) for day in days))
    rows = tuple(_starting_at(week, start, groups, days) for start in sorted({a.start for a in groups}))
    closed = tuple(_closed(week, day, why) for day, why in _closures(week))
    notes = closed if groups else ("No groups are held this week.", *closed)
    return Page("Weekly timetable", tables=(Table("", columns, rows),) if groups else (), notes=notes)


def _starting_at(week: Week, start: int, groups: list[Activity], days: list[int]) -> Row:
    at = [a for a in groups if a.start == start]
    return (time_of_day(start), *(tuple(_entry(week, a) for a in at if a.day == day) for day in days))


def _entry(week: Week, activity: Activity) -> Entry:
    when_and_where = f"{span(activity.start, activity.end)}, {place_for_all(week, activity).words}"
    clinicians = (", ".join(activity.clinicians),) if activity.clinicians else ()
    return Entry(activity.title, (when_and_where, *clinicians))


def _closures(week: Week) -> list[tuple[int, str]]:
    """Whole days on which the whole program is closed. A reason may be private, so it is not posted."""
    whole = [c for c in week.closures if c.whole_program and c.start == 0 and c.end >= 24 * 60]
    return sorted({(day, "closed") for c in whole for day in c.days})


def _closed(week: Week, day: int, why: str) -> str:
    return f"{short_day(week.program.monday, day)}: {why}."
