"""Whether solving a changed week again is bound to give what a remedy promises."""

from __future__ import annotations

from scheduler.domain.evaluation import Evaluation
from scheduler.domain.rules import Requirement
from scheduler.domain.week import Week
from scheduler.explain.alone import plan_possible, sessions_possible
from scheduler.explain.budget import Budget
from scheduler.explain.ground import Ground
from scheduler.model.build import build, goal_value
from scheduler.model.care import care_of
from scheduler.model.options import options_of
from scheduler.solve.call import call
from scheduler.solve.hint import decisions

SECONDS = 6.0


def is_certain(ground: Ground, budget: Budget) -> bool:
    """Whether every schedule of the ground's week with the least missed care plans meets those that its schedule meets.

    So it is when nobody who is short here could be met even alone. Else it takes a proof that whoever gives up one
    of the plans met here misses more.
    """
    return _rest_is_hopeless(ground.week, ground.evaluation) or _no_other_is_as_good(ground, budget)


def _rest_is_hopeless(week: Week, evaluation: Evaluation) -> bool:
    short = [account.client for account in evaluation.accounts if not account.met]
    groups = [s for s in evaluation.shortfalls if s.requirement is Requirement.MUST_RUN]
    return all(plan_possible(week, client) is False for client in short) and all(
        sessions_possible(week, s.subject, s.given + 1) is False for s in groups
    )


def _no_other_is_as_good(ground: Ground, budget: Budget) -> bool:
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
    for index, value in decisions(draft, ground.schedule).items():
        draft.cp.add_hint(draft.cp.get_int_var_from_proto_index(index), value)
    return call(draft.cp, budget.effort(SECONDS), budget.stop).infeasible
