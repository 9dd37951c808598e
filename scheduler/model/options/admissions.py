"""Who could sit in which slot: H2, H3 and the locks that forbid a client a group."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

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
    result = []
    for client in week.active_clients:
        admitted = {group.name for group in week.active_groups if admits(client, group)}
        for slot in slots:
            if slot.group.name not in admitted or not client.first_day <= slot.day <= client.last_day:
                continue
            if never & {(client.name, slot.group.name, None), (client.name, slot.group.name, slot.day)}:
                continue
            admission = _admission(client, slot, week.firm_commitments.get(client.name, []))
            if admission is not None:
                result.append(admission)
    return tuple(result)


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


def _admission(client: Client, slot: Slot, firm: list[Commitment]) -> Admission | None:
    modality = client.modality_on(slot.day)
    if not modality.may_attend(slot.group.modality):
        return None
    in_person = slot.group.modality is not Modality.VIRTUAL and modality is not Modality.VIRTUAL
    placements = tuple(
        Placement(p.start, p.end, tuple(track for track in client.tracks if track in p.tracks))
        for p in slot.placements
        if free_of_commitments(firm, slot.day, p.start, p.end, in_person)
    )
    placements = tuple(p for p in placements if p.tracks)
    if not placements:
        return None
    return Admission(client, slot, placements, in_person or slot.group.modality is Modality.VIRTUAL)


def free_of_commitments(firm: list[Commitment], day: int, start: int, end: int, in_person: bool) -> bool:
    """H2: whether an activity keeps clear of the firm commitments, and of their travel time when in person."""
    for commitment in firm:
        travel = commitment.travel if in_person else 0
        if day in commitment.days and commitment.start - travel < end and start < commitment.end + travel:
            return False
    return True
