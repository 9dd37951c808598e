"""From a lifted restriction to the cells that lift it, as little as the schedule found needs, and the sentence."""

from __future__ import annotations

from collections.abc import Callable

from scheduler.explain.edits import clients, groups, resources
from scheduler.explain.edits.editor import Edit, Editor
from scheduler.explain.lifts import Kind, Lift

__all__ = ["Edit", "Editor", "edit_of"]


def edit_of(editor: Editor, lift: Lift) -> Edit:
    """The edit of one lift; its cells may be none where the schedule does not need it after all."""
    return WRITERS[lift.kind](editor, lift)


WRITERS: dict[Kind, Callable[[Editor, Lift], Edit]] = {
    Kind.SEATS: groups.seats,
    Kind.SMALLER: groups.smaller,
    Kind.MEETING: groups.meeting,
    Kind.SESSION: groups.session,
    Kind.ADMIT_PHASE: groups.admit_phase,
    Kind.ADMIT_WEEK: groups.admit_week,
    Kind.ACTIVE: groups.active,
    Kind.ROOM_LISTED: groups.room_listed,
    Kind.SAME_TOPIC: groups.same_topic,
    Kind.KEEP_APART: clients.keep_apart,
    Kind.LISTED: groups.listed,
    Kind.QUALIFIED: resources.qualified,
    Kind.WINDOW: resources.window,
    Kind.MAX_HOURS: resources.max_hours,
    Kind.MAX_DAY: resources.max_day,
    Kind.CAPACITY: resources.capacity,
    Kind.NEW_ROOM: resources.room,
    Kind.COMMITMENT: clients.commitment,
    Kind.TRACK: clients.track,
    Kind.VIRTUAL_DAY: clients.virtual_day,
    Kind.MODALITY: clients.modality,
    Kind.COVER: clients.cover,
    Kind.HOLDER: clients.holder,
    Kind.AVOID: clients.avoid,
    Kind.NEVER: clients.never,
    Kind.AUTHORIZED_HOURS: clients.authorized_hours,
    Kind.AUTHORIZED_DAYS: clients.authorized_days,
    Kind.AUTHORIZED_DAY: clients.authorized_day,
    Kind.PHASE_HOURS: clients.phase_hours,
    Kind.PHASE_DAYS: clients.phase_days,
    Kind.PHASE_DAY: clients.phase_day,
    Kind.TOPIC_MOST: groups.topic_most,
}
