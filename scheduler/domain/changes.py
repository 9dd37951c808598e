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


@dataclass(frozen=True, slots=True)
class GoalChange:
    """A goal's value in two schedules."""

    title: str
    unit: str
    before: int
    after: int

    @property
    def difference(self) -> str:
        """Such as `15 less` or `the same`."""
        if self.before == self.after:
            return "the same"
        return f"{abs(self.after - self.before)} {'less' if self.after < self.before else 'more'}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs from one schedule file to another; goals: those that both files state."""

    before: str
    after: str
    changes: tuple[Change, ...]
    goals: tuple[GoalChange, ...]

    @property
    def told(self) -> str:
        """How many changes concern whom, such as `1 of groups, 2 of clinicians`."""
        counts = [(sum(change.concerns is concerns for change in self.changes), concerns) for concerns in Concerns]
        return ", ".join(f"{count} of {concerns.value.lower()}s" for count, concerns in counts if count) or "none"
