"""The answer: the group sessions that are held, who attends, and every individual session and appointment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scheduler.domain.calendar import DAY_NAMES
from scheduler.domain.modality import Modality


class Kind(StrEnum):
    """The Kind column of Assignments."""

    GROUP = "Group"
    INDIVIDUAL = "Individual"
    APPOINTMENT = "Appointment"


@dataclass(frozen=True, slots=True, order=True)
class GroupSession:
    """One held session of a group; facilitators and clients in sorted order; room None where none is needed."""

    day: int
    start: int
    end: int
    group: str
    facilitators: tuple[str, ...]
    room: str | None
    clients: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.group} {DAY_NAMES[self.day]}"


@dataclass(frozen=True, slots=True)
class OneOnOne:
    """One individual session (kind Individual, service `Individual`) or appointment of a client."""

    client: str
    kind: Kind
    service: str
    day: int
    start: int
    end: int
    clinician: str
    room: str | None
    modality: Modality

    @property
    def name(self) -> str:
        return f"{self.client} {self.service} {DAY_NAMES[self.day]}"

    @property
    def minutes(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Schedule:
    """A week's schedule. Sessions not held are not listed. Build it with `schedule_of`, which sorts."""

    sessions: tuple[GroupSession, ...] = ()
    one_on_ones: tuple[OneOnOne, ...] = ()


def schedule_of(sessions: list[GroupSession], one_on_ones: list[OneOnOne]) -> Schedule:
    """The schedule in its one canonical order: equal schedules are equal values."""
    return Schedule(
        tuple(sorted(sessions, key=lambda s: (s.day, s.start, s.group))),
        tuple(sorted(one_on_ones, key=lambda o: (o.day, o.start, o.client, o.service, o.end))),
    )
