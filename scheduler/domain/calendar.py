"""Days, windows of a day, and windows of a week."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAYS = tuple(range(7))
MIDNIGHT = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A stretch of one day, minutes from midnight, the end not included."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        return self.end - self.start

    def holds(self, start: int, end: int) -> bool:
        """Whether an activity from start to end lies inside."""
        return self.start <= start and end <= self.end

    def overlap(self, start: int, end: int) -> int:
        """Minutes shared with an activity from start to end."""
        return max(0, min(self.end, end) - max(self.start, start))


WeekWindows = tuple[tuple[Window, ...], ...]
"""Seven entries, Monday first: the windows of each day, sorted, apart from each other."""

NO_WINDOWS: WeekWindows = ((),) * 7


def merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    """The same time as sorted windows, those that touch or overlap made one."""
    result: list[Window] = []
    for window in sorted(windows):
        if window.end <= window.start:
            continue
        if result and window.start <= result[-1].end:
            result[-1] = Window(result[-1].start, max(result[-1].end, window.end))
        else:
            result.append(window)
    return tuple(result)


def week_windows(entries: Iterable[tuple[int, Window]]) -> WeekWindows:
    """Windows by day from (day, window) entries in any order."""
    by_day: list[list[Window]] = [[] for _ in DAYS]
    for day, window in entries:
        by_day[day].append(window)
    return tuple(merged(windows) for windows in by_day)


def holds(windows: Iterable[Window], start: int, end: int) -> bool:
    """Whether one of the windows holds the whole activity."""
    return any(window.holds(start, end) for window in windows)


def overlaps(windows: Iterable[Window], start: int, end: int) -> bool:
    """Whether the activity shares a minute with any of the windows."""
    return any(window.start < end and start < window.end for window in windows)


def monday_of(day: date) -> date:
    """The Monday of the Monday-to-Sunday week that holds the date."""
    return day - timedelta(days=day.weekday())


def clock(minutes: int) -> str:
    """Minutes from midnight as `HH:MM`, `24:00` for the end of the day."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def hours(minutes: int) -> str:
    """A length in hours, as people write it: `9`, `1.5`, `0.25`."""
    return f"{minutes / 60:.2f}".rstrip("0").rstrip(".")
