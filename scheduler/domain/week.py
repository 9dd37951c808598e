"""The complete instance: everything that the model, the verifier and the reports read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scheduler.domain.groups import Group, TopicRule
from scheduler.domain.locks import Lock
from scheduler.domain.people import Appointment, Client, Clinician, Commitment, KeepApart, Phase
from scheduler.domain.program import Closure, Program, Room, Track
from scheduler.domain.schedule import Schedule


@dataclass(frozen=True)
class Week:
    """One site, one week: plain, sorted as the workbook lists it, picklable, every default filled in.

    goal_ranks: (goal number 3-9, rank) of the sheet Goals. previous: last week's schedule for goal 3, or None.
    Inactive groups and clients are kept (they are listed as such) and marked active False.
    """

    program: Program
    tracks: tuple[Track, ...]
    phases: tuple[Phase, ...]
    groups: tuple[Group, ...]
    clinicians: tuple[Clinician, ...]
    rooms: tuple[Room, ...]
    clients: tuple[Client, ...]
    topic_rules: tuple[TopicRule, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    closures: tuple[Closure, ...] = ()
    keep_apart: tuple[KeepApart, ...] = ()
    locks: tuple[Lock, ...] = ()
    goal_ranks: tuple[tuple[int, int], ...] = ()
    previous: Schedule | None = None

    @cached_property
    def track_by_name(self) -> dict[str, Track]:
        return {track.name: track for track in self.tracks}

    @cached_property
    def phase_by_name(self) -> dict[str, Phase]:
        return {phase.name: phase for phase in self.phases}

    @cached_property
    def group_by_name(self) -> dict[str, Group]:
        return {group.name: group for group in self.groups}

    @cached_property
    def clinician_by_name(self) -> dict[str, Clinician]:
        return {clinician.name: clinician for clinician in self.clinicians}

    @cached_property
    def room_by_name(self) -> dict[str, Room]:
        return {room.name: room for room in self.rooms}

    @cached_property
    def client_by_name(self) -> dict[str, Client]:
        return {client.name: client for client in self.clients}

    @cached_property
    def active_groups(self) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.active)

    @cached_property
    def active_clients(self) -> tuple[Client, ...]:
        return tuple(client for client in self.clients if client.active)

    @cached_property
    def locked_clients(self) -> frozenset[str]:
        """Clients of whom a lock speaks."""
        return frozenset(lock.client for lock in self.locks if lock.client is not None)

    @cached_property
    def firm_commitments(self) -> dict[str, list[Commitment]]:
        """The commitments that are never overlapped, by client."""
        return self._commitments_by_client(firm=True)

    @cached_property
    def soft_commitments(self) -> dict[str, list[Commitment]]:
        """The commitments that are avoided if possible, by client."""
        return self._commitments_by_client(firm=False)

    def _commitments_by_client(self, firm: bool) -> dict[str, list[Commitment]]:
        found: dict[str, list[Commitment]] = {}
        for commitment in self.commitments:
            if commitment.firm == firm:
                found.setdefault(commitment.client, []).append(commitment)
        return found
