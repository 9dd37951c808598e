"""Goal values that a schedule file states, held against those that the verifier computes."""

from __future__ import annotations

from collections.abc import Mapping

from scheduler.domain.evaluation import Evaluation, Finding, Subject
from scheduler.domain.rules import GOALS


def wrong_claims(claimed: Mapping[int, int], evaluation: Evaluation) -> tuple[Finding, ...]:
    """One finding for each goal (by number) whose claimed value differs; amount: the difference.

    Goals that nothing is claimed of are passed over. The finding's rule is `Goal 1` ... `Goal 9`.
    """
    titles = {goal.number: goal.title for goal in GOALS}
    findings = []
    for number, value in sorted(claimed.items()):
        if number not in titles:
            message = f"A value is stated for goal {number}; the goals are 1 to {len(GOALS)}."
            findings.append(Finding(f"Goal {number}", Subject(), 1, message))
        elif value != evaluation.goals[number - 1]:
            right = evaluation.goals[number - 1]
            message = f"Goal {number} ({titles[number]}) is stated as {value}; the schedule's value is {right}."
            findings.append(Finding(f"Goal {number}", Subject(), abs(value - right), message))
    return tuple(findings)
