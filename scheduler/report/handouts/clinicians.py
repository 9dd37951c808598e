"""A clinician's week: sessions with their rosters, individual sessions, and the time left free."""

from __future__ import annotations

from scheduler.domain.calendar import DAYS, MIDNIGHT, Window, hours
from scheduler.domain.people import Clinician
from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.handouts.days import by_day
from scheduler.report.handouts.document import Column, Entry, Page, Row, Table
from scheduler.report.people import staff_list
from scheduler.report.places import place_for_all
from scheduler.report.spoken import long_day, span

COLUMNS = (Column("Time", 22), Column("What", 34), Column("Where", 30), Column("Clients", 64))
FREE = (Column("Day", 30), Column("Free", 120))


def clinician_page(week: Week, held: tuple[Activity, ...], clinician: Clinician, names: bool) -> Page:
    """The week of one clinician; with names, clients' names stand behind their ids."""
    own = [activity for activity in held if clinician.name in activity.clinicians]
    busy = sum(a.end - a.start for a in own)
    there = sum(window.minutes for day in clinician.hours for window in day)
    facts = (
        ("Sessions", f"{sum(a.is_group for a in own)} group, {sum(not a.is_group for a in own)} one-on-one"),
        ("Hours", f"{hours(busy)} of {hours(there)} available" + _limit(clinician)),
    )
    sessions = Table("", COLUMNS, by_day(week, own, lambda a: _row(week, a, clinician, names)))
    return Page(clinician.name, facts, (*([sessions] if own else []), _free(week, own, clinician)))


def _limit(clinician: Clinician) -> str:
    return f", at most {hours(clinician.max_minutes)} a week" if clinician.max_minutes is not None else ""


def _row(week: Week, activity: Activity, clinician: Clinician, names: bool) -> Row:
    others = [name for name in activity.clinicians if name != clinician.name]
    place = place_for_all(week, activity)
    clients = staff_list(week, activity.clients, names)
    return (
        span(activity.start, activity.end),
        (Entry(activity.title, (f"with {' and '.join(others)}",) if others else ()),),
        (Entry(place.words, (), place.link),),
        f"{len(activity.clients)}: {clients}" if activity.is_group else clients,
    )


def _free(week: Week, own: list[Activity], clinician: Clinician) -> Table:
    rows = []
    for day in DAYS:
        left = free_time(week, own, clinician, day)
        if left:
            rows.append((long_day(week.program.monday, day), ", ".join(_stretch(w) for w in left)))
    return Table("Free time", FREE, tuple(rows) or (("", "None"),))


def free_time(week: Week, own: list[Activity], clinician: Clinician, day: int) -> tuple[Window, ...]:
    """The clinician's hours on the day without activities and without closures of the program or the clinician."""
    taken = [(a.start, a.end) for a in own if a.day == day]
    taken += [
        (c.start, c.end) for c in week.closures if day in c.days and (c.whole_program or c.clinician == clinician.name)
    ]
    left: list[Window] = []
    for window in clinician.hours[day]:
        at = window.start
        for start, end in sorted(taken):
            if at < min(start, window.end):
                left.append(Window(at, min(start, window.end)))
            at = max(at, end)
        if at < window.end:
            left.append(Window(at, window.end))
    return tuple(left)


def _stretch(window: Window) -> str:
    return "all day" if window.minutes >= MIDNIGHT else span(window.start, window.end)
