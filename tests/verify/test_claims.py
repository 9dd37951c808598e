"""Goal values that a file states are held against those computed."""

from __future__ import annotations

from scheduler.verify import evaluate, wrong_claims

from .weeks import MON, a_phase, a_session, of, week_of

EVALUATION = evaluate(week_of(phases=a_phase(min_minutes=100, target_minutes=300)), of(a_session(MON)))


def test_right_claims_pass():
    """All nine, or only some of them."""
    assert wrong_claims(dict(enumerate(EVALUATION.goals, start=1)), EVALUATION) == ()
    assert wrong_claims({2: 40}, EVALUATION) == ()


def test_a_wrong_claim_names_goal_and_both_values():
    """40 minutes are short; 25 are claimed."""
    (finding,) = wrong_claims({1: 1, 2: 25}, EVALUATION)
    assert (finding.rule, finding.amount) == ("Goal 2", 15)
    assert "Care shortfall" in finding.message and "25" in finding.message and "40" in finding.message


def test_a_goal_that_does_not_exist():
    """There are nine."""
    assert [finding.rule for finding in wrong_claims({10: 0}, EVALUATION)] == ["Goal 10"]
