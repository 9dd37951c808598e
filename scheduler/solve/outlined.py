"""The plan that values of an outline's variables stand for."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.domain.calendar import Window, overlaps
from scheduler.model.draft import Draft
from scheduler.model.options import Options
from scheduler.solve.narrow import Plan
from scheduler.solve.staffing import chosen
from scheduler.solve.taken import OfferKey


def given_plan(draft: Draft, values: Sequence[int]) -> Plan:
    """Individual sessions and appointments on the days and with the clinicians of the outline, at any start.

    Sessions have its leaders and kinds of rooms.
    """
    given = {offer.key: offer.starts for offer in draft.options.offers if values[draft.given[offer.key].index]}
    lead, room = chosen(draft.lead, values), chosen(draft.room, values)
    return Plan(_starts(draft, values), _attending(draft, values), given, lead, room)


def open_plan(draft: Draft, values: Sequence[int]) -> Plan:
    """Meetings at any time that the client's groups leave, sessions with any leaders."""
    starts, attending = _starts(draft, values), _attending(draft, values)
    return Plan(starts, attending, _meetings(draft.options, attending, starts))


def _starts(draft: Draft, values: Sequence[int]) -> dict[tuple[str, int], int]:
    held = [slot for slot in draft.options.slots if values[draft.held[slot.key].index]]
    return {
        slot.key: next(p.start for p in slot.placements if values[draft.at[slot.key, p.start].index]) for slot in held
    }


def _attending(draft: Draft, values: Sequence[int]) -> frozenset[tuple[str, str, int]]:
    return frozenset(key for key, literal in draft.attend.items() if values[literal.index])


def _meetings(
    options: Options, attending: frozenset[tuple[str, str, int]], starts: dict[tuple[str, int], int]
) -> dict[OfferKey, tuple[int, ...]]:
    """Every offer with the starts that the client's sessions leave."""
    busy: dict[tuple[str, int], list[Window]] = {}
    for client, group, day in sorted(attending):
        start = starts[group, day]
        end = start + options.week.group_by_name[group].minutes
        busy.setdefault((client, day), []).append(Window(start, end))
    result: dict[OfferKey, tuple[int, ...]] = {}
    for offer in options.offers:
        taken = busy.get((offer.demand.client.name, offer.day), [])
        free = tuple(s for s in offer.starts if not overlaps(taken, s, s + offer.demand.minutes))
        if free:
            result[offer.key] = free
    return result
