"""H12."""

from __future__ import annotations

import pytest

from ..weeks import MON, NINE, TEN, TUE, a_group, a_program, a_session, found, week_of

GROUPS = (a_group("CBT A", topic="CBT"), a_group("CBT B", topic="CBT"), a_group("CBT C", topic="CBT"))
THREE = tuple(a_session(MON, NINE + 60 * n, group=f"CBT {letter}") for n, letter in enumerate("ABC"))


@pytest.mark.parametrize(("most", "excess"), [(1, 2), (2, 1), (3, 0), (0, 0)])
def test_sessions_of_one_topic_in_a_day(most, excess):
    """Three groups of one topic on Monday; 0 is no limit."""
    week = week_of(groups=GROUPS, program=a_program(same_topic_per_day=most))
    assert found(week, *THREE) == ([("H12", excess)] if excess else [])


def test_on_different_days_it_holds():
    """One a day."""
    week = week_of(groups=GROUPS)
    assert found(week, a_session(MON, group="CBT A"), a_session(TUE, TEN, group="CBT B")) == []
