"""Whether solving a changed week again is bound to give what a remedy promises: exactly these plans met."""

from __future__ import annotations

from scheduler.domain.rules import Requirement
from scheduler.explain.alone import plan_possible, sessions_possible
from scheduler.explain.budget import Budget
from scheduler.explain.ground import Ground
from scheduler.model.build import build, goal_value
from scheduler.model.care import care_of
from scheduler.model.options import options_of
from scheduler.solve.call import call
from scheduler.solve.hint import begin_with, decisions

SECONDS = 6.0


def rest_is_hopeless(ground: Ground) -> bool:
    """Whether nobody who is short here could be met even alone: then whoever is met here is met in the best."""
    short = [account.client for account in ground.evaluation.accounts if not account.met]
    groups = [s for s in ground.evaluation.shortfalls if s.requirement is Requirement.MUST_RUN]
    return all(plan_possible(ground.week, client) is False for client in short) and all(
        sessions_possible(ground.week, s.subject, s.given + 1) is False for s in groups
    )


def no_other_is_as_good(ground: Ground, budget: Budget) -> bool:
    """Whether it is proven that a schedule which gives up one of the plans met here misses more."""
    week, evaluation = ground.week, ground.evaluation
    draft = build(options_of(week))
    missed = goal_value(draft, 1)
    if isinstance(missed, int):
        return True
    kept = [care_of(draft, client).met for client in week.active_clients if client.name in ground.met]
    better = draft.bool("misses less")
    draft.cp.add(missed <= evaluation.goals[0])
    draft.cp.add(missed <= evaluation.goals[0] - 1).only_enforce_if(better)
    draft.cp.add_bool_or([better, *(literal.negated() for literal in kept)])
    begin_with(draft.cp, decisions(draft, ground.schedule))
    return call(draft.cp, budget.effort(SECONDS), budget.stop).infeasible
