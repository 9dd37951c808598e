"""Which session each attendance belongs to, and what the two sheets say differently of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from scheduler.domain.calendar import DAY_NAMES, clock
from scheduler.domain.schedule import GroupSession
from scheduler.workbook.cells.names import name_key
from scheduler.workbook.schedule_assignments import Attendance
from scheduler.workbook.schedule_sessions import SessionRow
from scheduler.workbook.wording import counted


@dataclass(slots=True)
class Roster:
    """A session and the attendances that belong to it; row None: only Assignments knows of the session."""

    row: SessionRow | None
    session: GroupSession
    attendances: list[Attendance] = field(default_factory=list)

    def finished(self) -> GroupSession:
        """The session with its clients, sorted, each once."""
        return replace(self.session, clients=tuple(sorted({a.client for a in self.attendances})))


def rosters_of(rows: Iterable[SessionRow], attendances: Iterable[Attendance]) -> list[Roster]:
    """A roster for each held session of Sessions, and for each one that only Assignments knows of.

    Sessions counts where the two disagree about a session; Assignments counts for who is in it.
    """
    all_rows = list(rows)
    rosters = [_from_row(row) for row in all_rows if row.held]
    index = _Index(rosters)
    for attendance in attendances:
        roster = index.find(attendance)
        if roster is None:
            roster = _unlisted(attendance, all_rows)
            if roster is None:
                continue
            rosters.append(roster)
            index.add(roster)
        if any(other.client == attendance.client for other in roster.attendances):
            attendance.record.warn("Client", f"{attendance.client} is in {roster.session.name} already, in a row above")
        roster.attendances.append(attendance)
    return rosters


class _Index:
    """Finds rosters by the name of the session, and by group and day."""

    def __init__(self, rosters: Iterable[Roster]) -> None:
        self._by_name: dict[str, list[Roster]] = {}
        self._by_day: dict[tuple[str, int], list[Roster]] = {}
        for roster in rosters:
            self.add(roster)

    def add(self, roster: Roster) -> None:
        session = roster.session
        names = {name_key(session.name), name_key(roster.row.name) if roster.row else name_key(session.name)}
        for name in names:
            self._by_name.setdefault(name, []).append(roster)
        self._by_day.setdefault((session.group, session.day), []).append(roster)

    def find(self, attendance: Attendance) -> Roster | None:
        """By the cell Session if it is filled; of several sessions of one name, the one whose time fits best."""
        found = self._by_name.get(name_key(attendance.session), [])
        if not found and attendance.group and attendance.day is not None:
            found = self._by_day.get((attendance.group, attendance.day), [])
        return max(found, key=lambda roster: _likeness(roster, attendance), default=None)


def _likeness(roster: Roster, attendance: Attendance) -> tuple[bool, bool, bool]:
    """A session whose own row bears the name goes before one that has moved to that day."""
    row, session = roster.row, roster.session
    by_name = row is not None and name_key(row.name) == name_key(attendance.session)
    return (session.day == attendance.day, session.start == attendance.start, by_name)


def _from_row(row: SessionRow) -> Roster:
    assert row.day is not None and row.start is not None and row.end is not None
    return Roster(row, GroupSession(row.day, row.start, row.end, row.group, row.facilitators, row.room, ()))


def _unlisted(attendance: Attendance, rows: Iterable[SessionRow]) -> Roster | None:
    """A session that Sessions lists as not held, or not at all, as the attendance's own cells describe it."""
    named = name_key(attendance.session)
    row = next((row for row in rows if not row.held and name_key(row.name) == named), None)
    group = attendance.group or (row.group if row else "")
    name = attendance.session or group or "the session"
    if not group or attendance.day is None or attendance.start is None or attendance.end is None:
        problem = "is not held" if row else "is not in the sheet Sessions"
        attendance.record.error("Session", f'"{name}" {problem}, and this row does not say when it is')
        return None
    problem = "says Not held" if row else "has no such row"
    attendance.record.warn("Session", f'"{name}" is taken as this row describes it, for the sheet Sessions {problem}')
    session = GroupSession(
        attendance.day, attendance.start, attendance.end, group, attendance.clinicians, attendance.room, ()
    )
    return Roster(row, session)


def note_disagreements(roster: Roster) -> None:
    """Warns where Assignments states another day, time, clinician, room or number of clients than Sessions."""
    row = roster.row
    if row is None or not row.held:
        return
    for column, own, cells in _compared(roster):
        different = [(a, said) for a, said in cells if said != own]
        if different and len(different) == len(roster.attendances) and len({said for _, said in different}) == 1:
            rows = counted(len(different), "row")
            message = f"{column} is {own}, but {rows} of Assignments ({_place(different[0][0], column)} first) say "
            row.record.warn(_SESSION_COLUMN.get(column, column), f"{message}{different[0][1]}; this cell counts")
            continue
        for attendance, said in different:
            message = f"{column} is {said}, but {roster.session.name} is {own} in Sessions, which counts"
            attendance.record.warn(column, message)
    there = len({attendance.client for attendance in roster.attendances})
    if row.clients is not None and row.clients != there:
        row.record.warn("Clients", f"Clients is {row.clients}, but Assignments has {counted(there, 'client')} in it")


_SESSION_COLUMN = {"Clinician": "Facilitators", "Activity": "Group"}
_Cells = list[tuple[Attendance, str]]


def _compared(roster: Roster) -> Iterator[tuple[str, str, _Cells]]:
    """Each column of Assignments that repeats something of the session: what Sessions says, and each filled cell."""
    session, there = roster.session, roster.attendances
    yield "Activity", session.group, [(a, a.group) for a in there if a.group]
    yield "Day", DAY_NAMES[session.day], [(a, DAY_NAMES[a.day]) for a in there if a.day is not None]
    yield "Start", clock(session.start), [(a, clock(a.start)) for a in there if a.start is not None]
    yield "End", clock(session.end), [(a, clock(a.end or 1440)) for a in there if a.end is not None]
    leads = "; ".join(session.facilitators)
    yield "Clinician", leads, [(a, "; ".join(a.clinicians)) for a in there if a.record.fills("Clinician")]
    yield "Room", session.room or "", [(a, a.room or "") for a in there if a.record.fills("Room")]


def _place(attendance: Attendance, column: str) -> str:
    return attendance.record.table.address(attendance.record.number, column)
