"""H3."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain.modality import Modality
from scheduler.domain.people import Appointment
from scheduler.verify import verify

from ..weeks import (
    FIVE,
    FRI,
    MON,
    NOON,
    TUE,
    a_client,
    a_clinician,
    a_group,
    a_session,
    an_appointment,
    an_individual,
    found,
    of,
    week_of,
)

IN_PERSON, VIRTUAL, HYBRID, EITHER = Modality.IN_PERSON, Modality.VIRTUAL, Modality.HYBRID, Modality.EITHER


@pytest.mark.parametrize(
    ("group", "client", "reasons"),
    [
        ({"phases": ("OP",)}, {}, 1),
        ({"phases": ("OP", "IOP")}, {}, 0),
        ({"program_weeks": ((1, 4),)}, {"program_week": 4}, 0),
        ({"program_weeks": ((5, 8),)}, {"program_week": 5}, 0),
        ({"program_weeks": ((5, 8),)}, {"program_week": 4}, 1),
        ({"program_weeks": ((1, 4),)}, {"program_week": 5}, 1),
        ({"program_weeks": ((1, 4), (13, None))}, {"program_week": 20}, 0),
        ({"program_weeks": ((1, 4),)}, {"program_week": None}, 1),
        ({"program_weeks": None}, {"program_week": None}, 0),
        ({"required_tags": ("women", "veteran")}, {"tags": ("women", "veteran")}, 0),
        ({"required_tags": ("women", "veteran")}, {"tags": ("women",)}, 1),
        ({"forbidden_tags": ("men",)}, {"tags": ("men",)}, 1),
        ({"forbidden_tags": ("men",)}, {"tags": ("women",)}, 0),
        ({"topic": "Trauma"}, {"avoid_topics": ("Trauma",)}, 1),
        ({}, {"avoid_clinicians": ("Dana",)}, 1),
        ({}, {"avoid_clinicians": ("Eli",)}, 0),
        ({"phases": ("OP",), "required_tags": ("x",)}, {"avoid_clinicians": ("Dana",)}, 3),
    ],
)
def test_who_is_admitted(group, client, reasons):
    """Each reason against an attendance is a finding of amount 1."""
    week = week_of(groups=a_group(**group), clients=a_client(**client))
    assert found(week, a_session()) == [("H3", 1)] * reasons


def test_a_co_facilitator_may_be_avoided_too():
    """Any facilitator of the session counts."""
    week = week_of(groups=a_group(facilitators=2), clients=a_client(avoid_clinicians=("Eli",)))
    assert found(week, a_session(by=["Dana", "Eli"])) == [("H3", 1)]


@pytest.mark.parametrize(
    ("group", "client", "fits"),
    [
        (IN_PERSON, IN_PERSON, True),
        (IN_PERSON, VIRTUAL, False),
        (IN_PERSON, EITHER, True),
        (VIRTUAL, IN_PERSON, False),
        (VIRTUAL, VIRTUAL, True),
        (VIRTUAL, EITHER, True),
        (HYBRID, IN_PERSON, True),
        (HYBRID, VIRTUAL, True),
        (HYBRID, EITHER, True),
    ],
)
def test_modality_of_groups(group, client, fits):
    """In person: in-person or hybrid groups; virtual: virtual or hybrid; either: all."""
    week = week_of(groups=a_group(modality=group), clients=a_client(modality=client))
    room = None if group is VIRTUAL else "Room 1"
    assert found(week, a_session(room=room)) == ([] if fits else [("H3", 1)])


def test_virtual_days_override_the_modality():
    """An in-person client is virtual on Tuesday: in person on Monday fits, on Tuesday not."""
    week = week_of(clients=a_client(virtual_days=(TUE,)))
    assert found(week, a_session(MON), a_session(TUE)) == [("H3", 1)]


def test_a_track_of_the_client_holds_the_session():
    """A morning client in an evening session; with the evening track too, it holds (and H4 is content)."""
    evening = a_session(MON, FIVE)
    assert found(week_of(clients=a_client(tracks=("Morning",))), evening) == [("H3", 1), ("H4", 1)]
    assert found(week_of(), evening) == []


def test_the_track_is_one_that_the_group_serves():
    """The window alone is not enough: the group serves the evening only, the client wants the morning."""
    week = week_of(groups=a_group(tracks=("Evening",)), clients=a_client(tracks=("Morning",)))
    assert found(week, a_session(MON, FIVE)) == [("H3", 1), ("H4", 1)]


@pytest.mark.parametrize(
    ("asked", "held", "fits"),
    [(IN_PERSON, IN_PERSON, True), (IN_PERSON, VIRTUAL, False), (VIRTUAL, IN_PERSON, False), (EITHER, VIRTUAL, True)],
)
def test_modality_of_individual_sessions(asked, held, fits):
    """They are in the client's modality of that day; either: whichever suits."""
    week = week_of(clients=a_client(modality=asked, individual_sessions=1))
    room = None if held is VIRTUAL else "Room 1"
    assert found(week, an_individual(modality=held, room=room)) == ([] if fits else [("H3", 1)])


def test_virtual_days_concern_individual_sessions():
    """On Friday the client is at home."""
    week = week_of(clients=a_client(individual_sessions=1, virtual_days=(FRI,)))
    assert found(week, an_individual(FRI)) == [("H3", 1)]
    assert found(week, an_individual(FRI, modality=VIRTUAL, room=None)) == []


def test_an_appointment_has_its_own_modality():
    """A telehealth visit to psychiatry of a client who comes in for the rest."""
    visit = Appointment("C1", "Psychiatry", 60, modality=VIRTUAL, counted_minutes=60)
    week = week_of(appointments=visit, clinicians=a_clinician(topics=("Psychiatry",)))
    assert found(week, an_appointment(modality=VIRTUAL, room=None)) == []
    assert found(week, an_appointment()) == [("H3", 1)]
    own = replace(week, appointments=(replace(visit, modality=None),))
    assert found(own, an_appointment()) == []


def test_a_one_on_one_is_never_hybrid():
    """A hand-edited file may say so."""
    week = week_of(clients=a_client(individual_sessions=1, modality=EITHER))
    assert found(week, an_individual(modality=HYBRID)) == [("H3", 1)]


def test_an_avoided_clinician_holds_no_individual_session():
    """Avoid clinicians is stronger than the primary."""
    client = a_client(individual_sessions=1, primary_clinician="Dana", avoid_clinicians=("Dana",))
    assert found(week_of(clients=client), an_individual()) == [("H3", 1)]


def test_unknown_and_inactive_clients():
    """A name that the week does not know, and a client on hold, are findings with the reason."""
    week = week_of(clients=(a_client(), a_client("C2", active=False, inactive_reason="on hold")))
    findings = verify(week, of(a_session(clients=["C1", "C2", "C9"])))
    assert [(f.rule, f.subject.client) for f in findings] == [("H3", "C2"), ("H3", "C9")]
    assert "on hold" in findings[0].message and "no client of this week" in findings[1].message


def test_the_sentence_names_client_group_day_and_time():
    """A coordinator can act on it."""
    (finding,) = verify(week_of(groups=a_group(phases=("OP",))), of(a_session(MON, NOON - 60)))
    assert finding.message == "C1 has Skills Mon 11:00-12:00, but the group does not admit phase IOP."
