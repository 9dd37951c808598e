"""The sheet Sessions: every group session asked for this week, held or not."""

from __future__ import annotations

from scheduler.domain.calendar import DAY_NAMES
from scheduler.domain.schedule import GroupSession, Schedule
from scheduler.domain.week import Week
from scheduler.report.held import SessionLine, closing, session_lines, start_of, tracks_of
from scheduler.report.table import Cell, Column, Form, Row, Table, Tone

COLUMNS = (
    Column("Session"),
    Column("Group"),
    Column("Topic"),
    Column("Track"),
    Column("Day"),
    Column("Start", Form.TIME),
    Column("End", Form.TIME),
    Column("Facilitators"),
    Column("Room"),
    Column("Modality"),
    Column("Clients", Form.COUNT),
    Column("Min", Form.COUNT),
    Column("Max", Form.COUNT),
    Column("Status"),
    Column("Note", Form.PARAGRAPH),
)


def sessions_table(week: Week, schedule: Schedule) -> Table:
    """One row per session of every active group, in the order of the week."""
    return Table("Sessions", COLUMNS, tuple(_row(week, line) for line in session_lines(week, schedule)))


def _row(week: Week, line: SessionLine) -> Row:
    session, group, start = line.session, line.group, start_of(line)
    cells: tuple[Cell, ...] = (
        line.name,
        group.name,
        group.topic,
        "; ".join(tracks_of(week, line)),
        DAY_NAMES[line.day] if line.day is not None else None,
        start,
        session.end if session else start + group.minutes if start is not None else None,
        "; ".join(session.facilitators) if session else None,
        session.room if session else None,
        group.modality.value,
        len(session.clients) if session else 0,
        group.min_clients,
        group.max_clients,
        "Held" if session else "Not held",
        _note(week, line),
    )
    if session:
        return Row(cells, roster=line.name)
    return Row(cells, Tone.ALERT if group.must_run else Tone.MUTED)


def _note(week: Week, line: SessionLine) -> str | None:
    if line.session is not None:
        return _note_held(line, line.session)
    notes = ["must run"] if line.group.must_run else []
    closure = closing(week, line)
    if closure is not None:
        notes.append(closure if closure == "closed" else f"closed: {closure}")
    return "; ".join(notes) or None


def _note_held(line: SessionLine, session: GroupSession) -> str | None:
    count, group = len(session.clients), line.group
    if count < group.min_clients:
        return f"below its minimum of {group.min_clients}"
    if count > group.ideal_clients:
        return f"{count - group.ideal_clients} above the ideal of {group.ideal_clients}"
    return None
