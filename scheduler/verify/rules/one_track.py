"""H4: without Mix tracks, one track of the client is served by all groups attended and holds all their sessions."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.evaluation import Finding, Subject
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.verify.activity import Activities
from scheduler.verify.attendance import Attendance
from scheduler.verify.placement import client_tracks, common_track
from scheduler.verify.sentences import all_of


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """One finding a client without a common track; amount: sessions outside the track that holds the most."""
    if week.program.mix_tracks:
        return
    for client in week.active_clients:
        sessions = held.groups_of(client.name)
        if sessions and common_track(week, client, sessions) is None:
            yield _scattered(week, client, sessions)


def _scattered(week: Week, client: Client, sessions: Activities) -> Finding:
    held_by = [client_tracks(week, client, session) for session in sessions]
    best = max(range(len(client.tracks)), key=lambda rank: sum(rank in ranks for ranks in held_by), default=0)
    outside = [session for session, ranks in zip(sessions, held_by, strict=True) if best not in ranks]
    track = client.tracks[best] if client.tracks else "no track"
    message = (
        f"{client.name} attends sessions of more than one track: {all_of(map(str, outside))} "
        f"{'is' if len(outside) == 1 else 'are'} not in {track}, which holds the others."
    )
    return Finding("H4", Subject(client=client.name), len(outside), message)
