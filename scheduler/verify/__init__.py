"""The independent verifier: plain Python over a week and a schedule, written from the contract alone."""

from __future__ import annotations

from scheduler.domain.evaluation import Evaluation, Finding
from scheduler.domain.rules import GOALS, HARD_RULES
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.verify.attendance import Attendance, attendance_of
from scheduler.verify.care_plan import care_plans_of
from scheduler.verify.claims import wrong_claims
from scheduler.verify.goals import GOAL_VALUES
from scheduler.verify.rules import CHECKS

__all__ = ["evaluate", "verify", "wrong_claims"]


def verify(week: Week, schedule: Schedule) -> tuple[Finding, ...]:
    """Every broken hard rule, H1 first; empty when the schedule is right. Unknown names are findings, not errors."""
    return _findings(week, attendance_of(week, schedule))


def evaluate(week: Week, schedule: Schedule) -> Evaluation:
    """The findings, the nine goal values, each active client's account, and what each care plan lacks."""
    held = attendance_of(week, schedule)
    plans = care_plans_of(week, held)
    return Evaluation(
        findings=_findings(week, held),
        goals=tuple(GOAL_VALUES[goal.name](week, held, plans) for goal in GOALS),
        accounts=tuple(plans.accounts.values()),
        shortfalls=plans.shortfalls + plans.must_run,
    )


def _findings(week: Week, held: Attendance) -> tuple[Finding, ...]:
    return tuple(finding for rule in HARD_RULES for finding in CHECKS[rule.name](week, held))
