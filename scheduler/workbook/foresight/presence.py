"""When a client can attend anything: days of the stay, less firm commitments and their travel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scheduler.domain.calendar import Window
from scheduler.domain.modality import Modality
from scheduler.domain.people import Client, Commitment
from scheduler.domain.week import Week


@dataclass(frozen=True, slots=True)
class Presence:
    """busy: by day, time that is never free; near: time that is free only for what is not in person."""

    client: Client
    busy: tuple[tuple[Window, ...], ...]
    near: tuple[tuple[Window, ...], ...]

    def free(self, day: int, start: int, end: int, in_person: bool) -> bool:
        """Whether the client can take part, in person or from a distance."""
        if not self.client.first_day <= day <= self.client.last_day:
            return False
        return not any(window.overlap(start, end) for window in (self.near if in_person else self.busy)[day])

    def attends_in_person(self, day: int, activity: Modality) -> bool:
        """Whether the client takes part in person; who may choose is taken to stay at a distance."""
        if activity is Modality.HYBRID:
            return self.client.modality_on(day) is Modality.IN_PERSON
        return activity is Modality.IN_PERSON


def presence(client: Client, commitments: Iterable[Commitment]) -> Presence:
    """The client's presence under these commitments; those that are not firm bind nothing."""
    busy: list[list[Window]] = [[] for _ in range(7)]
    near: list[list[Window]] = [[] for _ in range(7)]
    for commitment in commitments:
        if not commitment.firm:
            continue
        for day in commitment.days:
            busy[day].append(Window(commitment.start, commitment.end))
            near[day].append(Window(commitment.start - commitment.travel, commitment.end + commitment.travel))
    return Presence(client, tuple(map(tuple, busy)), tuple(map(tuple, near)))


def commitments_by_client(week: Week) -> dict[str, list[Commitment]]:
    """Each client's commitments."""
    found: dict[str, list[Commitment]] = {client.name: [] for client in week.clients}
    for commitment in week.commitments:
        found[commitment.client].append(commitment)
    return found
