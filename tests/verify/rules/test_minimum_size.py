"""H6."""

from __future__ import annotations

import pytest

from scheduler.domain.locks import Lock

from ..weeks import MON, TUE, a_group, a_session, found, week_of


def test_fewer_than_min_clients():
    """One of three; one of one."""
    assert found(week_of(groups=a_group(min_clients=3)), a_session()) == [("H6", 2)]
    assert found(week_of(groups=a_group(min_clients=1)), a_session()) == []


def test_a_must_run_group_may_be_empty():
    """Even empty it is held; otherwise an empty session is one client short."""
    assert found(week_of(groups=a_group(must_run=True, min_clients=3)), a_session(clients=[])) == []
    assert found(week_of(), a_session(clients=[])) == [("H6", 1)]


@pytest.mark.parametrize(
    ("lock", "allowed"),
    [
        (Lock(True, group="Skills", day=MON), True),
        (Lock(True, group="Skills", day=MON, clinician="Dana"), True),
        (Lock(True, group="Skills", day=MON, client="C1"), True),
        (Lock(True, group="Skills", clinician="Dana"), False),
        (Lock(True, group="Skills", client="C1"), False),
        (Lock(False, group="Skills", day=TUE), False),
    ],
)
def test_a_must_lock_with_group_and_day_has_it_held(lock, allowed):
    """Only such a lock lifts the minimum, and only on its day."""
    week = week_of(groups=a_group(min_clients=3), locks=lock)
    assert found(week, a_session(MON)) == ([] if allowed else [("H6", 2)])


def test_the_lock_lifts_its_own_day_only():
    """Monday is locked, Tuesday is not."""
    week = week_of(groups=a_group(min_clients=3), locks=Lock(True, group="Skills", day=MON))
    assert found(week, a_session(MON), a_session(TUE)) == [("H6", 2)]
