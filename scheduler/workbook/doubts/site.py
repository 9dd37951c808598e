"""Doubts about tracks, clinicians' offices, and sheets without rows."""

from __future__ import annotations

from scheduler.domain.issues import Severity
from scheduler.domain.week import Week
from scheduler.workbook.findings import Findings


def doubt_site(week: Week, findings: Findings) -> None:
    """Record tracks that no one uses, offices that cannot serve, and sheets that hold only a header."""
    _doubt_tracks(week, findings)
    _doubt_offices(week, findings)
    for sheet, rows in (("Groups", week.groups), ("Clients", week.clients), ("Clinicians", week.clinicians)):
        if not rows:
            findings.add(Severity.WARNING, findings.tables.table(sheet), "", "the sheet has no rows below its header")


def _doubt_tracks(week: Week, findings: Findings) -> None:
    served = {track for group in week.active_groups for track in group.tracks}
    wanted = {track for client in week.active_clients for track in client.tracks}
    for track in week.tracks:
        if track.name not in served:
            findings.warn("Tracks", track.rows[0], "Track", f'no active group serves the track "{track.name}"')
        elif track.name not in wanted:
            findings.warn("Tracks", track.rows[0], "Track", f'no active client has the track "{track.name}"')


def _doubt_offices(week: Week, findings: Findings) -> None:
    for clinician in week.clinicians:
        room = week.room_by_name[clinician.office] if clinician.office else None
        if room and room.virtual:
            message = f'the office "{room.name}" is a telehealth room: no in-person session can be held there'
            findings.warn("Clinicians", clinician.row, "Office", message)
        elif room and not room.for_individual:
            message = f'the office "{room.name}" is for groups only (its Use): no individual session can be held there'
            findings.warn("Clinicians", clinician.row, "Office", message)
