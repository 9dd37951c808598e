"""Groups that no schedule could hold."""

from __future__ import annotations

from scheduler.domain.groups import Group
from scheduler.domain.week import Week
from scheduler.workbook.findings import Findings
from scheduler.workbook.foresight.slots import Slots, least_seats, led


def foresee_groups(week: Week, slots: Slots, findings: Findings) -> None:
    """Record each active group that can never be held, with the first reason that alone forbids it."""
    for group in week.active_groups:
        if group.sessions == 0:
            continue
        problem = _times(slots, group) or _leaders(slots, group) or _rooms(slots, group) or _together(slots, group)
        if problem:
            column, message = problem
            findings.warn("Groups", group.row, column, f'the group "{group.name}" can never be held: {message}')


def _times(slots: Slots, group: Group) -> tuple[str, str] | None:
    if any(True for _ in slots.in_tracks(group)):
        return None
    when = "none of its start times lies" if group.starts is not None else "no stretch of its length lies"
    tracks = ", ".join(group.tracks)
    return "Start", f"{when} in a window of its tracks ({tracks}) on its days, outside closures"


def _leaders(slots: Slots, group: Group) -> tuple[str, str] | None:
    if led(group, (who.name for who in slots.leaders(group))):
        if any(led(group, slot.leaders) for slot in slots.in_tracks(group)):
            return None
        return "Clinicians", "at none of its times are enough of those who may lead it present"
    if group.facilitators == 0:
        return "Lead", "Facilitators is 0, but Lead asks for a facilitator"
    named = group.clinicians is not None or group.lead
    who = f'{len(slots.leaders(group))} may lead it, and {group.facilitators} must (topic "{group.topic}")'
    return ("Clinicians" if named else "Topic"), who


def _rooms(slots: Slots, group: Group) -> tuple[str, str] | None:
    if not slots.needs_room(group):
        return None
    rooms = slots.rooms(group)
    if not rooms:
        column = "Features" if group.features else "Rooms"
        return column, f"no room that it may use is for {group.modality} groups and has its features"
    largest = max(room.capacity for room in rooms)
    if largest < least_seats(group):
        return "Min clients", f"it needs {least_seats(group)} seats, and the largest room that suits has {largest}"
    return None


def _together(slots: Slots, group: Group) -> tuple[str, str] | None:
    if slots.of(group):
        return None
    return "Group", "at none of its times are both its leaders and a room that suits free of closures"
