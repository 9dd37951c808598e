"""H14: nothing happens in a closure of the program, of a clinician or of a room."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.calendar import Window
from scheduler.domain.evaluation import Finding
from scheduler.domain.program import Closure
from scheduler.domain.week import Week
from scheduler.verify.activity import Activities
from scheduler.verify.attendance import Attendance
from scheduler.verify.sentences import span


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Each activity in a closure; amount: minutes shared."""
    for closure in week.closures:
        closed = Window(closure.start, closure.end)
        for activity in _concerned(closure, held):
            minutes = closed.overlap(activity.start, activity.end)
            if activity.day in closure.days and minutes:
                reason = f" ({closure.reason})" if closure.reason else ""
                what = closure.clinician or closure.room or "the program"
                message = f"{activity} lies in the closure of {what} {span(closure.start, closure.end)}{reason}."
                yield Finding("H14", activity.subject, minutes, message)


def _concerned(closure: Closure, held: Attendance) -> Activities:
    if closure.clinician is not None:
        return held.by_clinician.get(closure.clinician, ())
    if closure.room is not None:
        return held.by_room.get(closure.room, ())
    return held.activities
