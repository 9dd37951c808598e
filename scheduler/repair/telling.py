"""The sheet Changes: every move in a sentence, with the rule or goal that asks for it where that can be told."""

from __future__ import annotations

from collections.abc import Callable

from scheduler.domain.changes import Change, Concerns
from scheduler.domain.schedule import GroupSession, OneOnOne, Schedule
from scheduler.domain.week import Week
from scheduler.repair.differences import Pair, Part, differences
from scheduler.repair.reasons import Reasons

Why = Callable[[Part, bool], str]
"""Asked of a part, and whether it is gone (or else new)."""


def changes_between(week: Week, before: Schedule, after: Schedule) -> tuple[Change, ...]:
    """What is new, gone or moved, and why: clients first, then groups, clinicians and rooms."""
    pairs = differences(before, after, week)
    if not pairs:
        return ()
    reasons = Reasons(week, after)
    known = _clients(before)
    return tuple(_change(pair, known, lambda part, gone: _reason(week, part, gone, reasons)) for pair in pairs)


def plain_changes(before: Schedule, after: Schedule) -> tuple[Change, ...]:
    """The same of two schedules whose weeks are not at hand; nothing says why."""
    known = _clients(before)
    return tuple(_change(pair, known, lambda _part, _gone: "") for pair in differences(before, after))


def _clients(schedule: Schedule) -> frozenset[str]:
    attending = {name for session in schedule.sessions for name in session.clients}
    return frozenset(attending | {meeting.client for meeting in schedule.one_on_ones})


def _change(pair: Pair, known: frozenset[str], why: Why) -> Change:
    old, new = pair
    before, after = _text(old), _text(new)
    if old is None:
        assert new is not None
        newcomer = new.concerns is Concerns.CLIENT and new.who not in known
        where = " (not in the schedule before)" if newcomer else ""
        sentence = f"{_opening(new)} on {after} is new{where}."
        return Change(new.concerns, new.who, "Added", "", after, sentence, "" if newcomer else why(new, False))
    if new is None:
        return Change(
            old.concerns, old.who, "Gone", before, "", f"{_opening(old)} on {before} is gone.", why(old, True)
        )
    kind, sentence = _move(old, new)
    return Change(old.concerns, old.who, kind, before, after, sentence, why(old, True))


def _move(old: Part, new: Part) -> tuple[str, str]:
    """The kind of a move, and its sentence."""
    if old.what != new.what:
        return "Moved", f"{old.who} moves from {old.what} ({_text(old)}) to {new.what} ({_text(new)})."
    if old.when != new.when:
        return "Moved", f"{_opening(old)} moves from {_text(old)} to {_text(new)}."
    if _with_whom(old) != _with_whom(new):
        change = f"{_with_whom(new) or 'nobody'} instead of {_with_whom(old) or 'nobody'}"
        return "Clinician", f"{_opening(old)} on {old.when} is with {change}."
    if old.activity.room != new.activity.room:
        change = f"{new.activity.room or 'no room'} instead of {old.activity.room or 'no room'}"
        return "Room", f"{_opening(old)} on {old.when} is in {change}."
    return "Modality", f"{_opening(old)} on {old.when} is {new.facts[-1]} instead of {old.facts[-1]}."


def _opening(part: Part) -> str:
    return part.what if part.who == part.what else f"{part.who}: {part.what}"


def _with_whom(part: Part) -> str:
    activity = part.activity
    return "; ".join(activity.facilitators) if isinstance(activity, GroupSession) else activity.clinician


def _text(part: Part | None) -> str:
    """When, and with whom and where as far as it concerns them: `Mon 17:00-18:30 Clin 01 Room 2`."""
    if part is None:
        return ""
    if part.concerns is Concerns.GROUP or (part.concerns is Concerns.CLIENT and isinstance(part.activity, OneOnOne)):
        return " ".join(text for text in (part.when, _with_whom(part), part.activity.room or "") if text)
    return part.when


def _reason(week: Week, part: Part, gone: bool, reasons: Reasons) -> str:
    client = part.who if part.concerns is Concerns.CLIENT and isinstance(part.activity, GroupSession) else None
    if gone:
        return _absence(week, part) or reasons.why_gone(part.activity, client)
    return reasons.why_new(part.activity, client)


def _absence(week: Week, part: Part) -> str:
    """Why somebody or something can have nothing at all this week, where the workbook says it."""
    if isinstance(part.activity, GroupSession):
        group = week.group_by_name.get(part.activity.group)
        if group is None:
            return f"The group {part.activity.group} is not in this week's workbook."
        if not group.active:
            return f"The group {group.name} rests this week (Active)."
    names = [part.who] if part.concerns is Concerns.CLIENT else []
    names += [part.activity.client] if isinstance(part.activity, OneOnOne) else []
    for name in names:
        client = week.client_by_name.get(name)
        if client is None:
            return f"{name} is not in this week's workbook."
        if not client.active:
            return f"{name} is not scheduled this week: {client.inactive_reason or 'on hold'}."
    return ""
