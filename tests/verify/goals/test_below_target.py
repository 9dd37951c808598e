"""Goals 2 and 4: they differ by what they are held against."""

from __future__ import annotations

from scheduler.verify import evaluate

from ..weeks import MON, TUE, a_client, a_phase, a_session, of, week_of

CLIENTS = (a_client(), a_client("C2", priority=3))
PHASE = a_phase(min_minutes=120, target_minutes=300)


def test_minutes_below_the_target_times_priority():
    """C1 has 120 of 300 minutes, C2 60 of 300: 180 + 3 * 240; below the minimum: 3 * 60."""
    week = week_of(clients=CLIENTS, phases=PHASE)
    goals = evaluate(week, of(a_session(MON, clients=["C1", "C2"]), a_session(TUE))).goals
    assert goals[3] == 180 + 3 * 240
    assert goals[1] == 3 * 60
    assert goals[0] == 3


def test_above_the_target_is_no_credit():
    """Two hours where one is the target."""
    week = week_of(phases=a_phase(target_minutes=60))
    assert evaluate(week, of(a_session(MON), a_session(TUE))).goals[3] == 0
