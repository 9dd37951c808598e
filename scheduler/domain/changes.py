"""What is different between two schedules, told to the people it concerns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Concerns(StrEnum):
    """Whom a change is told to: the groups of the sheet Changes, in their order there."""

    CLIENT = "Client"
    GROUP = "Group"
    CLINICIAN = "Clinician"
    ROOM = "Room"


@dataclass(frozen=True, slots=True)
class Change:
    """One move. kind: a word such as `Added`, `Gone`, `Moved`, `Room`; who: the client id, group, clinician or room.

    before and after are short texts (`Mon 17:00-18:30 Clin 01 Room 2`), empty where there was or is nothing; sentence
    says the whole; reason names the rule or goal that asks for it where that can be told.
    """

    concerns: Concerns
    who: str
    kind: str
    before: str
    after: str
    sentence: str
    reason: str = ""
