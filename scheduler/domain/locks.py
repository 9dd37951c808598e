"""Locks: what must or must never hold this week."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lock:
    """One row of Locks; None is not constrained. The reader admits only the three forms of the contract:

    client and group (day allowed); client without group (service, default Individual, and at least one of day,
    start, clinician, room); group without client (at least one of day, start, clinician, room).
    """

    must: bool
    client: str | None = None
    group: str | None = None
    service: str | None = None
    day: int | None = None
    start: int | None = None
    clinician: str | None = None
    room: str | None = None
    row: int = 0
