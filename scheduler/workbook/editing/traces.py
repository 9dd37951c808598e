"""What a schedule workbook said before somebody edited it: its sheets repeat themselves, and edits rarely do.

Sessions and Assignments are what people edit. Rosters still lists who was in each session, and Clinicians and Rooms
still say when each activity was, as they were written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from scheduler.domain.calendar import DAY_NAMES, clock
from scheduler.domain.schedule import GroupSession, OneOnOne
from scheduler.workbook.sheets import key
from scheduler.workbook.values import Value
from scheduler.workbook.xlsx.package import Package, open_package
from scheduler.workbook.xlsx.sheet import read_sheet

Rows = list[tuple[int, tuple[Value, ...]]]


@dataclass(frozen=True)
class Traces:
    """rosters: clients by the session's name; weeks: (clinician or room, day, line) of their weeks."""

    rosters: dict[str, frozenset[str]]
    weeks: frozenset[tuple[str, int, str]]

    @property
    def any(self) -> bool:
        return bool(self.rosters) and bool(self.weeks)

    def know_session(self, session: GroupSession) -> bool:
        """Whether it was written with this time, these facilitators and this room."""
        time = f"{clock(session.start)}-{clock(session.end)}"
        led = f"{time} {session.group}" + (f", {session.room}" if session.room else "")
        lines = [(name, session.day, led) for name in session.facilitators]
        if session.room is not None:
            lines.append((session.room, session.day, f"{time} {session.group}"))
        return all(line in self.weeks for line in lines)

    def know_meeting(self, meeting: OneOnOne) -> bool:
        """Whether it was written with this time, clinician and room."""
        text = f"{clock(meeting.start)}-{clock(meeting.end)} {meeting.service} {meeting.client}"
        return (meeting.clinician, meeting.day, text + (f", {meeting.room}" if meeting.room else "")) in self.weeks


def traces_of(path: Path) -> Traces:
    """The traces in a schedule workbook of ours; none where its sheets are missing. The file has been read before."""
    with ZipFile(path) as archive:
        package = open_package(archive)
        rosters = dict(_rosters(_rows(archive, package, "Rosters")))
        weeks = {line for name in ("Clinicians", "Rooms") for line in _weeks(_rows(archive, package, name))}
    return Traces(rosters, frozenset(weeks))


def _rows(archive: ZipFile, package: Package, title: str) -> Rows:
    part = next((part for name, part in package.sheets if key(name) == key(title)), None)
    if part is None:
        return []
    with archive.open(part) as source:
        return read_sheet(source, package).rows


def _rosters(rows: Rows) -> Iterator[tuple[str, frozenset[str]]]:
    """Blocks apart by a blank row: the session's name, a line of facts, then clients."""
    block: list[tuple[Value, ...]] = []
    last = 0
    for number, values in [*rows, (1 << 30, ())]:
        if block and number > last + 1:
            yield str(block[0][0]), frozenset(str(cell) for line in block[2:] for cell in line if cell)
            block = []
        block.append(values)
        last = number


def _weeks(rows: Rows) -> Iterator[tuple[str, int, str]]:
    if not rows:
        return
    columns = {place: DAY_NAMES.index(str(cell)) for place, cell in enumerate(rows[0][1]) if cell in DAY_NAMES}
    for _, values in rows[1:]:
        for place, day in columns.items():
            text = values[place] if place < len(values) else None
            yield from ((str(values[0]), day, line) for line in str(text or "").splitlines() if line)
