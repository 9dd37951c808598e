"""Why care plans are short after a repair, told from what it took away and what could still make up for it."""

from __future__ import annotations

from scheduler.domain.changes import Change, Concerns
from scheduler.domain.evaluation import Evaluation, Shortfall
from scheduler.domain.explanation import Explanation, Reason
from scheduler.repair.make_ups import MakeUp

MOST_NAMED = 3
OTHERWISE = "Repair with --care-first: care plans then come before the number of people told something new."


def shortfall_reasons(
    before: Evaluation, after: Evaluation, changes: tuple[Change, ...], offered: tuple[MakeUp, ...]
) -> Explanation:
    """A reason for every shortfall after the repair; before: what was said of the present schedule."""
    known = {_key(shortfall): shortfall.missing for shortfall in before.shortfalls}
    lost: dict[str, list[Change]] = {}
    for change in changes:
        if change.concerns is Concerns.CLIENT and change.kind in ("Gone", "Moved"):
            lost.setdefault(change.who, []).append(change)
    fixes = {make_up.client: make_up.sentence for make_up in offered if make_up.possible}
    reasons = []
    for shortfall in after.shortfalls:
        why = _why(shortfall, known, lost.get(shortfall.subject, []))
        fix = fixes.get(shortfall.subject, OTHERWISE)
        reasons.append(Reason(shortfall.subject, shortfall.requirement, shortfall.detail, why, fix))
    return Explanation(tuple(reasons))


def _why(shortfall: Shortfall, known: dict[tuple[str, str, str], int], lost: list[Change]) -> str:
    if known.get(_key(shortfall), 0) >= shortfall.missing:
        return "It was missing in the schedule before, too."
    if lost:
        named = [f"{change.sentence} {change.reason}".strip() for change in lost[:MOST_NAMED]]
        more = f" And {len(lost) - MOST_NAMED} more." if len(lost) > MOST_NAMED else ""
        return " ".join(named) + more
    return "What is free does not hold it, unless somebody else is told something new."


def _key(shortfall: Shortfall) -> tuple[str, str, str]:
    return shortfall.subject, shortfall.requirement, shortfall.detail
