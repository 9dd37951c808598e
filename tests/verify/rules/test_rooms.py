"""H8."""

from __future__ import annotations

import pytest

from scheduler.domain.modality import Modality
from scheduler.domain.people import Appointment

from ..weeks import (
    MON,
    NINE,
    TEN,
    a_client,
    a_clinician,
    a_group,
    a_program,
    a_room,
    a_session,
    an_appointment,
    an_individual,
    found,
    week_of,
)

VIRTUAL = Modality.VIRTUAL
TWO = (a_client(), a_client("C2", individual_sessions=1))
GROUPS = (a_group(), a_group("CBT"))
ONLINE = a_room("Online", virtual=True)


def in_same_room(start=NINE):
    return a_session(MON, start, group="CBT", by=["Eli"], clients=["C2"])


def test_one_activity_at_a_time():
    """They overlap by half an hour; one after the other holds."""
    week = week_of(clients=TWO, groups=GROUPS)
    assert found(week, a_session(), in_same_room(NINE + 30)) == [("H8", 30)]
    assert found(week, a_session(), in_same_room(TEN)) == []


def test_turnaround():
    """Ten minutes between any two activities: a group and an individual session five minutes later."""
    week = week_of(clients=TWO, program=a_program(room_turnaround=10, time_step=5))
    late = an_individual(MON, TEN + 5, client="C2", by="Eli")
    assert found(week, a_session(), late) == [("H8", 5)]
    assert found(week, a_session(), an_individual(MON, TEN + 10, client="C2", by="Eli")) == []


@pytest.mark.parametrize(
    ("group", "room", "fits"),
    [
        ({}, {"for_groups": False}, False),
        ({}, {"for_individual": False}, True),
        ({"features": ("projector",)}, {"features": ("projector", "piano")}, True),
        ({"features": ("projector", "sink")}, {"features": ("projector",)}, False),
    ],
)
def test_use_and_features_for_groups(group, room, fits):
    """The room is for groups and has every feature."""
    week = week_of(groups=a_group(**group), rooms=a_room(**room))
    assert found(week, a_session()) == ([] if fits else [("H8", 1)])


def test_who_comes_in_has_a_room():
    """In-person and hybrid groups, individual sessions, appointments."""
    for modality in (Modality.IN_PERSON, Modality.HYBRID):
        assert found(week_of(groups=a_group(modality=modality)), a_session(room=None)) == [("H8", 1)]
    week = week_of(
        clients=a_client(individual_sessions=1),
        appointments=Appointment("C1", "Psychiatry", 60, clinician="Dana"),
    )
    assert found(week, an_individual(room=None), an_appointment(room=None, start=780)) == [("H8", 1), ("H8", 1)]


def test_an_individual_room():
    """Any for individual use, where the clinician has no office."""
    week = week_of(clients=a_client(individual_sessions=1), rooms=a_room(for_individual=False))
    assert found(week, an_individual()) == [("H8", 1)]
    assert (
        found(week_of(clients=a_client(individual_sessions=1), rooms=a_room(for_groups=False)), an_individual()) == []
    )


def test_the_office_of_the_clinician():
    """Dana's one-on-ones are in Room 2 and nowhere else; groups are not."""
    week = week_of(clients=a_client(individual_sessions=1), clinicians=a_clinician(office="Room 2"))
    assert found(week, an_individual(), a_session()) == [("H8", 1)]
    assert found(week, an_individual(room="Room 2"), a_session()) == []


@pytest.mark.parametrize(
    ("modality", "room", "rooms", "fits"),
    [
        (VIRTUAL, None, (a_room(),), True),
        (VIRTUAL, None, (a_room(), ONLINE), False),
        (VIRTUAL, "Online", (a_room(), ONLINE), True),
        (VIRTUAL, "Room 1", (a_room(), ONLINE), False),
        (VIRTUAL, "Room 1", (a_room(),), False),
        (Modality.IN_PERSON, "Online", (a_room(), ONLINE), False),
        (Modality.HYBRID, "Online", (a_room(), ONLINE), False),
        (Modality.HYBRID, "Room 1", (a_room(), ONLINE), True),
    ],
)
def test_telehealth_rooms_and_groups(modality, room, rooms, fits):
    """If there is a telehealth room, virtual groups have one, and nothing else does."""
    week = week_of(groups=a_group(modality=modality), rooms=rooms, clients=a_client(modality=Modality.EITHER))
    assert found(week, a_session(room=room)) == ([] if fits else [("H8", 1)])


@pytest.mark.parametrize(("room", "fits"), [(None, True), ("Online", False), ("Room 1", False)])
def test_a_virtual_one_on_one_needs_no_room(room, fits):
    """Nor does it use a telehealth room or block another."""
    week = week_of(clients=a_client(individual_sessions=1, modality=VIRTUAL), rooms=(a_room(), ONLINE))
    assert found(week, an_individual(modality=VIRTUAL, room=room)) == ([] if fits else [("H8", 1)])


def test_a_telehealth_room_hosts_one_group_at_a_time():
    """Two virtual groups at nine in one room."""
    groups = (a_group(modality=VIRTUAL), a_group("CBT", modality=VIRTUAL))
    clients = (a_client(modality=VIRTUAL), a_client("C2", modality=VIRTUAL))
    week = week_of(groups=groups, clients=clients, rooms=ONLINE)
    second = a_session(group="CBT", by=["Eli"], clients=["C2"], room="Online")
    assert found(week, a_session(room="Online"), second) == [("H8", 60)]


def test_an_unknown_room():
    """One finding, and no crash."""
    assert found(week_of(), a_session(room="Attic")) == [("H8", 1)]
