"""The simple differences between two schedules: what is new, gone or moved, for each one it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.calendar import DAY_NAMES, clock
from scheduler.domain.changes import Change, Concerns
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week

_CONCERNS = tuple(Concerns)


@dataclass(frozen=True, slots=True, order=True)
class _Entry:
    """Something one party does: `what` of it, when it begins, and the text that tells when (and with whom)."""

    concerns: int
    who: str
    what: str
    day: int
    start: int
    text: str


def differences(week: Week, before: Schedule, after: Schedule) -> tuple[Change, ...]:
    """The changes from one schedule to the next, for clients first, then groups, clinicians and rooms."""
    old, new = set(_entries(before)), set(_entries(after))
    gone, added = _by_subject(old - new), _by_subject(new - old)
    known = {(entry.concerns, entry.who) for entry in old}
    changes: list[Change] = []
    for subject in sorted({*gone, *added}):
        is_new = subject[:2] not in known
        changes += _changes(week, gone.get(subject, []), added.get(subject, []), is_new)
    return tuple(changes)


def _changes(week: Week, gone: list[_Entry], added: list[_Entry], is_new: bool) -> Iterator[Change]:
    """Pairs what is gone with what is new of the same thing: it moved. What has no partner is gone or added."""
    for old, new in zip(gone, added, strict=False):
        sentence = f"{_opening(old)} moves from {old.text} to {new.text}."
        yield Change(_CONCERNS[old.concerns], old.who, "Moved", old.text, new.text, sentence)
    for old in gone[len(added) :]:
        sentence = f"{_opening(old)} on {old.text} is gone{_absence(week, old)}."
        yield Change(_CONCERNS[old.concerns], old.who, "Gone", old.text, "", sentence)
    for new in added[len(gone) :]:
        newcomer = " (not in last week's schedule)" if is_new else ""
        sentence = f"{_opening(new)} on {new.text} is new{newcomer}."
        yield Change(_CONCERNS[new.concerns], new.who, "Added", "", new.text, sentence)


def _opening(entry: _Entry) -> str:
    return entry.who if entry.who == entry.what else f"{entry.who}: {entry.what}"


def _absence(week: Week, entry: _Entry) -> str:
    """Why somebody can have nothing at all this week, where the workbook says it."""
    concerns = _CONCERNS[entry.concerns]
    if concerns is Concerns.CLIENT:
        client = week.client_by_name.get(entry.who)
        if client is None:
            return "; the client is not in this week's workbook"
        return "" if client.active else f"; the client is not active ({client.inactive_reason or 'on hold'})"
    if concerns is Concerns.GROUP:
        group = week.group_by_name.get(entry.who)
        if group is None:
            return "; the group is not in this week's workbook"
        return "" if group.active else "; the group rests this week"
    return ""


def _by_subject(entries: set[_Entry]) -> dict[tuple[int, str, str], list[_Entry]]:
    by_subject: dict[tuple[int, str, str], list[_Entry]] = {}
    for entry in sorted(entries):
        by_subject.setdefault((entry.concerns, entry.who, entry.what), []).append(entry)
    return by_subject


def _entries(schedule: Schedule) -> Iterator[_Entry]:
    for session in schedule.sessions:
        when, place = _when(session.day, session.start, session.end), (session.day, session.start)
        led = f"{when} with {'; '.join(session.facilitators)}" if session.facilitators else when
        yield _entry(Concerns.GROUP, session.group, session.group, place, led)
        for client in session.clients:
            yield _entry(Concerns.CLIENT, client, session.group, place, when)
        for name in session.facilitators:
            yield _entry(Concerns.CLINICIAN, name, session.group, place, when)
        if session.room is not None:
            yield _entry(Concerns.ROOM, session.room, session.group, place, when)
    for one in schedule.one_on_ones:
        when, place = _when(one.day, one.start, one.end), (one.day, one.start)
        with_client = f"{one.service} of {one.client}"
        yield _entry(Concerns.CLIENT, one.client, one.service, place, f"{when} with {one.clinician}")
        yield _entry(Concerns.CLINICIAN, one.clinician, with_client, place, when)
        if one.room is not None:
            yield _entry(Concerns.ROOM, one.room, with_client, place, when)


def _entry(concerns: Concerns, who: str, what: str, place: tuple[int, int], text: str) -> _Entry:
    return _Entry(_CONCERNS.index(concerns), who, what, *place, text)


def _when(day: int, start: int, end: int) -> str:
    return f"{DAY_NAMES[day]} {clock(start)}-{clock(end)}"
