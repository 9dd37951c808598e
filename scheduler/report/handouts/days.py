"""Rows under the name of their day."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scheduler.domain.week import Week
from scheduler.report.activities import Activity
from scheduler.report.handouts.document import Row
from scheduler.report.spoken import long_day


def by_day(week: Week, held: Iterable[Activity], row: Callable[[Activity], Row]) -> tuple[Row, ...]:
    """A band for each day on which something is held, and under it a row for each activity (sorted by day)."""
    rows: list[Row] = []
    day = None
    for activity in held:
        if activity.day != day:
            day = activity.day
            rows.append((long_day(week.program.monday, day),))
        rows.append(row(activity))
    return tuple(rows)
