"""Who could sit in which slot: H2, H3 and the locks that forbid a client a group."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from scheduler.domain.calendar import Window, overlaps
from scheduler.domain.groups import Group
from scheduler.domain.modality import Modality
from scheduler.domain.people import Client, Commitment
from scheduler.domain.week import Week
from scheduler.model.options.slots import Placement, Slot


@dataclass(frozen=True)
class Admission:
    """A client in a slot: the placements that fit the client, each with only the client's own tracks that hold it."""

    client: Client
    slot: Slot
    placements: tuple[Placement, ...]
    in_room: bool
    """Whether the client takes seats of the session's room (all of them in a virtual group: a telehealth room)."""

    @cached_property
    def key(self) -> tuple[str, str, int]:
        return self.client.name, self.slot.group.name, self.slot.day

    @property
    def tracks(self) -> tuple[str, ...]:
        """The tracks of the client that hold the session at every placement that fits."""
        return tuple(t for t in self.client.tracks if all(t in p.tracks for p in self.placements))


def admissions(week: Week, slots: tuple[Slot, ...]) -> tuple[Admission, ...]:
    """Every admission of every active client: client by client, slots in order."""
    never = {(lock.client, lock.group, lock.day) for lock in week.locks if lock.client and lock.group and not lock.must}
    finder = _SlotFinder(week, slots)
    result = []
    for client in week.active_clients:
        for slot, placements in finder.slots_for(client):
            if not client.first_day <= slot.day <= client.last_day:
                continue
            name, group = client.name, slot.group.name
            if never and ((name, group, None) in never or (name, group, slot.day) in never):
                continue
            admission = _admission(client, slot, placements, week.firm_commitments.get(name, []))
            if admission is not None:
                result.append(admission)
    return tuple(result)


class _SlotFinder:
    """Which slots admit a client and at what times; found once for all clients who are alike in that."""

    def __init__(self, week: Week, slots: tuple[Slot, ...]) -> None:
        self.week, self.slots = week, slots
        self._known: dict[object, list[tuple[Slot, tuple[Placement, ...]]]] = {}

    def slots_for(self, client: Client) -> list[tuple[Slot, tuple[Placement, ...]]]:
        likeness = (client.phase, client.program_week, client.avoid_topics, client.tags, client.tracks)
        if likeness not in self._known:
            admitted = {group.name for group in self.week.active_groups if admits(client, group)}
            found = ((slot, _in_tracks(slot, client)) for slot in self.slots if slot.group.name in admitted)
            self._known[likeness] = [(slot, placements) for slot, placements in found if placements]
        return self._known[likeness]


def _in_tracks(slot: Slot, client: Client) -> tuple[Placement, ...]:
    """The slot's placements in tracks of the client, with only these."""
    own = (Placement(p.start, p.end, tuple(t for t in client.tracks if t in p.tracks)) for p in slot.placements)
    return tuple(placement for placement in own if placement.tracks)


def admits(client: Client, group: Group) -> bool:
    """H3 as far as client and group decide it: phase, program weeks, tags, topic, a track served."""
    return (
        client.phase in group.phases
        and group.topic not in client.avoid_topics
        and all(tag in client.tags for tag in group.required_tags)
        and not any(tag in client.tags for tag in group.forbidden_tags)
        and _week_fits(client, group)
        and any(track in group.tracks for track in client.tracks)
    )


def _week_fits(client: Client, group: Group) -> bool:
    if group.program_weeks is None:
        return True
    week = client.program_week
    return week is not None and any(
        first <= week and (last is None or week <= last) for first, last in group.program_weeks
    )


def _admission(
    client: Client, slot: Slot, placements: tuple[Placement, ...], firm: list[Commitment]
) -> Admission | None:
    modality = client.modality_on(slot.day)
    if not modality.may_attend(slot.group.modality):
        return None
    in_person = slot.group.modality is not Modality.VIRTUAL and modality is not Modality.VIRTUAL
    taken = kept_clear(firm, slot.day, in_person) if firm else ()
    if taken:
        placements = tuple(p for p in placements if not overlaps(taken, p.start, p.end))
    if not placements:
        return None
    return Admission(client, slot, placements, in_person or slot.group.modality is Modality.VIRTUAL)


def kept_clear(firm: list[Commitment], day: int, in_person: bool) -> tuple[Window, ...]:
    """H2: what firm commitments take of the day, with their travel time for an activity in person."""
    return tuple(
        Window(c.start - (c.travel if in_person else 0), c.end + (c.travel if in_person else 0))
        for c in firm
        if day in c.days
    )
