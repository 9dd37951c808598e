"""H9."""

from __future__ import annotations

import pytest

from scheduler.domain.people import Appointment
from scheduler.verify import verify

from ..weeks import (
    FIVE,
    MON,
    NINE,
    NOON,
    SAT,
    TEN,
    THU,
    TUE,
    WED,
    a_client,
    a_clinician,
    a_group,
    a_program,
    a_session,
    an_appointment,
    an_individual,
    found,
    of,
    week_of,
)


@pytest.mark.parametrize(
    ("group", "sessions", "expected"),
    [
        ({"sessions": 2}, [a_session(MON), a_session(TUE), a_session(WED)], [1]),
        ({"sessions": 3}, [a_session(MON), a_session(TUE), a_session(WED)], []),
        ({}, [a_session(MON), a_session(MON, TEN)], [1]),
        ({"days": (TUE, WED)}, [a_session(MON)], [1]),
        ({"minutes": 45}, [a_session(MON)], [15]),
        ({"starts": (NINE, TEN)}, [a_session(MON, TEN)], []),
        ({"starts": (NINE,)}, [a_session(MON, TEN)], [1]),
        ({"starts": (NINE + 10,)}, [a_session(MON, NINE + 10)], []),
        ({}, [a_session(MON, NINE + 10)], [10]),
        ({"same_time": True}, [a_session(MON), a_session(TUE), a_session(WED, TEN)], [1]),
        ({"same_time": True}, [a_session(MON, TEN), a_session(TUE, TEN)], []),
        ({"same_clinician": True}, [a_session(MON), a_session(TUE, by=["Eli"])], [1]),
        ({"same_clinician": False}, [a_session(MON), a_session(TUE, by=["Eli"])], []),
        ({"facilitators": 2}, [a_session(MON)], [1]),
        ({"facilitators": 2}, [a_session(MON, by=["Dana", "Eli"])], []),
        (
            {"facilitators": 2, "same_clinician": True},
            [a_session(by=["Dana", "Eli"]), a_session(TUE, by=["Eli", "Dana"])],
            [],
        ),
        ({"facilitators": 2}, [a_session(MON, by=["Dana", "Dana"])], [1, 1]),
        ({"facilitators": 1}, [a_session(MON, by=["Dana", "Eli"])], [1]),
        ({"facilitators": 1}, [a_session(MON, by=[])], [1]),
        ({"facilitators": 0}, [a_session(MON, by=[])], []),
        ({"facilitators": 0}, [a_session(MON)], [1]),
        ({"clinicians": ("Eli",)}, [a_session(MON)], [1]),
        ({"clinicians": ("Dana", "Eli")}, [a_session(MON)], []),
        ({"lead": ("Eli",)}, [a_session(MON)], [1]),
        ({"lead": ("Eli",), "facilitators": 2}, [a_session(MON, by=["Dana", "Eli"])], []),
        ({"rooms": ("Room 2",)}, [a_session(MON)], [1]),
        ({"rooms": ("Room 2", "Room 1")}, [a_session(MON)], []),
        ({"active": False}, [a_session(MON)], [1]),
    ],
)
def test_groups(group, sessions, expected):
    """Each column of Groups, broken by a known amount and held."""
    week = week_of(groups=a_group(**group), program=a_program(same_topic_per_day=0))
    assert found(week, *sessions) == [("H9", amount) for amount in expected]


def test_inside_a_window_of_one_of_its_tracks():
    """An empty Must run session at 13:00 lies in no track; one that starts in the morning ends too late."""
    week = week_of(groups=a_group(must_run=True, minutes=90))
    assert found(week, a_session(MON, NOON + 60, minutes=90, clients=[])) == [("H9", 1)]
    assert found(week, a_session(MON, NOON - 60, minutes=90, clients=[])) == [("H9", 1)]
    assert found(week, a_session(MON, FIVE, minutes=90, clients=[])) == []


def test_an_unknown_group():
    """Named once for H9; whatever else it is, it takes clients' and clinicians' time."""
    findings = verify(week_of(), of(a_session(group="Skils")))
    assert [(f.rule, f.subject.group, f.subject.day) for f in findings] == [("H9", "Skils", MON)]
    assert "no group of this week has that name" in findings[0].message
    (resting,) = verify(week_of(groups=a_group(active=False)), of(a_session()))
    assert "rests this week" in resting.message


def test_a_day_that_no_week_has():
    """Day 9 and day -1, of a group and of a client."""
    assert found(week_of(), a_session(9), an_individual(-1)) == [("H9", 1), ("H9", 1)]


@pytest.mark.parametrize(
    ("client", "held", "expected"),
    [
        ({}, [an_individual(MON)], []),
        ({}, [an_individual(MON, minutes=45)], [15]),
        ({}, [an_individual(MON, NOON + 5)], [5]),
        ({}, [an_individual(MON), an_individual(TUE)], [1]),
        ({"individual_sessions": 2}, [an_individual(MON), an_individual(TUE)], []),
        ({"individual_sessions": 2}, [an_individual(MON), an_individual(MON, 780)], [1]),
        ({"individual_sessions": 2}, [an_individual(MON), an_individual(TUE, by="Eli")], [1]),
        ({"individual_sessions": 0}, [an_individual(MON)], [1]),
        ({"individual_minutes": 45}, [an_individual(MON, minutes=45)], []),
        ({"primary_clinician": "Eli"}, [an_individual(MON)], [1]),
        ({"primary_clinician": "Eli", "cover_clinician": "Dana"}, [an_individual(MON)], []),
        ({"primary_clinician": "Dana"}, [an_individual(MON)], []),
        ({"cover_clinician": "Eli"}, [an_individual(MON)], []),
    ],
)
def test_individual_sessions(client, held, expected):
    """As many as asked, of their length, on different days, all with one clinician who may hold them."""
    asked = {"individual_sessions": 1} | client
    assert found(week_of(clients=a_client(**asked)), *held) == [("H9", amount) for amount in expected]


PSYCHIATRY = Appointment("C1", "Psychiatry", 30, sessions=2, clinician="Dana")


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([an_appointment(MON, minutes=30), an_appointment(TUE, minutes=30)], []),
        ([an_appointment(MON, minutes=30), an_appointment(MON, 780, minutes=30)], [1]),
        ([an_appointment(MON)], [30]),
        ([an_appointment(MON, minutes=30, by="Eli")], [1]),
        ([an_appointment(MON, minutes=30, service="Dentist")], [1]),
        ([an_appointment(day, minutes=30) for day in (MON, TUE, WED)], [1]),
    ],
)
def test_appointments(held, expected):
    """Of a service that is asked for, with its clinician; two of one service never on one day."""
    clinicians = (a_clinician(topics=("Psychiatry",)), a_clinician("Eli", topics=("Psychiatry",)))
    assert found(week_of(appointments=PSYCHIATRY, clinicians=clinicians), *held) == [("H9", n) for n in expected]


def test_appointments_need_not_be_with_one_clinician():
    """Only individual sessions are."""
    clinicians = (a_clinician(topics=("Psychiatry",)), a_clinician("Eli", topics=("Psychiatry",)))
    week = week_of(appointments=Appointment("C1", "Psychiatry", 60, sessions=2), clinicians=clinicians)
    assert found(week, an_appointment(MON), an_appointment(TUE, by="Eli")) == []


def test_an_individual_and_an_appointment_on_one_day():
    """They are of different services."""
    week = week_of(clients=a_client(individual_sessions=1), appointments=PSYCHIATRY)
    assert found(week, an_individual(MON), an_appointment(MON, 780, minutes=30)) == []


def test_two_rows_of_one_service_are_matched_whatever_the_order():
    """Any clinician on one row, Eli on the other: Eli's session answers the row that needs Eli."""
    clinicians = (a_clinician(topics=("Family",)), a_clinician("Eli", topics=("Family",)))
    rows = (Appointment("C1", "Family", 60), Appointment("C1", "Family", 60, clinician="Eli"))
    week = week_of(appointments=rows, clinicians=clinicians)
    family = [an_appointment(MON, service="Family", by="Eli"), an_appointment(THU, service="Family")]
    assert found(week, *family) == []
    lengths = (Appointment("C1", "Family", 30, clinician="Dana"), Appointment("C1", "Family", 60, clinician="Dana"))
    other = week_of(appointments=lengths)
    long, short = an_appointment(MON, service="Family"), an_appointment(TUE, service="Family", minutes=30)
    assert found(other, long, short) == []


def test_a_coarse_time_step():
    """With steps of 30 minutes, a quarter past is fifteen minutes off; given starts are free of it."""
    week = week_of(program=a_program(time_step=30))
    assert found(week, a_session(MON, NINE + 15)) == [("H9", 15)]
    fixed = week_of(program=a_program(time_step=30), groups=a_group(starts=(NINE + 15,)))
    assert found(fixed, a_session(MON, NINE + 15)) == []


def test_saturday_is_no_day_of_these_tracks():
    """Two things are wrong: the day, and the window."""
    assert found(week_of(groups=a_group(must_run=True)), a_session(SAT, clients=[])) == [("H9", 1), ("H9", 1)]
