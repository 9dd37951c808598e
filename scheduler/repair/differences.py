"""What is different for each client, group, clinician and room between two schedules, old and new paired.

What has no partner is gone or new. Nothing here says why; `reasons` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scheduler.domain.calendar import DAY_NAMES, clock
from scheduler.domain.changes import Concerns
from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule
from scheduler.domain.week import Week
from scheduler.repair.moment import Activity


@dataclass(frozen=True, slots=True)
class Part:
    """One activity as one person, group or room sees it; facts: what of it concerns them, so that equal is the same.

    what: the group, or the service (of a client, for others). kin: what may take its place when it is gone.
    """

    concerns: Concerns
    who: str
    what: str
    kin: str
    activity: Activity
    facts: tuple[str, ...]

    @property
    def when(self) -> str:
        return f"{DAY_NAMES[self.activity.day]} {clock(self.activity.start)}-{clock(self.activity.end)}"

    @property
    def likeness(self) -> tuple[object, ...]:
        """Equal for two parts that differ in nothing that concerns them."""
        return self.concerns, self.who, self.what, self.when, self.facts

    @property
    def order(self) -> tuple[int, str, int, int, str]:
        return tuple(Concerns).index(self.concerns), self.who, self.activity.day, self.activity.start, self.what


Pair = tuple[Part | None, Part | None]


def differences(before: Schedule, after: Schedule, week: Week | None = None) -> tuple[Pair, ...]:
    """Pairs (old, new) that differ, clients first, then groups, clinicians and rooms; None: there is no partner.

    With the week, groups of one topic can take each other's place.
    """
    old, new = list(_parts(before, week)), list(_parts(after, week))
    kept = {part.likeness for part in old} & {part.likeness for part in new}
    moved = (sorted((p for p in parts if p.likeness not in kept), key=lambda p: p.order) for parts in (old, new))
    return tuple(sorted(_paired(*moved), key=_order))


def _order(pair: Pair) -> tuple[int, str, int, int, str]:
    old, new = pair
    if old is not None:
        return old.order
    assert new is not None
    return new.order


def _paired(old: list[Part], new: list[Part]) -> list[Pair]:
    """The nearest partner first: the same thing that day, the same thing, one of its kind, one of its time."""
    pairs: list[Pair] = []
    keys: tuple[Callable[[Part], tuple[object, ...]], ...] = (
        lambda p: (p.concerns, p.who, p.what, p.activity.day),
        lambda p: (p.concerns, p.who, p.what),
        lambda p: (p.concerns, p.who, p.kin, p.activity.day),
        lambda p: (p.concerns, p.who, p.kin),
        lambda p: (p.concerns, p.who, p.concerns is Concerns.CLIENT or p.what, p.activity.day, p.activity.start),
    )
    for key in keys:
        waiting: dict[tuple[object, ...], list[Part]] = {}
        for part in new:
            waiting.setdefault(key(part), []).append(part)
        found = [(part, waiting[key(part)].pop(0)) for part in old if waiting.get(key(part))]
        pairs += found
        gone, come = {id(p) for p, _ in found}, {id(p) for _, p in found}
        old, new = [p for p in old if id(p) not in gone], [p for p in new if id(p) not in come]
    return [*pairs, *((part, None) for part in old), *((None, part) for part in new)]


def _parts(schedule: Schedule, week: Week | None) -> Iterator[Part]:
    for session in schedule.sessions:
        yield from _of_session(session, week)
    for meeting in schedule.one_on_ones:
        yield from _of_one_on_one(meeting)


def _of_session(session: GroupSession, week: Week | None) -> Iterator[Part]:
    name = session.group
    group = week.group_by_name.get(name) if week is not None else None
    topic = f"topic {group.topic}" if group is not None else name
    for client in session.clients:
        yield Part(Concerns.CLIENT, client, name, topic, session, ())
    yield Part(Concerns.GROUP, name, name, name, session, (*session.facilitators, f"room {session.room or ''}"))
    for clinician in session.facilitators:
        yield Part(Concerns.CLINICIAN, clinician, name, name, session, ())
    if session.room is not None:
        yield Part(Concerns.ROOM, session.room, name, name, session, ())


def _of_one_on_one(meeting: OneOnOne) -> Iterator[Part]:
    facts = (meeting.clinician, f"room {meeting.room or ''}", str(meeting.modality))
    yield Part(Concerns.CLIENT, meeting.client, meeting.service, meeting.service, meeting, facts)
    whose = f"{meeting.service} of {meeting.client}"
    yield Part(Concerns.CLINICIAN, meeting.clinician, whose, whose, meeting, ())
    if meeting.room is not None:
        yield Part(Concerns.ROOM, meeting.room, whose, whose, meeting, ())
