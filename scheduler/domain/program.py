"""The site: its settings, tracks, rooms and closures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scheduler.domain.calendar import WeekWindows


@dataclass(frozen=True, slots=True)
class Program:
    """The sheet Program. `monday` is the Monday of the week; lengths in minutes."""

    name: str
    monday: date
    time_step: int = 15
    mix_tracks: bool = False
    same_topic_per_day: int = 1
    individual_counts: bool = True
    individual_on_treatment_days: bool = False
    individual_after_groups: bool = False
    individual_within_tracks: bool = False
    trip_cost: int = 60
    clinician_break: int = 0
    room_turnaround: int = 0
    time_zone: str | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """A track and its windows in the week; `rows` are the Excel rows that define it."""

    name: str
    windows: WeekWindows
    rows: tuple[int, ...] = ()

    @property
    def days(self) -> tuple[int, ...]:
        return tuple(day for day, windows in enumerate(self.windows) if windows)


@dataclass(frozen=True, slots=True)
class Room:
    """A room, or a telehealth room when `virtual`; capacity counts seats for clients."""

    name: str
    capacity: int
    for_groups: bool = True
    for_individual: bool = True
    features: tuple[str, ...] = ()
    virtual: bool = False
    link: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Closure:
    """One row of Closures: nothing happens there from start to end on the days.

    Clinician and room both None: the whole program. `excused` is True only for a whole day of the whole program.
    """

    clinician: str | None
    room: str | None
    days: tuple[int, ...]
    start: int
    end: int
    reason: str = ""
    excused: bool = False
    row: int = 0

    @property
    def whole_program(self) -> bool:
        return self.clinician is None and self.room is None
