"""Tried repairs as remedies: duplicates joined, ranked, numbered, with what they help and what else changes."""

from __future__ import annotations

from scheduler.domain.explanation import CellChange, Remedy
from scheduler.domain.schedule import Schedule
from scheduler.explain.ground import Ground

MOST_NAMED = 8


def remedies_of(tried: list[Ground], before: Ground) -> tuple[Remedy, ...]:
    """The remedies, best first: fewest cells, then those that help most, then the cheapest."""
    unique: dict[tuple[CellChange, ...], Ground] = {}
    for each in tried:
        unique.setdefault(tuple(sorted(each.cells, key=lambda c: (c.sheet, c.row, c.column))), each)
    helping = [(helps(each, before), each) for each in unique.values()]
    ranked = sorted(
        ((helped, each) for helped, each in helping if helped),
        key=lambda pair: (len(pair[1].cells), -len(pair[0]), pair[1].price, pair[1].sentences),
    )
    return tuple(
        Remedy(number, helped, _sentence(each), each.cells, len(each.met), _side_effects(each, helped, before))
        for number, (helped, each) in enumerate(ranked, start=1)
    )


def helps(tried: Ground, before: Ground) -> tuple[str, ...]:
    """The clients whose plan is met only now, and the Must run groups that are held in full only now."""
    clients = sorted(tried.met - before.met)
    return (*clients, *sorted(before.lacking - tried.lacking))


def _sentence(tried: Ground) -> str:
    sentence = "; ".join(dict.fromkeys(tried.sentences))
    return sentence[:1].upper() + sentence[1:] + "."


def _side_effects(tried: Ground, helped: tuple[str, ...], start: Ground) -> str:
    before, after = _weeks(start.schedule), _weeks(tried.schedule)
    others = sorted(name for name in tried.met if name not in helped and before.get(name) != after.get(name))
    if not others:
        return "Nobody else has to change."
    named = ", ".join(others[:MOST_NAMED]) + (f" and {len(others) - MOST_NAMED} more" * (len(others) > MOST_NAMED))
    return f"{len(others)} other client{'s' * (len(others) != 1)} may have to change: {named}."


def _weeks(schedule: Schedule) -> dict[str, set[tuple[object, ...]]]:
    """What each client attends and when."""
    weeks: dict[str, set[tuple[object, ...]]] = {}
    for s in schedule.sessions:
        for client in s.clients:
            weeks.setdefault(client, set()).add((s.group, s.day, s.start))
    for m in schedule.one_on_ones:
        weeks.setdefault(m.client, set()).add((m.service, m.day, m.start, m.clinician))
    return weeks
