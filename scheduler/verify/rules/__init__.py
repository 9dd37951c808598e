"""One file per hard rule, under the names of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from scheduler.domain.evaluation import Finding
from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance
from scheduler.verify.rules import (
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

Check = Callable[[Week, Attendance], Iterable[Finding]]

CHECKS: Mapping[str, Check] = {
    "one_at_a_time": one_at_a_time.broken,
    "commitments": commitments.broken,
    "admission": admission.broken,
    "one_track": one_track.broken,
    "seats": seats.broken,
    "minimum_size": minimum_size.broken,
    "clinicians": clinicians.broken,
    "rooms": rooms.broken,
    "sessions": sessions.broken,
    "cohorts": cohorts.broken,
    "maxima": maxima.broken,
    "same_topic": same_topic.broken,
    "keep_apart": keep_apart.broken,
    "closures": closures.broken,
    "locks": locks.broken,
    "individual_placement": individual_placement.broken,
}
"""What finds the breaches of each rule, in the order of the catalogue."""
