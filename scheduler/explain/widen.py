"""A week without the restrictions that a change of the workbook could lift: what could be at all."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.calendar import DAYS, WeekWindows, Window, merged
from scheduler.domain.groups import Group, TopicRule
from scheduler.domain.modality import Modality
from scheduler.domain.people import Client, Clinician, Phase
from scheduler.domain.program import Room
from scheduler.domain.week import Week
from scheduler.explain.lifts import MOST_STEPS

NEW_ROOM = "New room"


def widened(week: Week, targets: frozenset[str]) -> Week:
    """The week with every liftable restriction lifted: of the groups, the staff, the rooms, and the target clients."""
    return replace(
        shared_widened(week),
        keep_apart=tuple(pair for pair in week.keep_apart if not targets & {pair.client_a, pair.client_b}),
        phases=tuple(_phase(phase) for phase in week.phases),
        groups=tuple(_admitting(week, _group(week, group)) for group in week.groups),
        clients=tuple(_client(week, client) if client.name in targets else client for client in week.clients),
        commitments=tuple(c for c in week.commitments if not (c.firm and c.client in targets)),
        topic_rules=tuple(_topic_rule(rule) for rule in week.topic_rules),
        locks=tuple(lock for lock in week.locks if lock.must or lock.group is None or lock.client not in targets),
    )


def shared_widened(week: Week) -> Week:
    """The week with more seats, meetings, staff hours and rooms, as clients who are no targets may use them."""
    return replace(
        week,
        program=replace(week.program, same_topic_per_day=0),
        groups=tuple(_group(week, group) for group in week.groups),
        clinicians=tuple(_clinician(week, clinician) for clinician in week.clinicians),
        rooms=(*(replace(room, capacity=room.capacity + MOST_STEPS) for room in week.rooms), new_room(week)),
    )


def new_room(week: Week) -> Room:
    """A room that could be added: larger than any for groups, so that it is like no other, with every feature."""
    name = NEW_ROOM
    while name in week.room_by_name:
        name += " 2"
    seats = max((room.capacity for room in week.rooms if room.for_groups and not room.virtual), default=12)
    features = tuple(sorted({feature for room in week.rooms for feature in room.features}))
    return Room(name, seats + MOST_STEPS + 1, features=features)


def extra_days(week: Week, group: Group) -> tuple[int, ...]:
    """Days beside Days on which one of the group's tracks has hours."""
    days = {day for track in group.tracks for day in week.track_by_name[track].days}
    return tuple(sorted(days - set(group.days)))


def _group(week: Week, group: Group) -> Group:
    days = tuple(sorted({*group.days, *extra_days(week, group)}))
    return replace(
        group,
        days=days,
        sessions=min(len(days), group.sessions + 1),
        max_clients=group.max_clients + MOST_STEPS,
        min_clients=min(group.min_clients, 1),
        clinicians=None,
        rooms=None,
        active=True,
    )


def _admitting(week: Week, group: Group) -> Group:
    return replace(group, phases=tuple(phase.name for phase in week.phases), program_weeks=None)


def _clinician(week: Week, clinician: Clinician) -> Clinician:
    topics = clinician.topics
    if topics is not None:
        topics = tuple(sorted({*topics, *(group.topic for group in week.groups)}))
    return replace(
        clinician,
        topics=topics,
        hours=_opening(week, clinician.hours),
        hours_in_person=_opening(week, clinician.hours_in_person),
        hours_virtual=_opening(week, clinician.hours_virtual),
        max_minutes=None,
        max_minutes_per_day=None,
    )


def _opening(week: Week, hours: WeekWindows) -> WeekWindows:
    """The hours, and all hours of the tracks; a clinician who is never there in this way stays so."""
    if not any(hours):
        return hours
    return tuple(merged([*hours[day], *track_hours(week, day)]) for day in DAYS)


def track_hours(week: Week, day: int) -> list[Window]:
    """From the first start to the last end of the tracks on the day; empty without any."""
    windows = [window for track in week.tracks for window in track.windows[day]]
    return [Window(min(w.start for w in windows), max(w.end for w in windows))] if windows else []


def _phase(phase: Phase) -> Phase:
    return replace(phase, max_minutes=None, max_days=7, max_minutes_per_day=None)


def _topic_rule(rule: TopicRule) -> TopicRule:
    return replace(rule, max_sessions=None)


def _client(week: Week, client: Client) -> Client:
    others = (track.name for track in week.tracks if track.name not in client.tracks)
    return replace(
        client,
        tracks=(*client.tracks, *others),
        modality=Modality.EITHER,
        virtual_days=(),
        avoid_clinicians=(),
        authorized_minutes=None,
        authorized_days=None,
        authorized_minutes_per_day=None,
    )
