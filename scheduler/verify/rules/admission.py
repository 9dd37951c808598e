"""H3: a client attends only what the client is admitted to, on a track and in a modality that fit."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.evaluation import Finding
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.people import Client
from scheduler.domain.schedule import Kind
from scheduler.domain.week import Week
from scheduler.verify.activity import Activity
from scheduler.verify.attendance import Attendance
from scheduler.verify.placement import client_tracks
from scheduler.verify.sentences import all_of


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """One finding (amount 1) for each reason why an attendance or a one-on-one is not the client's to have."""
    for name in sorted(held.by_client):
        client = week.client_by_name.get(name)
        for activity in held.of_client(name):
            for reason in _reasons(week, client, activity):
                yield Finding("H3", activity.about(name), 1, f"{name} has {activity}, but {reason}.")


def _reasons(week: Week, client: Client | None, activity: Activity) -> Iterator[str]:
    if client is None:
        yield "no client of this week has that name"
        return
    if not client.active:
        yield f"the client is not scheduled this week{_because(client)}"
        return
    avoided = [name for name in activity.clinicians if name in client.avoid_clinicians]
    if avoided:
        yield f"the client avoids {all_of(avoided)}"
    if activity.kind is not Kind.GROUP:
        yield from _modality_of_one_on_one(client, activity)
    elif activity.group is not None:
        yield from _not_admitted(client, activity.group)
        yield from _does_not_suit(week, client, activity, activity.group)


def _because(client: Client) -> str:
    return f" ({client.inactive_reason})" if client.inactive_reason else ""


def _not_admitted(client: Client, group: Group) -> Iterator[str]:
    if client.phase not in group.phases:
        yield f"the group does not admit phase {client.phase}"
    if not _program_week_fits(client, group):
        week = "no program week" if client.program_week is None else f"program week {client.program_week}"
        yield f"the client's {week} is not among the group's Program weeks"
    missing = [tag for tag in group.required_tags if tag not in client.tags]
    if missing:
        yield f"the client lacks the tag {all_of(missing)}"
    unwanted = [tag for tag in group.forbidden_tags if tag in client.tags]
    if unwanted:
        yield f"the group is not for clients with the tag {all_of(unwanted)}"
    if group.topic in client.avoid_topics:
        yield f"the client avoids the topic {group.topic}"


def _program_week_fits(client: Client, group: Group) -> bool:
    if group.program_weeks is None:
        return True
    week = client.program_week
    return week is not None and any(
        first <= week and (last is None or week <= last) for first, last in group.program_weeks
    )


def _does_not_suit(week: Week, client: Client, session: Activity, group: Group) -> Iterator[str]:
    if not client_tracks(week, client, session):
        yield f"none of the client's tracks ({', '.join(client.tracks)}) is served and holds it"
    modality = client.modality_on(session.day)
    if not modality.may_attend(group.modality):
        yield f"the group is {group.modality} and the client {modality} that day"


def _modality_of_one_on_one(client: Client, activity: Activity) -> Iterator[str]:
    wanted = client.modality_on(activity.day)
    if activity.request is not None:
        wanted = activity.request.modality_for(client, activity.day)
    if activity.modality not in (Modality.IN_PERSON, Modality.VIRTUAL):
        yield f"it is {activity.modality}; it is held either in person or virtual"
    elif wanted not in (Modality.EITHER, activity.modality):
        yield f"it is {activity.modality} and should be {wanted} that day"
