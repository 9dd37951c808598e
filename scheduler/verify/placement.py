"""Which tracks hold a session, and which of them are a client's."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.domain.calendar import holds
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.verify.activity import Activity


def track_holds(week: Week, track: str, activity: Activity) -> bool:
    """Whether the activity lies inside a window of the track."""
    known = week.track_by_name.get(track)
    return known is not None and holds(known.windows[activity.day], activity.start, activity.end)


def client_tracks(week: Week, client: Client, session: Activity) -> tuple[int, ...]:
    """The ranks (0: most wanted) of the client's tracks that the session's group serves and that hold it."""
    served = () if session.group is None else session.group.tracks
    return tuple(
        rank for rank, track in enumerate(client.tracks) if track in served and track_holds(week, track, session)
    )


def common_track(week: Week, client: Client, sessions: Sequence[Activity]) -> int | None:
    """The rank of the most wanted track that holds all the sessions; None if no track does."""
    shared = set(range(len(client.tracks)))
    for session in sessions:
        shared.intersection_update(client_tracks(week, client, session))
    return min(shared, default=None)


def rank_of_track(week: Week, client: Client, sessions: Sequence[Activity]) -> int | None:
    """The rank that goal 5 charges; None for a client without a group.

    One track for all sessions, or with Mix tracks the least wanted of each session's most wanted. A session in no
    track of the client (a broken H3 or H4) ranks after all of them.
    """
    if not sessions:
        return None
    beyond = len(client.tracks)
    if week.program.mix_tracks:
        return max(min(client_tracks(week, client, session), default=beyond) for session in sessions)
    rank = common_track(week, client, sessions)
    return beyond if rank is None else rank
