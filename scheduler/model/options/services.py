"""Individual sessions and appointments: what each client is due, and when and with whom each could be held."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scheduler.domain.calendar import Window, holds, overlaps
from scheduler.domain.locks import Lock
from scheduler.domain.modality import Modality
from scheduler.domain.people import INDIVIDUAL, Appointment, Client, Clinician
from scheduler.domain.schedule import Kind
from scheduler.domain.week import Week
from scheduler.model.options.admissions import kept_clear
from scheduler.model.options.slots import closed_windows


@dataclass(frozen=True)
class Demand:
    """Sessions of one service that a client is due this week; minutes; number tells a client's rows apart."""

    client: Client
    number: int
    kind: Kind
    service: str
    minutes: int
    counted_minutes: int
    sessions: int
    clinicians: tuple[str, ...]
    modality: Modality | None

    @cached_property
    def key(self) -> tuple[str, int]:
        return self.client.name, self.number

    def modality_on(self, day: int) -> Modality | None:
        """How it is held on a day (either: whichever suits), None where it can't be (in person on a virtual day)."""
        own = self.client.modality_on(day)
        if self.modality is None or self.modality is own:
            return own
        if day in self.client.virtual_days:
            return Modality.VIRTUAL if self.modality is Modality.EITHER else None
        return self.modality


@dataclass(frozen=True)
class Offer:
    """A demand on a day with a clinician, in person or virtual, at one of the starts."""

    demand: Demand
    day: int
    clinician: str
    modality: Modality
    starts: tuple[int, ...]

    @cached_property
    def key(self) -> tuple[str, int, int, str, str]:
        return self.demand.client.name, self.demand.number, self.day, self.clinician, self.modality.value

    @property
    def in_person(self) -> bool:
        return self.modality is Modality.IN_PERSON


def demands(week: Week) -> tuple[Demand, ...]:
    """Every demand of every active client, the phase's individual sessions (number 0) first."""
    appointments: dict[str, list[Appointment]] = {}
    for appointment in week.appointments:
        appointments.setdefault(appointment.client, []).append(appointment)
    result = []
    for client in week.active_clients:
        if client.individual_sessions > 0:
            result.append(_individual(week, client))
        for number, appointment in enumerate(appointments.get(client.name, []), start=1):
            if appointment.sessions > 0:
                result.append(_appointment(week, client, number, appointment))
    return tuple(result)


def _individual(week: Week, client: Client) -> Demand:
    if client.primary_clinician is not None:
        named = [client.primary_clinician]
    else:
        named = [c.name for c in week.clinicians if c.topics is None or INDIVIDUAL in c.topics]
    if client.cover_clinician is not None and client.cover_clinician not in named:
        named.append(client.cover_clinician)
    counted = client.individual_counted_minutes if week.program.individual_counts else 0
    return Demand(
        client,
        0,
        Kind.INDIVIDUAL,
        INDIVIDUAL,
        client.individual_minutes,
        counted,
        client.individual_sessions,
        tuple(name for name in named if name not in client.avoid_clinicians),
        None,
    )


def _appointment(week: Week, client: Client, number: int, appointment: Appointment) -> Demand:
    if appointment.clinician is not None:
        named = [appointment.clinician]
    else:
        named = [c.name for c in week.clinicians if may_hold(c, appointment.service)]
    return Demand(
        client,
        number,
        Kind.APPOINTMENT,
        appointment.service,
        appointment.minutes,
        appointment.counted_minutes,
        appointment.sessions,
        tuple(name for name in named if name not in client.avoid_clinicians),
        appointment.modality,
    )


def may_hold(clinician: Clinician, service: str) -> bool:
    """Whether the Topics list qualifies for an appointment's service: it must be listed."""
    return clinician.topics is not None and service in clinician.topics


def offers(week: Week, demands: tuple[Demand, ...]) -> tuple[Offer, ...]:
    """Every offer, demand by demand, days in order."""
    finder = _OfferFinder(week)
    return tuple(offer for demand in demands for offer in finder.offers(demand))


class _OfferFinder:
    """Applies H2, H7, H14, H15 and H16 as far as they concern one individual session or appointment alone."""

    def __init__(self, week: Week) -> None:
        self.week = week
        self._known_starts: dict[tuple[str, int, Modality, int], tuple[int, ...]] = {}
        self._known_taken: dict[tuple[str, int, bool], tuple[Window, ...]] = {}
        self.locks: dict[str, list[Lock]] = {}
        for lock in week.locks:
            if lock.client is not None and lock.group is None:
                self.locks.setdefault(lock.client, []).append(lock)
        self.closed = {
            (name, day): closed_windows(tuple(c for c in week.closures if c.whole_program or c.clinician == name), day)
            for name in week.clinician_by_name
            for day in range(7)
        }

    def offers(self, demand: Demand) -> list[Offer]:
        result: list[Offer] = []
        client = demand.client
        for day in range(client.first_day, client.last_day + 1):
            modality = demand.modality_on(day)
            if modality is None:
                continue
            for clinician in demand.clinicians:
                if modality is Modality.EITHER:
                    found = self._either(demand, day, clinician)
                else:
                    found = {modality: self._starts(demand, day, clinician, modality)}
                result += [Offer(demand, day, clinician, m, starts) for m, starts in found.items() if starts]
        return result

    def _either(self, demand: Demand, day: int, clinician: str) -> dict[Modality, tuple[int, ...]]:
        """Virtual wherever it can be, which asks for nothing that in person does not; in person for the rest."""
        virtual = self._starts(demand, day, clinician, Modality.VIRTUAL)
        in_person = self._starts(demand, day, clinician, Modality.IN_PERSON)
        if any(lock.room is not None for lock in self.locks.get(demand.client.name, [])):
            return {Modality.IN_PERSON: in_person, Modality.VIRTUAL: virtual}
        rest = tuple(start for start in in_person if start not in set(virtual))
        return {Modality.IN_PERSON: rest, Modality.VIRTUAL: virtual}

    def _starts(self, demand: Demand, day: int, name: str, modality: Modality) -> tuple[int, ...]:
        open_starts = self._open_starts(name, day, modality, demand.minutes)
        taken = self._taken(demand.client.name, day, modality is Modality.IN_PERSON)
        tracks = self._tracks(demand.client, day)
        if not taken and tracks is None and demand.client.name not in self.locks:
            return open_starts
        return tuple(
            start
            for start in open_starts
            if not overlaps(taken, start, start + demand.minutes)
            and (tracks is None or holds(tracks, start, start + demand.minutes))
            and self._lock_allows(demand, day, start, name)
        )

    def _open_starts(self, name: str, day: int, modality: Modality, minutes: int) -> tuple[int, ...]:
        """When the clinician could begin something so long, whoever the client is."""
        key = (name, day, modality, minutes)
        if key not in self._known_starts:
            step = self.week.program.time_step
            self._known_starts[key] = tuple(
                start
                for window in self.week.clinician_by_name[name].hours_for(modality)[day]
                for start in range(-(-window.start // step) * step, window.end - minutes + 1, step)
                if not overlaps(self.closed[name, day], start, start + minutes)
            )
        return self._known_starts[key]

    def _taken(self, client: str, day: int, in_person: bool) -> tuple[Window, ...]:
        """What firm commitments take of the client's day, with their travel if in person."""
        key = (client, day, in_person)
        if key not in self._known_taken:
            firm = self.week.firm_commitments.get(client, [])
            self._known_taken[key] = kept_clear(firm, day, in_person)
        return self._known_taken[key]

    def _tracks(self, client: Client, day: int) -> tuple[Window, ...] | None:
        """H16, Individual within tracks: the windows that must hold it, None without that setting."""
        if not self.week.program.individual_within_tracks:
            return None
        return tuple(w for name in client.tracks for w in self.week.track_by_name[name].windows[day])

    def _lock_allows(self, demand: Demand, day: int, start: int, clinician: str) -> bool:
        for lock in self.locks.get(demand.client.name, []):
            if (lock.service or INDIVIDUAL) != demand.service:
                continue
            fits = lock.day in (None, day) and lock.start in (None, start) and lock.clinician in (None, clinician)
            if lock.must != fits and (lock.must or lock.room is None):
                return False
        return True
