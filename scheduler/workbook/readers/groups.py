"""The sheet Groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scheduler.domain.calendar import MIDNIGHT
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.program import Track
from scheduler.workbook.cells.choices import group_modality, one_of, yes_no
from scheduler.workbook.cells.days import days_of
from scheduler.workbook.cells.names import Names, name_of, split_list
from scheduler.workbook.cells.numbers import minutes, whole
from scheduler.workbook.cells.program_weeks import program_weeks_of
from scheduler.workbook.cells.times import time_of
from scheduler.workbook.record import Record
from scheduler.workbook.sheets import GROUPS
from scheduler.workbook.source import Source
from scheduler.workbook.values import BadValue, Value

_COHORT = one_of({"open": False, "cohort": True, "closed": True}, "open or cohort")


def read_groups(source: Source, tracks: Iterable[Track]) -> tuple[Group, ...]:
    """Groups in the order of the sheet, resting ones included."""
    track_days = {track.name: track.days for track in tracks}
    return tuple(_group(source, track_days, name, record) for name, record in source.definitions(GROUPS))


def _group(source: Source, track_days: dict[str, tuple[int, ...]], name: str, record: Record) -> Group:
    names = source.names
    tracks = record.read("Tracks", names.tracks.many, names.tracks.all)
    usual_days = tuple(sorted({day for track in tracks for day in track_days.get(track, ())}))
    days = record.read("Days", days_of, usual_days)
    length = record.read("Minutes", minutes(1), 60)
    max_clients = record.read("Max clients", whole(1), 1)
    required, forbidden = record.read("Client tags", tags_of(names.tags), ((), ()))
    group = Group(
        name=name,
        topic=names.topics.adopt(record.read("Topic", name_of, name)),
        tracks=tracks,
        phases=record.read("Phases", names.phases.many, names.phases.all),
        days=days,
        starts=record.read("Start", starts_of, None),
        minutes=length,
        counted_minutes=record.read("Counted minutes", minutes(), length),
        sessions=record.read("Sessions", whole(0, 7), len(days) if record.fills("Days") else 1),
        max_clients=max_clients,
        ideal_clients=record.read("Ideal clients", whole(), max_clients),
        min_clients=record.read("Min clients", whole(), 1),
        same_time=record.read("Same time", yes_no, True),
        same_clinician=record.read("Same clinician", yes_no, False),
        seats_per_client=record.read("Seats per client", whole(), 1),
        facilitators=record.read("Facilitators", whole(), 1),
        clinicians=record.read("Clinicians", names.clinicians.many, None),
        lead=record.read("Lead", names.clinicians.many, ()),
        rooms=record.read("Rooms", names.rooms.many, None),
        features=record.read("Features", names.features.adopted, ()),
        modality=record.read("Modality", group_modality, Modality.IN_PERSON),
        cohort=record.read("Attendance", _COHORT, False),
        required_tags=required,
        forbidden_tags=forbidden,
        program_weeks=record.read("Program weeks", program_weeks_of, None),
        must_run=record.read("Must run", yes_no, False),
        active=record.read("Active", yes_no, True),
        row=record.number,
    )
    _find_contradictions(record, group)
    return group


def starts_of(value: Value) -> tuple[int, ...]:
    """One or more start times, sorted, each once."""
    starts = {time_of(item) for item in split_list(value)} if isinstance(value, str) else {time_of(value)}
    if not starts or max(starts) >= MIDNIGHT:
        raise BadValue("expected start times such as 9:00 or 9:00; 13:30, before midnight")
    return tuple(sorted(starts))


def tags_of(tags: Names) -> Callable[[Value], tuple[tuple[str, ...], tuple[str, ...]]]:
    """A reader of Client tags: the tags required, and those forbidden (`!tag`)."""

    def parse(value: Value) -> tuple[tuple[str, ...], tuple[str, ...]]:
        text = name_of(value)
        alone = text.startswith("!") and tags.find(text[1:]) is not None
        items = (text,) if alone else split_list(value, tags.spelling)
        required = {tags.adopt(item): None for item in items if not item.startswith("!")}
        forbidden = {tags.adopt(item[1:]): None for item in items if item.startswith("!")}
        return tuple(required), tuple(tag for tag in forbidden if tag)

    return parse


def _find_contradictions(record: Record, group: Group) -> None:
    if record.fills("Max clients") and group.min_clients > group.max_clients:
        problem = f"Min clients is {group.min_clients}, more than Max clients ({group.max_clients})"
        record.error("Min clients", f"{problem}: no session could ever be held")
    if group.ideal_clients > group.max_clients:
        record.warn("Ideal clients", "Ideal clients is more than Max clients; no session is ever that full")
    if group.sessions > len(group.days):
        record.warn(
            "Sessions", f"Sessions is {group.sessions}, each on another day, but it may meet on {len(group.days)} only"
        )
