"""H7."""

from __future__ import annotations

import pytest

from scheduler.domain.calendar import NO_WINDOWS
from scheduler.domain.evaluation import Subject
from scheduler.domain.modality import Modality
from scheduler.domain.people import INDIVIDUAL, Appointment
from scheduler.verify import verify

from ..weeks import (
    FIVE,
    MON,
    NINE,
    NOON,
    TEN,
    TUE,
    WEEKDAYS,
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
    windows,
)

TWO = (a_client(), a_client("C2"))
GROUPS = (a_group(), a_group("CBT"))


def other(day=MON, start=NINE, **changes):
    """A session of CBT with another client in another room."""
    return a_session(day, start, group="CBT", room="Room 2", clients=["C2"], **changes)


def test_one_thing_at_a_time():
    """Two groups of one clinician overlap by a quarter of an hour."""
    week = week_of(clients=TWO, groups=GROUPS)
    assert found(week, a_session(), other(start=TEN - 15)) == [("H7", 15)]
    assert found(week, a_session(), other(start=TEN)) == []


@pytest.mark.parametrize(("start", "lacking"), [(TEN, 15), (TEN + 15, 0)])
def test_the_break_between_any_two_activities(start, lacking):
    """A break of 15 minutes between a group and an individual session."""
    client = a_client("C2", individual_sessions=1)
    week = week_of(clients=(a_client(), client), program=a_program(clinician_break=15))
    expected = [("H7", lacking)] if lacking else []
    assert found(week, a_session(), an_individual(MON, start, client="C2", room="Room 2")) == expected


def test_overlap_and_break_add_up():
    """Fifteen minutes shared and fifteen of break are lacking."""
    week = week_of(clients=TWO, groups=GROUPS, program=a_program(clinician_break=15))
    assert found(week, a_session(), other(start=TEN - 15)) == [("H7", 30)]


@pytest.mark.parametrize(("until", "holds"), [(TEN, True), (TEN - 15, False)])
def test_within_clinician_hours(until, holds):
    """The whole session lies inside a window."""
    there = windows(WEEKDAYS, NINE, until)
    week = week_of(clinicians=a_clinician(hours=there, hours_in_person=there))
    assert found(week, a_session()) == ([] if holds else [("H7", 1)])


def test_hours_by_modality():
    """At home on Tuesday: virtual there, in person elsewhere; hybrid counts as in person."""
    at_home = a_clinician(hours_in_person=windows((MON,), NINE, NOON), hours_virtual=windows((TUE,), NINE, NOON))
    client = a_client(modality=Modality.EITHER)
    for modality, room in ((Modality.IN_PERSON, "Room 1"), (Modality.HYBRID, "Room 1"), (Modality.VIRTUAL, None)):
        week = week_of(groups=a_group(modality=modality), clinicians=at_home, clients=client)
        right, wrong = (TUE, MON) if modality is Modality.VIRTUAL else (MON, TUE)
        assert found(week, a_session(right, room=room)) == []
        assert found(week, a_session(wrong, room=room)) == [("H7", 1)]


def test_an_in_person_clinician_holds_no_virtual_individual():
    """The modality of the one-on-one decides."""
    week = week_of(
        clinicians=a_clinician(hours_virtual=NO_WINDOWS),
        clients=a_client(individual_sessions=1, modality=Modality.EITHER),
    )
    assert found(week, an_individual(modality=Modality.VIRTUAL, room=None)) == [("H7", 1)]
    assert found(week, an_individual()) == []


@pytest.mark.parametrize(
    ("topics", "group", "qualified"),
    [
        (None, {}, True),
        (("Skills",), {}, True),
        (("CBT",), {}, False),
        ((), {}, False),
        (("CBT",), {"clinicians": ("Dana",)}, True),
        (("CBT",), {"lead": ("Dana",)}, True),
        (("Trauma",), {"topic": "Trauma"}, True),
        (("Skills",), {"topic": "Trauma"}, False),
    ],
)
def test_topics_of_groups(topics, group, qualified):
    """The topic counts, not the name; being named in Clinicians or Lead qualifies."""
    week = week_of(groups=a_group(**group), clinicians=a_clinician(topics=topics))
    assert found(week, a_session()) == ([] if qualified else [("H7", 1)])


@pytest.mark.parametrize(
    ("topics", "client", "qualified"),
    [
        (None, {}, True),
        ((INDIVIDUAL,), {}, True),
        (("Skills",), {}, False),
        (("Skills",), {"primary_clinician": "Dana"}, True),
        (("Skills",), {"cover_clinician": "Dana"}, True),
        (("Skills",), {"primary_clinician": "Eli", "cover_clinician": "Dana"}, True),
    ],
)
def test_who_holds_individual_sessions(topics, client, qualified):
    """Qualified for Individual, or named as primary or cover."""
    week = week_of(
        clients=a_client(individual_sessions=1, **client), clinicians=(a_clinician(topics=topics), a_clinician("Eli"))
    )
    assert found(week, an_individual()) == ([] if qualified else [("H7", 1)])


@pytest.mark.parametrize(
    ("topics", "named", "qualified"),
    [(None, None, False), (("Psychiatry",), None, True), (("Skills",), "Dana", True), (None, "Dana", True)],
)
def test_who_holds_appointments(topics, named, qualified):
    """The service is listed in Topics (blank Topics are groups and Individual only), or the clinician is named."""
    week = week_of(
        appointments=Appointment("C1", "Psychiatry", 60, clinician=named), clinicians=a_clinician(topics=topics)
    )
    assert found(week, an_appointment()) == ([] if qualified else [("H7", 1)])


def test_max_hours_count_real_minutes():
    """Three sessions of 60 minutes that count 90 are three hours of staff; 2.5 are allowed."""
    group = a_group(counted_minutes=90)
    sessions = (a_session(MON), a_session(TUE), a_session(2))
    assert found(week_of(groups=group, clinicians=a_clinician(max_minutes=150)), *sessions) == [("H7", 30)]
    assert found(week_of(groups=group, clinicians=a_clinician(max_minutes=180)), *sessions) == []


def test_max_hours_per_day():
    """A group and an individual session on Monday are two hours; one on Tuesday does not matter."""
    client = a_client(individual_sessions=1)
    entries = (a_session(MON), an_individual(MON), a_session(TUE))
    week = week_of(clients=client, clinicians=a_clinician(max_minutes_per_day=90))
    assert found(week, *entries) == [("H7", 30)]
    assert found(week_of(clients=client, clinicians=a_clinician(max_minutes_per_day=120)), *entries) == []


def test_the_sentence_of_a_maximum():
    """It names the hours, and for a day an activity of that day so that its cell can be found."""
    client = a_client(individual_sessions=1)
    entries = of(a_session(TUE), an_individual(TUE))
    (day,) = verify(week_of(clients=client, clinicians=a_clinician(max_minutes_per_day=90)), entries)
    assert "2 hours on Tue (1 group session among 2 activities); the maximum is 1.5" in day.message
    assert day.subject == Subject(client="C1", service=INDIVIDUAL, day=TUE)
    (whole,) = verify(week_of(clients=client, clinicians=a_clinician(max_minutes=90)), entries)
    assert "2 hours this week" in whole.message and whole.subject == Subject()


def test_each_facilitator_counts_in_full():
    """Two lead one session: both have an hour."""
    team = (a_clinician(max_minutes=30), a_clinician("Eli", max_minutes=45))
    week = week_of(groups=a_group(facilitators=2), clinicians=team)
    assert found(week, a_session(by=["Dana", "Eli"])) == [("H7", 30), ("H7", 15)]


def test_an_unknown_clinician_is_named():
    """Of a group and of an individual session."""
    week = week_of(clients=a_client(individual_sessions=1))
    findings = verify(week, of(a_session(MON, FIVE, by=["Zoe"]), an_individual(by="Zoe")))
    assert [finding.rule for finding in findings] == ["H7", "H7"]
    assert all("Zoe" in finding.message for finding in findings)
