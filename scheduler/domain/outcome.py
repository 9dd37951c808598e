"""What a run of the solver is asked and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scheduler.domain.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Settings:
    """How to search. time_limit: seconds for the whole run; workers None: what suits the week, mostly one."""

    time_limit: float = 60.0
    workers: int | None = None
    seed: int = 1


@dataclass(frozen=True, slots=True)
class GoalResult:
    """One goal of one run. bound: no schedule that keeps the goals before it is better; None: not searched."""

    number: int
    title: str
    value: int
    bound: int | None
    proven: bool

    @property
    def status(self) -> str:
        """`optimal`, `within N%` (of the value, rounded up) or `not searched`."""
        if self.proven:
            return "optimal"
        if self.bound is None:
            return "not searched"
        return f"within {-(-100 * (self.value - self.bound) // max(1, self.value))}%"


class SolveStatus(StrEnum):
    SOLVED = "solved"
    CLASH = "clash"
    """No schedule keeps the hard rules: only locks (and what they force to be held) can cause it."""
    INTERRUPTED = "interrupted"
    """Stopped before any schedule was found."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One line of progress: the goal being worked on, its value and bound so far, seconds since the start."""

    goal: str
    value: int | None
    bound: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of `solve`: a schedule when status is solved, and what is known of each goal, in their order.

    reached: seconds after which goal 1 had the value that it ended with.
    """

    status: SolveStatus
    schedule: Schedule | None
    goals: tuple[GoalResult, ...]
    seconds: float
    interrupted: bool = False
    reached: float = 0.0
