"""What the verifier says of a schedule: broken rules, goal values, and each client's account."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.rules import Requirement


@dataclass(frozen=True, slots=True)
class Subject:
    """The part of a schedule that a finding is about, so that a file's cell can be found for it.

    group and day: a group session; client, group and day: an attendance; client, service and day: an individual
    session or appointment. Fields that do not apply are None.
    """

    client: str | None = None
    group: str | None = None
    service: str | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule: by how much (minutes, clients or count), and a sentence a coordinator can act on."""

    rule: str
    subject: Subject
    amount: int
    message: str


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One requirement of a care plan (or a Must run group) that is not given.

    needed, given, missing are minutes for Hours and Day length, else counts (days, sessions). detail names the topic,
    service, day or group where one applies. minutes is its part in goal 2, before Priority (0 for Must run).
    """

    subject: str
    requirement: Requirement
    detail: str
    needed: int
    given: int
    missing: int
    minutes: int


@dataclass(frozen=True, slots=True)
class ClientAccount:
    """What one active client gets and what the care plan asks for (after Starts-Ends, excused days and caps)."""

    client: str
    track: str | None
    counted_minutes: int
    min_minutes: int
    target_minutes: int
    days: int
    min_days: int
    individual_held: int
    individual_needed: int
    met: bool
    shortfall_minutes: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """goals: nine values, goal 1 first. accounts: one per active client, in the week's order."""

    findings: tuple[Finding, ...]
    goals: tuple[int, ...]
    accounts: tuple[ClientAccount, ...]
    shortfalls: tuple[Shortfall, ...]

    @property
    def ok(self) -> bool:
        return not self.findings
