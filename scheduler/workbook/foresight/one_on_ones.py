"""Individual sessions and appointments that no schedule could hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scheduler.domain.calendar import MIDNIGHT, holds, overlaps
from scheduler.domain.modality import Modality
from scheduler.domain.people import INDIVIDUAL, Appointment, Client, Clinician
from scheduler.domain.week import Week
from scheduler.workbook.findings import Findings
from scheduler.workbook.foresight.presence import Presence, commitments_by_client, presence
from scheduler.workbook.foresight.slots import Slots
from scheduler.workbook.wording import counted


@dataclass(frozen=True, slots=True)
class Request:
    """Sessions asked for: of a service, so many of such a length, held by one of these; sheet, row, column of it."""

    service: str
    sessions: int
    minutes: int
    modality: Modality | None
    clinicians: tuple[Clinician, ...]
    cell: tuple[str, int, str]


def foresee_one_on_ones(week: Week, slots: Slots, findings: Findings) -> None:
    """Record individual sessions and appointments that nobody may hold, or not on as many days as asked for."""
    commitments = commitments_by_client(week)
    appointments = appointments_by_client(week)
    for client in week.active_clients:
        who = presence(client, commitments[client.name])
        for request in _requests(week, client, appointments[client.name]):
            problem = _problem(week, slots, who, request)
            if problem:
                findings.warn(*request.cell, f'"{client.name}", {request.service}: {problem}')


def appointments_by_client(week: Week) -> dict[str, list[Appointment]]:
    """Each client's appointments."""
    found: dict[str, list[Appointment]] = {client.name: [] for client in week.clients}
    for appointment in week.appointments:
        found[appointment.client].append(appointment)
    return found


def possible_counted_minutes(client: Client, appointments: Iterable[Appointment]) -> int:
    """Counted minutes that individual sessions and appointments can add at most."""
    beside = sum(each.counted_minutes * each.sessions for each in appointments)
    return client.individual_sessions * client.individual_counted_minutes + beside


def _requests(week: Week, client: Client, appointments: Iterable[Appointment]) -> list[Request]:
    requests = [
        Request(each.service, each.sessions, each.minutes, each.modality, _holders(week, client, each), cell)
        for each in appointments
        for cell in [("Appointments", each.row, "Clinician" if each.clinician else "Service")]
    ]
    column = "Primary clinician" if client.primary_clinician else "Client"
    counsellors = _counsellors(week, client)
    cell = ("Clients", client.row, column)
    individual = Request(INDIVIDUAL, client.individual_sessions, client.individual_minutes, None, counsellors, cell)
    return [request for request in (individual, *requests) if request.sessions]


def _counsellors(week: Week, client: Client) -> tuple[Clinician, ...]:
    """Who may hold the client's individual sessions: the primary or cover clinician, else anyone qualified."""
    named = {client.primary_clinician, client.cover_clinician}
    return tuple(
        who
        for who in week.clinicians
        if who.name not in client.avoid_clinicians
        and (
            who.name in named or (client.primary_clinician is None and (who.topics is None or INDIVIDUAL in who.topics))
        )
    )


def _holders(week: Week, client: Client, appointment: Appointment) -> tuple[Clinician, ...]:
    """Who may hold the appointment: the one named, else those whose Topics list the service."""
    return tuple(
        who
        for who in week.clinicians
        if who.name not in client.avoid_clinicians
        and (
            who.name == appointment.clinician
            or (appointment.clinician is None and who.topics is not None and appointment.service in who.topics)
        )
    )


def _problem(week: Week, slots: Slots, who: Presence, request: Request) -> str:
    """Why not all of the sessions asked for can be held; blank if they might be."""
    if not request.clinicians:
        return "no clinician may hold it (not qualified, or avoided by the client)"
    days = [day for day in range(7) if _possible_on(week, slots, who, request, day)]
    if len(days) >= request.sessions:
        return ""
    names = ", ".join(clinician.name for clinician in request.clinicians[:3])
    more = " and others" if len(request.clinicians) > 3 else ""
    left = f"the hours of {names}{more}, the client's own and the rooms leave {counted(len(days), 'day')}"
    return f"{request.sessions} asked for, each on another day, and {left}"


def _possible_on(week: Week, slots: Slots, who: Presence, request: Request, day: int) -> bool:
    wanted = request.modality or who.client.modality_on(day)
    modalities = (Modality.VIRTUAL, Modality.IN_PERSON) if wanted is Modality.EITHER else (wanted,)
    starts = range(0, MIDNIGHT - request.minutes + 1, week.program.time_step)
    return any(
        who.free(day, start, start + request.minutes, modality is Modality.IN_PERSON)
        and _within_tracks(week, who.client, day, start, start + request.minutes)
        and _clinician_and_room(week, slots, clinician, modality, day, start, start + request.minutes)
        for modality in modalities
        for clinician in request.clinicians
        if clinician.hours_for(modality)[day]
        for start in starts
    )


def _within_tracks(week: Week, client: Client, day: int, start: int, end: int) -> bool:
    if not week.program.individual_within_tracks:
        return True
    return any(holds(week.track_by_name[track].windows[day], start, end) for track in client.tracks)


def _clinician_and_room(
    week: Week, slots: Slots, clinician: Clinician, modality: Modality, day: int, start: int, end: int
) -> bool:
    closed = (slots.closures[None, None][day], slots.closures[clinician.name, None][day])
    if not holds(clinician.hours_for(modality)[day], start, end) or any(overlaps(each, start, end) for each in closed):
        return False
    if modality is Modality.VIRTUAL:
        return True
    return any(
        room.for_individual and not room.virtual and not overlaps(slots.closures[None, room.name][day], start, end)
        for room in week.rooms
        if clinician.office in (None, room.name)
    )
