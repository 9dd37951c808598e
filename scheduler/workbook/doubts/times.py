"""Doubts about hours of commitments and closures in the night, which would bind nobody: was the afternoon meant?"""

from __future__ import annotations

from scheduler.domain.calendar import MIDNIGHT, Window, clock, overlaps
from scheduler.domain.week import Week
from scheduler.workbook.cells.times import EARLIEST, NOON
from scheduler.workbook.findings import Findings


def doubt_times(week: Week, findings: Findings) -> None:
    """Record hours in the night when nobody meets, and when somebody would twelve hours later.

    What begins at 0:00 goes on from the day before.
    """
    for commitment in week.commitments:
        _doubt(week, "Commitments", commitment.row, Window(commitment.start, commitment.end), findings)
    for closure in week.closures:
        _doubt(week, "Closures", closure.row, Window(closure.start, closure.end), findings)


def _doubt(week: Week, sheet: str, row: int, given: Window, findings: Findings) -> None:
    later = Window(given.start + NOON, given.end + NOON)
    could_be = 0 < given.start < EARLIEST and later.end <= MIDNIGHT
    if could_be and not _somebody_meets(week, given) and _somebody_meets(week, later):
        message = f"nobody meets from {clock(given.start)} to {clock(given.end)}; if the afternoon is meant, write "
        findings.warn(sheet, row, "Start", f"{message}{clock(later.start)} and {clock(later.end)}, or PM")


def _somebody_meets(week: Week, given: Window) -> bool:
    kept = (*(track.windows for track in week.tracks), *(who.hours for who in week.clinicians))
    return any(overlaps(day, given.start, given.end) for windows in kept for day in windows)
