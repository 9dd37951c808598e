"""A room's door sign: what is held there and when. No client is named or counted, and what is private stays so."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from scheduler.domain.program import Room
from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.handouts.days import by_day
from scheduler.report.handouts.document import Column, Entry, Page, Row, Table
from scheduler.report.spoken import span

COLUMNS = (Column("Time", 35), Column("What", 65))


def room_page(week: Week, held: tuple[Activity, ...], room: Room) -> Page:
    """The week of one room. An individual session or appointment reads `Reserved`: not whose, nor with whom."""
    own = _reserved_as_one([activity for activity in held if activity.room == room.name])
    if not own:
        return Page(room.name, notes=("Nothing is planned in this room this week.",))
    return Page(room.name, tables=(Table("", COLUMNS, by_day(week, own, _row)),))


def _reserved_as_one(own: list[Activity]) -> list[Activity]:
    """Private sessions that follow each other without a gap are one line, so that the door does not count them."""
    result: list[Activity] = []
    for private, run in groupby(own, key=lambda a: not a.is_group):
        for activity in run:
            last = result[-1] if result else None
            if private and last and not last.is_group and (last.day, last.end) == (activity.day, activity.start):
                result[-1] = replace(last, end=activity.end)
            else:
                result.append(activity)
    return result


def _row(activity: Activity) -> Row:
    return (span(activity.start, activity.end), (_what(activity),))


def _what(activity: Activity) -> Entry:
    if not activity.is_group:
        return Entry("Reserved")
    return Entry(activity.title, (f"with {' and '.join(activity.clinicians)}",) if activity.clinicians else ())
