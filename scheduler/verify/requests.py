"""The one-on-ones that clients are owed: the individual sessions of their phase, and their appointments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scheduler.domain.modality import Modality
from scheduler.domain.people import INDIVIDUAL, Appointment, Client, Clinician
from scheduler.domain.schedule import Kind, OneOnOne
from scheduler.domain.week import Week


@dataclass(frozen=True, slots=True)
class Request:
    """So many sessions of a service for a client; lengths in minutes.

    named: clinicians who may hold them because the workbook names them; anyone_qualified: others may too.
    modality None: the client's of the day.
    """

    kind: Kind
    service: str
    sessions: int
    minutes: int
    counted_minutes: int
    named: tuple[str, ...]
    anyone_qualified: bool
    modality: Modality | None = None

    def qualifies(self, clinician: Clinician) -> bool:
        """Whether the clinician's Topics cover the service, or the workbook names the clinician for it."""
        if clinician.name in self.named:
            return True
        if self.kind is Kind.APPOINTMENT:
            return clinician.topics is not None and self.service in clinician.topics
        return clinician.topics is None or INDIVIDUAL in clinician.topics

    def admits(self, clinician: str) -> bool:
        """Whether the choice of clinician is left open, or falls on one who is named."""
        return self.anyone_qualified or clinician in self.named

    def modality_for(self, client: Client, day: int) -> Modality:
        """In person, virtual, or either."""
        return self.modality or client.modality_on(day)

    def fits(self, client: Client, held: OneOnOne, clinician: Clinician | None) -> bool:
        """Whether the session has the length, the clinician and the modality that are asked for."""
        modality = self.modality_for(client, held.day)
        return (
            held.minutes == self.minutes
            and self.admits(held.clinician)
            and clinician is not None
            and self.qualifies(clinician)
            and modality in (Modality.EITHER, held.modality)
        )


def requests_by_client(week: Week) -> dict[str, tuple[Request, ...]]:
    """What each active client is owed, individual sessions first, then appointments as the workbook lists them."""
    appointments: defaultdict[str, list[Appointment]] = defaultdict(list)
    for appointment in week.appointments:
        appointments[appointment.client].append(appointment)
    counts = week.program.individual_counts
    return {
        client.name: (
            _individual(client, counts),
            *(_appointment(appointment, counts) for appointment in appointments[client.name]),
        )
        for client in week.active_clients
    }


def _individual(client: Client, counts: bool) -> Request:
    return Request(
        kind=Kind.INDIVIDUAL,
        service=INDIVIDUAL,
        sessions=client.individual_sessions,
        minutes=client.individual_minutes,
        counted_minutes=client.individual_counted_minutes if counts else 0,
        named=tuple(name for name in (client.primary_clinician, client.cover_clinician) if name is not None),
        anyone_qualified=client.primary_clinician is None,
    )


def _appointment(row: Appointment, counts: bool) -> Request:
    return Request(
        kind=Kind.APPOINTMENT,
        service=row.service,
        sessions=row.sessions,
        minutes=row.minutes,
        counted_minutes=row.counted_minutes if counts else 0,
        named=() if row.clinician is None else (row.clinician,),
        anyone_qualified=row.clinician is None,
        modality=row.modality,
    )


def answered(
    requests: Sequence[Request], held: Sequence[OneOnOne], fits: Callable[[Request, OneOnOne], bool]
) -> tuple[int | None, ...]:
    """For each session held, the position of the request that it answers, or None for one that nobody asked for.

    A client may have two rows of one service (another length, another clinician), so as many sessions as possible
    are matched to a request that they fit; what is left fills the places that are left.
    """
    places = [at for at, request in enumerate(requests) for _ in range(min(request.sessions, len(held)))]
    taken: dict[int, int] = {}  # place -> session

    def seat(session: int, seen: set[int]) -> bool:
        suiting = [place for place, at in enumerate(places) if fits(requests[at], held[session])]
        for place in sorted(suiting, key=lambda place: place in taken):
            if place in seen:
                continue
            seen.add(place)
            if place not in taken or seat(taken[place], seen):
                taken[place] = session
                return True
        return False

    left = [session for session in range(len(held)) if not seat(session, set())]
    free = [place for place in range(len(places)) if place not in taken]
    taken.update(zip(free, left, strict=False))
    answer: list[int | None] = [None] * len(held)
    for place, session in taken.items():
        answer[session] = places[place]
    return tuple(answer)
