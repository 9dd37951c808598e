"""Tried repairs as remedies: duplicates joined, ranked, numbered, with what they help and what else changes."""

from __future__ import annotations

from scheduler.domain.evaluation import Evaluation
from scheduler.domain.explanation import CellChange, Remedy
from scheduler.domain.rules import Requirement
from scheduler.domain.schedule import Schedule
from scheduler.explain.promise import met_plans
from scheduler.explain.trial import Tried

MOST_NAMED = 8


def remedies_of(tried: list[Tried], before: Evaluation, schedule: Schedule) -> tuple[Remedy, ...]:
    """The remedies, best first: fewest cells, then those that help most, then the cheapest."""
    unique: dict[tuple[CellChange, ...], Tried] = {}
    for each in tried:
        unique.setdefault(tuple(sorted(each.cells, key=lambda c: (c.sheet, c.row, c.column))), each)
    helping = [(helps(each, before), each) for each in unique.values()]
    ranked = sorted(
        ((helped, each) for helped, each in helping if helped),
        key=lambda pair: (len(pair[1].cells), -len(pair[0]), pair[1].price, pair[1].sentence),
    )
    return tuple(
        Remedy(number, helped, _sentence(each), each.cells, len(each.met), _side_effects(each, helped, schedule))
        for number, (helped, each) in enumerate(ranked, start=1)
    )


def helps(tried: Tried, before: Evaluation) -> tuple[str, ...]:
    """The clients whose plan is met only now, and the Must run groups that are held in full only now."""
    clients = sorted(tried.met - met_plans(before))
    groups = [s.subject for s in before.shortfalls if s.requirement is Requirement.MUST_RUN]
    return (*clients, *(group for group in groups if group not in tried.held))


def _sentence(tried: Tried) -> str:
    return tried.sentence[:1].upper() + tried.sentence[1:] + "."


def _side_effects(tried: Tried, helped: tuple[str, ...], schedule: Schedule) -> str:
    before, after = _weeks(schedule), _weeks(tried.schedule)
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
