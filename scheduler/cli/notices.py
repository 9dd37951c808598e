"""What a coordinator says has changed, in words such as `Clin 03: Tue-Wed` or `Room 2: Thu 13:00-17:00`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from scheduler.cli.moments import WHOLE_WEEK, When, moment_of, when

if TYPE_CHECKING:
    from scheduler.domain.people import Client
    from scheduler.domain.week import Week
    from scheduler.repair import Moment
    from scheduler.workbook.cells.names import Names


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


def _names(kind: str, sheet: str, known: Iterable[str]) -> Names:
    from scheduler.workbook.cells.names import Names

    names = Names(kind, f"the sheet {sheet}")
    for name in known:
        names.add(name)
    return names


def _named(text: str, names: Names, week: Week, option: str) -> tuple[str, list[When]]:
    """The name before a colon, and the times after it; several times are separated by `;`, none: the whole week."""
    from scheduler.workbook.values import BadValue

    try:
        name, times = _split(text, names)
        return name, [when(part, week) for part in times.split(";") if part.strip()] or [WHOLE_WEEK]
    except BadValue as problem:
        raise click.BadParameter(f"{text}: {problem}", param_hint=option) from None


def _split(text: str, names: Names) -> tuple[str, str]:
    """A name may hold colons itself, and so do times."""
    from scheduler.workbook.cells.names import name_key
    from scheduler.workbook.values import BadValue

    places = [match.start() for match in re.finditer(":", text)]
    for place in reversed(places):
        known = names.find(text[:place])
        if known is not None:
            return known, text[place + 1 :]
    first = next((name for name in names.all if name_key(text).startswith(f"{name_key(name)} ")), None)
    if first is not None:
        raise BadValue(f"expected a colon after the name, as in {first}: Tue-Wed")
    return names.one(text if not places else text[: places[0]]), ""


def _with_admission(week: Week, text: str, since: Moment) -> Week:
    """`C0121: IOP 1, Morning`: a new client's phase and tracks, perhaps `from Thu`; or the id of one who is on hold."""
    from scheduler.workbook.values import BadValue

    try:
        name, _, details = text.partition(":")
        name = " ".join(name.split())
        known = _names("client", "Clients", week.client_by_name).find(name)
        if known is not None:
            _refuse_admission(week.client_by_name[known], details)
            client = replace(week.client_by_name[known], active=True, inactive_reason="")
            others = [client if other.name == known else other for other in week.clients]
            return replace(week, clients=tuple(others))
        return replace(week, clients=(*week.clients, _client(week, name, details, since)))
    except BadValue as problem:
        raise click.BadParameter(f"{text}: {problem}", param_hint="--admit") from None


def _refuse_admission(client: Client, details: str) -> None:
    """What the workbook says of a client stands there, and is changed there."""
    from scheduler.workbook.values import BadValue

    if client.active:
        raise BadValue("this client is scheduled this week already; what is new goes into the sheet Clients")
    if details.strip():
        raise BadValue(f"{client.name} has a row in the sheet Clients, which counts; write the id alone")


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
