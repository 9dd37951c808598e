"""Who would have to move for a later goal to get better: the relaxation of the week nearest to the schedule says so.

A linear program asks for so much less of the goal and for as little change of the schedule as can be. Whoever keeps all
sessions and meetings in it has nothing to do with the gain; the few others are a neighbourhood no larger than it must
be (Fischetti and Monaci, "Proximity search for 0-1 mixed-integer convex programming", 2014, of which this takes the
objective; its relaxation takes a second where the program itself takes many).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from ortools.sat.python.cp_model import IntVar

from scheduler.mip.rows import THOUSAND, RelaxedQuestion
from scheduler.model.draft import Draft
from scheduler.solve.asked import asked
from scheduler.solve.few_starts import with_few_starts
from scheduler.solve.later_draft import later_draft
from scheduler.solve.linear_rows import linear_rows
from scheduler.solve.narrow import Plan
from scheduler.solve.told_apart import WAITING
from scheduler.solve.work import Work

Moved = dict[str, int]
"""By client, how much of his or her week is another, in thousandths of a session or meeting; nobody with none."""


def movers(
    work: Work, position: int, plan: Plan, weights: Mapping[str, int], gains: Sequence[int], seconds: float
) -> list[Moved]:
    """Who moves for the goal at the position to be less by each of the gains, which rise; as far as it can be had.

    plan: of the best schedule. weights: what it costs to move a client, by name; 1 for anybody else.
    """
    until = time.time() + seconds
    goal = work.goals[position]
    # Waiting depends on when meetings are; all that the other goals speak of is in the outline.
    exact = goal.number == WAITING
    later = later_draft(work, position, with_few_starts(work.options, plan) if exact else None, coarse=not exact)
    if later is None:
        return []
    draft, expression = later
    value = work.best.values[position]
    limited = draft.cp.new_int_var(0, value, "")
    draft.cp.add(expression <= limited)
    kept = _kept(draft, plan)
    draft.cp.minimize(sum(weights.get(client, 1) * literal.negated() for client, literal in kept))
    columns = tuple(literal.index for _, literal in kept)
    limits = tuple(value - gain for gain in gains)
    question = RelaxedQuestion(linear_rows(draft.cp), until, columns, limited.index, limits)
    answers = asked(question, _stopped(work)).get("values", [])
    return [_moved(kept, values) for values in answers if len(values) == len(kept)]


def _stopped(work: Work) -> Callable[[], bool]:
    return lambda: work.clock.over


def _kept(draft: Draft, plan: Plan) -> list[tuple[str, IntVar]]:
    """What the plan holds: for each session and meeting of a client, the literal that it stays."""
    sessions = [(key[0], literal) for key, literal in draft.attend.items() if key in plan.attending]
    if draft.coarse:
        return sessions + [(key[0], literal) for key, literal in draft.given.items() if key in plan.meetings]
    meetings = {(key, starts[0]) for key, starts in plan.meetings.items()}
    return sessions + [(key[0][0], literal) for key, literal in draft.begin.items() if key in meetings]


def _moved(kept: Sequence[tuple[str, IntVar]], values: Sequence[int]) -> Moved:
    moved: Moved = {}
    for (client, _), value in zip(kept, values, strict=True):
        if value < THOUSAND:
            moved[client] = moved.get(client, 0) + THOUSAND - value
    return moved
