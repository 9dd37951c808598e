"""What is no part of the question any more while a part of the week is worked on, by the time that it takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scheduler.domain.calendar import Window


@dataclass(frozen=True, slots=True)
class Engagement:
    """A settled session or meeting of a day.

    pool: key of the pool of rooms that hosts it; in_person: a meeting that takes some room for individual use.
    """

    day: int
    start: int
    minutes: int
    clinicians: tuple[str, ...]
    pool: str | None = None
    in_person: bool = False

    @property
    def window(self) -> Window:
        return Window(self.start, self.start + self.minutes)


@dataclass(frozen=True)
class Aside:
    """Sessions (group, day) that nobody attends about whom there is something to decide, and all that takes time then.

    Who is in it has a right week, which neither needs nor changes anything but the time that it takes.
    """

    sessions: frozenset[tuple[str, int]] = frozenset()
    engagements: tuple[Engagement, ...] = ()

    @cached_property
    def _of_clinician(self) -> dict[tuple[str, int], list[Engagement]]:
        result: dict[tuple[str, int], list[Engagement]] = {}
        for engagement in self.engagements:
            for name in engagement.clinicians:
                result.setdefault((name, engagement.day), []).append(engagement)
        return result

    @cached_property
    def _of_pool(self) -> dict[tuple[str, int], list[Engagement]]:
        result: dict[tuple[str, int], list[Engagement]] = {}
        for engagement in self.engagements:
            if engagement.pool is not None:
                result.setdefault((engagement.pool, engagement.day), []).append(engagement)
        return result

    def minutes_of(self, clinician: str, day: int) -> int:
        """What of the clinician's day is taken, in minutes."""
        return sum(engagement.minutes for engagement in self._of_clinician.get((clinician, day), ()))

    def windows_of(self, clinician: str, day: int) -> list[Window]:
        """When the clinician is busy."""
        return [engagement.window for engagement in self._of_clinician.get((clinician, day), ())]

    def windows_in(self, pool: str, day: int) -> list[Window]:
        """When one of the pool's rooms is in use, once for each use."""
        return [engagement.window for engagement in self._of_pool.get((pool, day), ())]

    def sessions_in(self, pool: str, day: int) -> list[Window]:
        """The same of group sessions alone."""
        return [e.window for e in self._of_pool.get((pool, day), ()) if not e.in_person]

    def meetings_in_person(self, day: int) -> list[Window]:
        """When a room for individual use is in use by a meeting, once for each."""
        return [e.window for e in self.engagements if e.in_person and e.day == day]


NOTHING_ASIDE = Aside()
