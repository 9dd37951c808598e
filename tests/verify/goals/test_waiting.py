"""Goal 6."""

from __future__ import annotations

import pytest

from scheduler.domain.modality import Modality
from scheduler.verify import evaluate

from ..weeks import (
    ELEVEN,
    MON,
    NINE,
    NOON,
    TEN,
    TUE,
    WED,
    a_client,
    a_group,
    a_phase,
    a_program,
    a_session,
    an_individual,
    of,
    week_of,
)

AT_HOME = {"modality": Modality.VIRTUAL, "room": None}


def waiting(*entries, **parts):
    given = {
        "program": a_program(trip_cost=40),
        "groups": (a_group(), a_group("CBT"), a_group("Meeting", counted_minutes=0)),
        "phases": a_phase(min_days=1),
        "clients": a_client(individual_sessions=1, modality=Modality.EITHER),
    }
    return evaluate(week_of(**(given | parts)), of(*entries)).goals[5]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([a_session(MON)], 0),
        ([a_session(MON), a_session(MON, TEN + 30, group="CBT")], 30),
        ([a_session(MON), a_session(MON, TEN, group="CBT"), an_individual(MON, NOON)], 60),
        ([a_session(MON), an_individual(MON, ELEVEN, **AT_HOME)], 60),
        ([a_session(MON), a_session(TUE), a_session(WED)], 80),
        ([a_session(MON), an_individual(TUE)], 40),
        ([a_session(MON), an_individual(TUE, **AT_HOME)], 0),
        ([a_session(MON), a_session(TUE, group="Meeting")], 0),
        ([a_session(MON), a_session(TUE, group="Meeting"), an_individual(TUE, TEN)], 40),
        ([an_individual(TUE)], 40),
    ],
)
def test_waits_and_trips(entries, expected):
    """One treatment day is due; each more costs 40, as does a day of coming in for an individual session only."""
    assert waiting(*entries) == expected


def test_min_days_are_those_of_the_client_this_week():
    """Three days are due in a whole week, two to a client who is there on two."""
    clients = (a_client(), a_client("C2", first_day=MON, last_day=TUE))
    phases = a_phase(min_days=3)
    both = ["C1", "C2"]
    three = [a_session(MON, clients=both), a_session(TUE, clients=both), a_session(WED, clients=both)]
    assert waiting(*three, clients=clients, phases=phases) == 40


def test_trip_cost_zero():
    """Only minutes are left."""
    free = a_program(trip_cost=0)
    assert waiting(a_session(MON, NINE), a_session(MON, ELEVEN, group="CBT"), a_session(TUE), program=free) == 60
