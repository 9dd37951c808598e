"""H13."""

from __future__ import annotations

from scheduler.domain.people import KeepApart

from ..weeks import MON, TUE, a_client, a_session, found, week_of

TWO = (a_client(), a_client("C2"))


def test_two_kept_apart_share_two_sessions():
    """Each session is a finding, whichever of the two comes first in the row."""
    both = ["C1", "C2"]
    for pair in (KeepApart("C1", "C2"), KeepApart("C2", "C1")):
        week = week_of(clients=TWO, keep_apart=pair)
        assert found(week, a_session(MON, clients=both), a_session(TUE, clients=both)) == [("H13", 1), ("H13", 1)]


def test_the_same_group_on_different_days_holds():
    """They never meet."""
    week = week_of(clients=TWO, keep_apart=KeepApart("C1", "C2"))
    assert found(week, a_session(MON, clients=["C1"]), a_session(TUE, clients=["C2"])) == []
