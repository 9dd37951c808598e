"""Fewer times to choose from for a meeting: those next to something else, and one after the other in between.

Meetings that fit at all mostly fit so, for whoever holds them can close up. A neighbourhood is searched so while it is
asked whether they can be held, not when they would suit best.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scheduler.model.options import Offer, Options
from scheduler.solve.narrow import Plan


def with_few_starts(options: Options, plan: Plan) -> Options:
    """The options with, of each offer, the starts at either end of a stretch, chained from its beginning, or next to a
    session that the client could attend; what the plan holds stays."""
    sides = _sides(options)
    return replace(options, offers=tuple(_thinned(options, plan, offer, sides) for offer in options.offers))


def _sides(options: Options) -> dict[tuple[str, int], set[int]]:
    """By client and day, when sessions that the client could attend begin and end."""
    sides: dict[tuple[str, int], set[int]] = {}
    for admission in options.admissions:
        if admission.client.name not in options.settled:
            times = sides.setdefault((admission.client.name, admission.slot.day), set())
            for placement in admission.placements:
                times |= {placement.start, placement.end}
    return sides


def _thinned(options: Options, plan: Plan, offer: Offer, sides: dict[tuple[str, int], set[int]]) -> Offer:
    times = sides.get((offer.demand.client.name, offer.day), set())
    kept = set(_chain(offer, options.week.program.time_step, options.week.program.clinician_break))
    kept |= {start for start in offer.starts if start in times or start + offer.demand.minutes in times}
    kept |= set(plan.meetings.get(offer.key, ()))
    return replace(offer, starts=tuple(start for start in offer.starts if start in kept))


def _chain(offer: Offer, step: int, pause: int) -> Iterator[int]:
    """In each unbroken row of starts the first, those that follow it end to end, and the last."""
    starts = set(offer.starts)
    following = -1
    for start in offer.starts:
        first, last = start - step not in starts, start + step not in starts
        if first or last or start >= following:
            yield start
            following = start + offer.demand.minutes + pause
