"""What a care plan asks of the week in hours and days, after Starts-Ends, excused days and caps."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.calendar import DAYS
from scheduler.domain.people import Client, Phase
from scheduler.domain.week import Week

ROUNDING = 15
"""Scaled hours are rounded down to whole quarter hours."""


@dataclass(frozen=True, slots=True)
class Requirements:
    """Minutes and treatment days due to one client this week."""

    min_minutes: int
    target_minutes: int
    min_days: int


def requirements_of(week: Week, client: Client, phase: Phase, excused: frozenset[int]) -> Requirements:
    """The client's own or the phase's minima, scaled for a client who is there for part of the week.

    Min hours may exceed Authorized hours: then the plan cannot be met. Only the target is capped.
    """
    least = phase.min_minutes if client.min_minutes is None else client.min_minutes
    target = max(least, phase.target_minutes)
    min_days = phase.min_days
    present = [day for day in DAYS if client.first_day <= day <= client.last_day and day not in excused]
    if len(present) < len(DAYS):
        track_days = _days_of_first_track(week, client)
        inside = len([day for day in track_days if day in present])
        least = _scaled(least, inside, len(track_days))
        target = _scaled(target, inside, len(track_days))
        min_days = min(min_days, inside)
    caps = [cap for cap in (phase.max_minutes, client.authorized_minutes) if cap is not None]
    return Requirements(least, min([target, *caps]), min_days)


def excused_days(week: Week) -> frozenset[int]:
    """Days on which the whole program is closed and nobody owes hours."""
    return frozenset(
        day for closure in week.closures if closure.excused and closure.whole_program for day in closure.days
    )


def _days_of_first_track(week: Week, client: Client) -> tuple[int, ...]:
    track = week.track_by_name.get(client.tracks[0]) if client.tracks else None
    return () if track is None else track.days


def _scaled(minutes: int, inside: int, days: int) -> int:
    if days == 0:
        return 0
    return minutes * inside // days // ROUNDING * ROUNDING
