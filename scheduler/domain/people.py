"""Phases, clients, clinicians, and what binds them in the week."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.calendar import WeekWindows
from scheduler.domain.modality import Modality

INDIVIDUAL = "Individual"
"""The service, and the topic clinicians qualify for, of the phase's individual sessions."""


@dataclass(frozen=True, slots=True)
class Phase:
    """What a phase of treatment asks for in a week; None means no limit; lengths in minutes."""

    name: str
    level_of_care: str
    min_minutes: int
    target_minutes: int
    max_minutes: int | None = None
    min_days: int = 0
    max_days: int = 7
    min_minutes_per_day: int = 0
    max_minutes_per_day: int | None = None
    max_days_between: int | None = None
    individual_sessions: int = 0
    individual_minutes: int = 60
    individual_counted_minutes: int = 60
    row: int = 0


@dataclass(frozen=True, slots=True)
class Clinician:
    """A clinician. topics None: every group topic and Individual.

    hours_in_person holds the time in which in-person and hybrid activities may lie, hours_virtual that of virtual
    ones (the modality of the clinician or of each row of Clinician hours already applied, touching rows made one);
    hours is all of it together, whatever the modality.
    """

    name: str
    topics: tuple[str, ...] | None
    hours: WeekWindows
    hours_in_person: WeekWindows
    hours_virtual: WeekWindows
    max_minutes: int | None = None
    max_minutes_per_day: int | None = None
    office: str | None = None
    row: int = 0
    hours_rows: tuple[int, ...] = ()

    def hours_for(self, activity: Modality) -> WeekWindows:
        """The time in which an activity of this modality (in person, virtual, hybrid) may lie."""
        return self.hours_virtual if activity is Modality.VIRTUAL else self.hours_in_person


@dataclass(frozen=True, slots=True)
class Client:
    """A client. What the phase states and the client does not override is filled in, except the minima of hours.

    tracks: most wanted first. min_minutes None: the phase's. first_day, last_day: the days of this week inside
    Starts-Ends; a client who is on hold, or not there on any day, has active False. program_week None: only groups
    without Program weeks. needs: (topic, sessions).
    """

    name: str
    phase: str
    tracks: tuple[str, ...]
    display_name: str = ""
    primary_clinician: str | None = None
    cover_clinician: str | None = None
    avoid_clinicians: tuple[str, ...] = ()
    modality: Modality = Modality.IN_PERSON
    virtual_days: tuple[int, ...] = ()
    individual_sessions: int = 0
    individual_minutes: int = 60
    individual_counted_minutes: int = 60
    needs: tuple[tuple[str, int], ...] = ()
    avoid_topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    authorized_minutes: int | None = None
    authorized_days: int | None = None
    authorized_minutes_per_day: int | None = None
    program_week: int | None = None
    min_minutes: int | None = None
    first_day: int = 0
    last_day: int = 6
    priority: int = 1
    active: bool = True
    inactive_reason: str = ""
    row: int = 0

    def modality_on(self, day: int) -> Modality:
        """The client's modality on a day of the week, Virtual days applied."""
        return Modality.VIRTUAL if day in self.virtual_days else self.modality


@dataclass(frozen=True, slots=True)
class Commitment:
    """Work, school, child care, court: time that a client keeps free; travel in minutes before and after."""

    client: str
    days: tuple[int, ...]
    start: int = 0
    end: int = 24 * 60
    kind: str = ""
    firm: bool = True
    travel: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class Appointment:
    """A service beside the phase's individual sessions. modality None: the client's own of the day.

    counted_minutes is what a session adds to the client's hours: 0 when Counts is no or the program's
    Individual counts is no.
    """

    client: str
    service: str
    minutes: int
    sessions: int = 1
    clinician: str | None = None
    modality: Modality | None = None
    counted_minutes: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class KeepApart:
    """Two clients who never share a group session."""

    client_a: str
    client_b: str
    reason: str = ""
    row: int = 0
