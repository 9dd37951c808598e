"""What a coordinator says has changed, in words such as `Clin 03: Tue-Wed` or `Room 2: Thu 13:00-17:00`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from scheduler.domain.calendar import MIDNIGHT, Window

if TYPE_CHECKING:
    from scheduler.domain.people import Client
    from scheduler.domain.week import Week
    from scheduler.repair import Moment
    from scheduler.workbook.cells.names import Names

_TIME = r"\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?"
_HOURS = re.compile(
    rf"(?:(?P<days>.*?)\s+)?(?:(?P<start>{_TIME})\s*(?:[-\u2010-\u2015]|to)\s*(?P<end>{_TIME})"
    rf"|from\s+(?P<after>{_TIME})|(?:until|till)\s+(?P<before>{_TIME}))",
    re.IGNORECASE,
)
_MOMENT = re.compile(rf"(?P<day>.*?)(?:\s+(?P<time>{_TIME}|noon))?", re.IGNORECASE)


@dataclass(frozen=True)
class Notices:
    """The words of each option, as given."""

    away: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    admit: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.away, self.closed, self.absent, self.admit))


def with_notices(week: Week, notices: Notices, since: Moment) -> Week:
    """The week with closures, commitments and clients added. Raises click.BadParameter in words."""
    from scheduler.domain.people import Commitment
    from scheduler.domain.program import Closure

    closures, commitments = list(week.closures), list(week.commitments)
    for text in notices.away:
        name, times = _named(text, _names("clinician", "Clinicians", week.clinician_by_name), week, "--away")
        closures += [Closure(name, None, days, w.start, w.end, "away") for days, w in times]
    for text in notices.closed:
        name, times = _named(text, _names("room", "Rooms", week.room_by_name), week, "--closed")
        closures += [Closure(None, name, days, w.start, w.end, "closed") for days, w in times]
    for text in notices.absent:
        name, times = _named(text, _names("client", "Clients", week.client_by_name), week, "--absent")
        commitments += [Commitment(name, days, w.start, w.end, "absence") for days, w in times]
    changed = replace(week, closures=tuple(closures), commitments=tuple(commitments))
    for text in notices.admit:
        changed = _with_admission(changed, text, since)
    return changed


def moment_of(text: str, week: Week) -> Moment:
    """`Wed 12:00`, `Wed` (its beginning) or a date of the week, perhaps with a time."""
    from scheduler.repair import Moment
    from scheduler.workbook.cells.times import time_of
    from scheduler.workbook.values import BadValue

    match = _MOMENT.fullmatch(text.strip())
    try:
        if match is None:
            raise BadValue("expected a day and a time such as Wed 12:00")
        days = _days(match["day"], week)
        if len(days) != 1:
            raise BadValue("expected one day and a time such as Wed 12:00")
        return Moment(days[0], time_of(_clock(match["time"])) if match["time"] else 0)
    except BadValue as problem:
        raise click.BadParameter(f"{text}: {problem}", param_hint="--from") from None


def _names(kind: str, sheet: str, known: Iterable[str]) -> Names:
    from scheduler.workbook.cells.names import Names

    names = Names(kind, f"the sheet {sheet}")
    for name in known:
        names.add(name)
    return names


def _named(text: str, names: Names, week: Week, option: str) -> tuple[str, list[tuple[tuple[int, ...], Window]]]:
    """The name before a colon, and the times after it; several times are separated by `;`, none: the whole week."""
    from scheduler.workbook.values import BadValue

    try:
        name, times = _split(text, names)
        return name, [_when(part, week) for part in times.split(";") if part.strip()] or [((*range(7),), _ALL_DAY)]
    except BadValue as problem:
        raise click.BadParameter(f"{text}: {problem}", param_hint=option) from None


_ALL_DAY = Window(0, MIDNIGHT)


def _split(text: str, names: Names) -> tuple[str, str]:
    """A name may hold colons itself, and so do times."""
    places = [match.start() for match in re.finditer(":", text)]
    for place in reversed(places):
        known = names.find(text[:place])
        if known is not None:
            return known, text[place + 1 :]
    return names.one(text if not places else text[: places[0]]), ""


def _when(text: str, week: Week) -> tuple[tuple[int, ...], Window]:
    from scheduler.workbook.cells.times import time_of
    from scheduler.workbook.values import BadValue

    match = _HOURS.fullmatch(text.strip())
    if match is None:
        return _days(text, week), _ALL_DAY
    start = match["start"] or match["after"]
    end = match["end"] or match["before"]
    window = Window(time_of(_clock(start)) if start else 0, time_of(_clock(end)) if end else MIDNIGHT)
    if window.minutes <= 0:
        raise BadValue("the end is not after the start")
    return _days(match["days"] or "", week), window


def _clock(text: str) -> str:
    """`13` and `1` are hours too where nothing else can be meant."""
    return f"{text}:00" if text.strip().isdigit() and len(text.strip()) < 3 else text


def _days(text: str, week: Week) -> tuple[int, ...]:
    from scheduler.workbook.cells.days import days_or_dates_of
    from scheduler.workbook.values import BadValue

    days, dates = days_or_dates_of(text.strip() or "daily")
    inside = [(day - week.program.monday).days for day in dates]
    if any(not 0 <= day <= 6 for day in inside):
        raise BadValue(f"expected dates in the week of {week.program.monday}")
    return tuple(sorted({*days, *inside}))


def _with_admission(week: Week, text: str, since: Moment) -> Week:
    """`C0121: IOP 1, Morning`: a new client's phase and tracks, perhaps `from Thu`; or the id of one who is on hold."""
    from scheduler.workbook.values import BadValue

    try:
        name, _, details = text.partition(":")
        name = " ".join(name.split())
        known = _names("client", "Clients", week.client_by_name).find(name)
        if known is not None:
            client = replace(week.client_by_name[known], active=True, inactive_reason="")
            others = [client if other.name == known else other for other in week.clients]
            return replace(week, clients=tuple(others))
        return replace(week, clients=(*week.clients, _client(week, name, details, since)))
    except BadValue as problem:
        raise click.BadParameter(f"{text}: {problem}", param_hint="--admit") from None


def _client(week: Week, name: str, details: str, since: Moment) -> Client:
    from scheduler.domain.people import Client
    from scheduler.workbook.values import BadValue

    phases, tracks = _names("phase", "Phases", week.phase_by_name), _names("track", "Tracks", week.track_by_name)
    phase, wanted, first = None, [], since.day
    for item in (" ".join(part.split()) for part in re.split("[,;]", details)):
        if phases.find(item):
            phase = week.phase_by_name[phases.one(item)]
        elif tracks.find(item):
            wanted.append(tracks.one(item))
        elif item.casefold().startswith("from "):
            first = moment_of(item[5:], week).day
        elif item:
            known = f"no phase ({', '.join(phases.all)}) and no track ({', '.join(tracks.all)})"
            raise BadValue(f'"{item}" is {known}; write ID: PHASE, TRACK')
    if not name or phase is None or not wanted:
        raise BadValue("a new client needs a phase and a track: write ID: PHASE, TRACK")
    return Client(
        name=name,
        phase=phase.name,
        tracks=tuple(wanted),
        individual_sessions=phase.individual_sessions,
        individual_minutes=phase.individual_minutes,
        individual_counted_minutes=phase.individual_counted_minutes if week.program.individual_counts else 0,
        first_day=first,
        program_week=1,
    )
