"""H14."""

from __future__ import annotations

from scheduler.domain.program import Closure

from ..weeks import MON, NINE, NOON, TEN, TUE, a_client, a_session, an_individual, found, week_of


def closed(**changes):
    return Closure(**({"clinician": None, "room": None, "days": (MON,), "start": 0, "end": 24 * 60} | changes))


def test_the_whole_program():
    """Nothing on Monday, neither group nor individual session; Tuesday is open."""
    week = week_of(closures=closed(), clients=a_client(individual_sessions=1))
    assert found(week, a_session(MON), an_individual(MON)) == [("H14", 60), ("H14", 60)]
    assert found(week, a_session(TUE), an_individual(TUE)) == []


def test_part_of_a_day():
    """Closed from 9:40: twenty minutes of the session; from 10:00: none."""
    assert found(week_of(closures=closed(start=TEN - 20)), a_session()) == [("H14", 20)]
    assert found(week_of(closures=closed(start=TEN)), a_session()) == []
    assert found(week_of(closures=closed(end=NINE)), a_session()) == []


def test_a_clinician_and_a_room():
    """Dana is away and Room 2 is closed on Monday."""
    week = week_of(closures=(closed(clinician="Dana"), closed(room="Room 2")), clients=a_client(individual_sessions=1))
    assert found(week, a_session(), an_individual(MON, NOON, by="Eli", room="Room 2")) == [("H14", 60), ("H14", 60)]
    assert found(week, a_session(by=["Eli"]), an_individual(TUE, NOON, room="Room 2")) == []
