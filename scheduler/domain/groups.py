"""Groups and the topic rules of phases."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.modality import Modality


@dataclass(frozen=True, slots=True)
class TopicRule:
    """How many sessions of a topic a client of the phase attends in the week; phase None: every phase."""

    phase: str | None
    topic: str
    min_sessions: int = 0
    max_sessions: int | None = None
    one_group: bool = False
    row: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """One row of Groups with every default filled in; lengths in minutes.

    starts None: any multiple of the time step. clinicians None: any qualified; rooms None: any that suits.
    program_weeks None: every week; else inclusive (first, last) ranges, last None for an open end.
    """

    name: str
    topic: str
    tracks: tuple[str, ...]
    phases: tuple[str, ...]
    days: tuple[int, ...]
    starts: tuple[int, ...] | None
    minutes: int
    counted_minutes: int
    sessions: int
    max_clients: int
    ideal_clients: int
    min_clients: int = 1
    same_time: bool = True
    same_clinician: bool = False
    seats_per_client: int = 1
    facilitators: int = 1
    clinicians: tuple[str, ...] | None = None
    lead: tuple[str, ...] = ()
    rooms: tuple[str, ...] | None = None
    features: tuple[str, ...] = ()
    modality: Modality = Modality.IN_PERSON
    cohort: bool = False
    required_tags: tuple[str, ...] = ()
    forbidden_tags: tuple[str, ...] = ()
    program_weeks: tuple[tuple[int, int | None], ...] | None = None
    must_run: bool = False
    active: bool = True
    row: int = 0
