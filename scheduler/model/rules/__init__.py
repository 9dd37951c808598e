"""One file per hard rule, under the names of the catalogue; each posts its rule on a draft."""

from __future__ import annotations

from collections.abc import Callable

from scheduler.model.draft import Draft
from scheduler.model.rules import (
    admission,
    clinicians,
    closures,
    cohorts,
    commitments,
    individual_placement,
    keep_apart,
    locks,
    maxima,
    minimum_size,
    one_at_a_time,
    one_track,
    rooms,
    same_topic,
    seats,
    sessions,
)

RULES: tuple[Callable[[Draft], None], ...] = (
    one_at_a_time.post,
    commitments.post,
    admission.post,
    one_track.post,
    seats.post,
    minimum_size.post,
    clinicians.post,
    rooms.post,
    sessions.post,
    cohorts.post,
    maxima.post,
    same_topic.post,
    keep_apart.post,
    closures.post,
    locks.post,
    individual_placement.post,
)

OF_ONE_CLIENT: tuple[Callable[[Draft], None], ...] = (
    one_at_a_time.post,
    commitments.post,
    one_track.post,
    sessions.post,
    cohorts.post,
    maxima.post,
    same_topic.post,
    individual_placement.post,
)
"""Those that a client's week has to keep even if nobody else is there."""
