"""The schedule indexed once: what each client does, each clinician holds, each room hosts, each group meets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scheduler.domain.calendar import DAYS
from scheduler.domain.modality import Modality
from scheduler.domain.schedule import GroupSession, Kind, OneOnOne, Schedule
from scheduler.domain.week import Week
from scheduler.verify.activity import Activities, Activity
from scheduler.verify.requests import Request, answered, requests_by_client


@dataclass(frozen=True, slots=True)
class Attendance:
    """Everything that happens in the week, by who and what takes part; each list in order of day and start.

    strays are entries on a day that no week has; only H9 speaks of them.
    """

    schedule: Schedule
    sessions: Activities
    one_on_ones: Activities
    strays: tuple[GroupSession | OneOnOne, ...]
    requests: Mapping[str, tuple[Request, ...]]
    by_client: Mapping[str, Activities]
    by_clinician: Mapping[str, Activities]
    by_room: Mapping[str, Activities]
    by_group: Mapping[str, Activities]

    @property
    def activities(self) -> Activities:
        return self.sessions + self.one_on_ones

    def of_client(self, client: str) -> Activities:
        return self.by_client.get(client, ())

    def groups_of(self, client: str) -> Activities:
        """The client's sessions of groups that the week knows."""
        return tuple(a for a in self.of_client(client) if a.group is not None)

    def one_on_ones_of(self, client: str) -> Activities:
        return tuple(a for a in self.of_client(client) if a.kind is not Kind.GROUP)

    def sessions_of(self, group: str) -> Activities:
        return self.by_group.get(group, ())


def attendance_of(week: Week, schedule: Schedule) -> Attendance:
    """The schedule as the rules and goals read it; names that the week does not know are kept as they are."""
    requests = requests_by_client(week)
    sessions = _in_order(_session(week, session) for session in schedule.sessions if session.day in DAYS)
    one_on_ones = _in_order(_one_on_ones(week, schedule, requests))
    activities = _in_order(sessions + one_on_ones)
    return Attendance(
        schedule=schedule,
        sessions=sessions,
        one_on_ones=one_on_ones,
        strays=tuple(_strays(schedule)),
        requests=requests,
        by_client=_index((name, a) for a in activities for name in a.clients),
        by_clinician=_index((name, a) for a in activities for name in a.clinicians),
        by_room=_index((a.room, a) for a in activities if a.room is not None),
        by_group=_index((session.title, session) for session in sessions),
    )


def _strays(schedule: Schedule) -> Iterator[GroupSession | OneOnOne]:
    yield from (session for session in schedule.sessions if session.day not in DAYS)
    yield from (one for one in schedule.one_on_ones if one.day not in DAYS)


def _session(week: Week, session: GroupSession) -> Activity:
    group = week.group_by_name.get(session.group)
    return Activity(
        kind=Kind.GROUP,
        title=session.group,
        day=session.day,
        start=session.start,
        end=session.end,
        modality=Modality.IN_PERSON if group is None else group.modality,
        clinicians=tuple(sorted(set(session.facilitators))),
        room=session.room,
        clients=tuple(sorted(set(session.clients))),
        counted_minutes=0 if group is None else group.counted_minutes,
        group=group,
    )


def _one_on_ones(week: Week, schedule: Schedule, requests: Mapping[str, tuple[Request, ...]]) -> Iterator[Activity]:
    """Those of one client and service together, since they share the client's requests of that service."""
    alike: defaultdict[tuple[str, Kind, str], list[OneOnOne]] = defaultdict(list)
    for one in schedule.one_on_ones:
        if one.day in DAYS:
            alike[one.client, one.kind, one.service].append(one)
    for (client, kind, service), ones in alike.items():
        asked = [r for r in requests.get(client, ()) if r.kind is kind and r.service == service]
        for one, at in zip(ones, _answers(week, asked, ones), strict=True):
            activity = _one_on_one(one)
            if at is not None:
                activity = replace(activity, request=asked[at], counted_minutes=asked[at].counted_minutes)
            yield activity


def _answers(week: Week, asked: Sequence[Request], held: Sequence[OneOnOne]) -> tuple[int | None, ...]:
    def fits(request: Request, one: OneOnOne) -> bool:
        client = week.client_by_name[one.client]
        return request.fits(client, one, week.clinician_by_name.get(one.clinician))

    return answered(asked, held, fits)


def _one_on_one(one: OneOnOne) -> Activity:
    return Activity(
        kind=one.kind,
        title=one.service,
        day=one.day,
        start=one.start,
        end=one.end,
        modality=one.modality,
        clinicians=(one.clinician,),
        room=one.room,
        clients=(one.client,),
    )


def _in_order(activities: Iterable[Activity]) -> Activities:
    return tuple(sorted(activities, key=lambda a: (a.day, a.start, a.end, a.title, a.clients)))


def _index(entries: Iterable[tuple[str, Activity]]) -> Mapping[str, Activities]:
    found: defaultdict[str, list[Activity]] = defaultdict(list)
    for name, activity in entries:
        found[name].append(activity)
    return {name: tuple(activities) for name, activities in found.items()}
