"""H10."""

from __future__ import annotations

from scheduler.domain.groups import TopicRule

from ..weeks import MON, TEN, THU, TUE, WED, a_client, a_group, a_session, found, week_of

COHORT = a_group(cohort=True)
TWO = (a_client(), a_client("C2"))


def test_a_cohort_attended_in_part():
    """C2 leaves out two of three sessions."""
    week = week_of(groups=COHORT, clients=TWO)
    both = ["C1", "C2"]
    assert found(week, a_session(MON, clients=both), a_session(TUE), a_session(WED)) == [("H10", 2)]


def test_all_or_none_holds():
    """C1 attends all that are held, C2 none."""
    assert found(week_of(groups=COHORT, clients=TWO), a_session(MON), a_session(TUE)) == []


def test_sessions_outside_starts_and_ends_are_not_due():
    """A client from Tuesday on attends Tuesday and Thursday of a cohort that also meets on Monday."""
    week = week_of(groups=COHORT, clients=(a_client(), a_client("C2", first_day=TUE)))
    both = ["C1", "C2"]
    assert found(week, a_session(MON), a_session(TUE, clients=both), a_session(THU, clients=both)) == []
    assert found(week, a_session(MON), a_session(TUE, clients=both), a_session(THU)) == [("H10", 1)]


def one_group(**rule):
    groups = (a_group("Skills A", topic="Skills"), a_group("Skills B", topic="Skills"))
    return week_of(groups=groups, topic_rules=(TopicRule(topic="Skills", **rule),))


MIXED = (a_session(MON, group="Skills A"), a_session(TUE, TEN, group="Skills B"))


def test_one_group_a_topic():
    """Two groups of the topic where one is asked for; one group twice holds."""
    week = one_group(phase=None, one_group=True)
    assert found(week, *MIXED) == [("H10", 1)]
    assert found(week, a_session(MON, group="Skills A"), a_session(TUE, group="Skills A")) == []


def test_the_rule_of_the_phase_replaces_the_general_one():
    """One group for every phase, but not for IOP; and the other way round."""
    week = one_group(phase=None, one_group=True)
    own = (*week.topic_rules, TopicRule("IOP", "Skills", one_group=False))
    assert found(week_of(groups=week.groups, topic_rules=own), *MIXED) == []
    assert found(one_group(phase="IOP", one_group=True), *MIXED) == [("H10", 1)]
    assert found(one_group(phase="OP", one_group=True), *MIXED) == []
