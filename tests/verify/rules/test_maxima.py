"""H11."""

from __future__ import annotations

import pytest

from scheduler.domain.groups import TopicRule
from scheduler.domain.people import Appointment

from ..weeks import (
    MON,
    NOON,
    TUE,
    WED,
    a_client,
    a_group,
    a_phase,
    a_program,
    a_session,
    an_appointment,
    an_individual,
    found,
    week_of,
)

THREE = (a_session(MON), a_session(TUE), a_session(WED))


@pytest.mark.parametrize(
    ("phase", "client", "excess"),
    [
        ({"max_minutes": 150}, {}, 30),
        ({"max_minutes": 180}, {}, 0),
        ({}, {"authorized_minutes": 120}, 60),
        ({}, {"authorized_minutes": 180}, 0),
        ({"max_days": 2}, {}, 1),
        ({"max_days": 3}, {}, 0),
        ({}, {"authorized_days": 1}, 2),
        ({}, {"authorized_days": 3}, 0),
        ({}, {"authorized_minutes": 0}, 180),
    ],
)
def test_hours_and_days_of_the_week(phase, client, excess):
    """Three hours on three days."""
    week = week_of(phases=a_phase(**phase), clients=a_client(**client))
    assert found(week, *THREE) == ([("H11", excess)] if excess else [])


@pytest.mark.parametrize(
    ("phase", "client", "excess"),
    [
        ({"max_minutes_per_day": 90}, {}, 30),
        ({"max_minutes_per_day": 120}, {}, 0),
        ({}, {"authorized_minutes_per_day": 100}, 20),
    ],
)
def test_hours_of_a_day(phase, client, excess):
    """A group and an individual session on Monday are two counted hours."""
    week = week_of(phases=a_phase(**phase), clients=a_client(individual_sessions=1, **client))
    assert found(week, a_session(MON), an_individual(MON), a_session(TUE)) == ([("H11", excess)] if excess else [])


def test_counted_minutes_are_what_counts():
    """A fifty-minute hour counts 60; an appointment counts what its row says; an individual session its own."""
    group = a_group(minutes=50, counted_minutes=60)
    week = week_of(groups=group, phases=a_phase(max_minutes=59))
    assert found(week, a_session(MON, minutes=50)) == [("H11", 1)]
    visit = Appointment("C1", "Psychiatry", 60, clinician="Dana", counted_minutes=20)
    assert found(week_of(appointments=visit, phases=a_phase(max_minutes=15)), an_appointment()) == [("H11", 5)]
    client = a_client(individual_sessions=1, individual_counted_minutes=45)
    assert found(week_of(clients=client, phases=a_phase(max_minutes=40)), an_individual()) == [("H11", 5)]


def test_individual_sessions_that_do_not_count():
    """With Individual counts no, only the group counts."""
    week = week_of(
        program=a_program(individual_counts=False),
        phases=a_phase(max_minutes=60),
        clients=a_client(individual_sessions=1),
    )
    assert found(week, a_session(MON), an_individual(TUE, NOON)) == []


def test_a_day_of_a_group_that_does_not_count_is_no_treatment_day():
    """A 12-step meeting with Counted minutes 0."""
    groups = (a_group(), a_group("Meeting", counted_minutes=0))
    week = week_of(groups=groups, phases=a_phase(max_days=1))
    assert found(week, a_session(MON), a_session(TUE, group="Meeting")) == []


@pytest.mark.parametrize(
    ("rule", "client", "excess"),
    [
        (TopicRule(None, "Skills", max_sessions=2), {}, 1),
        (TopicRule(None, "Skills", max_sessions=3), {}, 0),
        (TopicRule("OP", "Skills", max_sessions=1), {}, 0),
        (TopicRule("IOP", "Skills", max_sessions=0), {}, 3),
        (TopicRule(None, "Skills", max_sessions=1), {"needs": (("Skills", 3),)}, 0),
        (TopicRule(None, "Skills", max_sessions=1), {"needs": (("Skills", 2),)}, 1),
    ],
)
def test_topic_maxima(rule, client, excess):
    """A larger need raises the maximum."""
    week = week_of(topic_rules=rule, clients=a_client(**client))
    assert found(week, *THREE) == ([("H11", excess)] if excess else [])
