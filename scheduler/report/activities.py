"""Group sessions, individual sessions and appointments as one list, for everything that is printed."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.calendar import holds
from scheduler.domain.modality import Modality
from scheduler.domain.people import INDIVIDUAL
from scheduler.domain.schedule import GroupSession, Kind, OneOnOne, Schedule
from scheduler.domain.week import Week


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that is held: `what` is the group or the service; counted_minutes is what each client gets for it.

    tracks are those of the group that hold the session; none for individual sessions and appointments.
    """

    kind: Kind
    what: str
    day: int
    start: int
    end: int
    clinicians: tuple[str, ...]
    room: str | None
    modality: Modality
    clients: tuple[str, ...]
    counted_minutes: int
    tracks: tuple[str, ...] = ()

    @property
    def is_group(self) -> bool:
        return self.kind is Kind.GROUP

    @property
    def title(self) -> str:
        """The group or service as people read it."""
        return "Individual session" if self.what == INDIVIDUAL else self.what


def activities(week: Week, schedule: Schedule) -> tuple[Activity, ...]:
    """Everything that the schedule holds, by day and time, then by name."""
    all_of_them = [_session(week, session) for session in schedule.sessions]
    all_of_them += [_one_on_one(week, meeting) for meeting in schedule.one_on_ones]
    return tuple(sorted(all_of_them, key=lambda a: (a.day, a.start, not a.is_group, a.what, a.clients)))


def _session(week: Week, session: GroupSession) -> Activity:
    group = week.group_by_name[session.group]
    tracks = tuple(
        name
        for name in group.tracks
        if holds(week.track_by_name[name].windows[session.day], session.start, session.end)
    )
    return Activity(
        Kind.GROUP,
        group.name,
        session.day,
        session.start,
        session.end,
        session.facilitators,
        session.room,
        group.modality,
        session.clients,
        group.counted_minutes,
        tracks,
    )


def _one_on_one(week: Week, meeting: OneOnOne) -> Activity:
    return Activity(
        meeting.kind,
        meeting.service,
        meeting.day,
        meeting.start,
        meeting.end,
        (meeting.clinician,),
        meeting.room,
        meeting.modality,
        (meeting.client,),
        _counted(week, meeting),
    )


def _counted(week: Week, meeting: OneOnOne) -> int:
    if not week.program.individual_counts:
        return 0
    if meeting.kind is Kind.INDIVIDUAL:
        return week.client_by_name[meeting.client].individual_counted_minutes
    asked = (a for a in week.appointments if (a.client, a.service) == (meeting.client, meeting.service))
    return next((appointment.counted_minutes for appointment in asked), 0)
