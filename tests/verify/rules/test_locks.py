"""H15."""

from __future__ import annotations

import pytest

from scheduler.domain.locks import Lock
from scheduler.domain.people import Appointment
from scheduler.verify import verify

from ..weeks import (
    FRI,
    MON,
    NINE,
    NOON,
    TEN,
    TUE,
    WED,
    a_client,
    a_session,
    an_appointment,
    an_individual,
    found,
    of,
    week_of,
)

TWO = (a_client(), a_client("C2", first_day=TUE))


def must(**cells):
    return Lock(must=True, **cells)


def never(**cells):
    return Lock(must=False, **cells)


def check(lock, entries, expected, **parts):
    """The lock's findings in a week whose other rules all hold."""
    given = {"clients": TWO, "locks": lock} | parts
    assert found(week_of(**given), *entries) == ([("H15", expected)] if expected else [])


C1_MON, C1_TUE, C2_WED = a_session(MON), a_session(TUE), a_session(WED, clients=["C2"])


@pytest.mark.parametrize(
    ("lock", "entries", "expected"),
    [
        (must(client="C1", group="Skills"), [C1_MON, C1_TUE], 0),
        (must(client="C1", group="Skills"), [C1_MON, C2_WED], 1),
        (must(client="C1", group="Skills"), [], 1),
        (must(client="C1", group="Skills", day=MON), [C1_MON, C2_WED], 0),
        (must(client="C1", group="Skills", day=TUE), [C1_MON], 1),
        (must(client="C2", group="Skills"), [C1_MON, C2_WED], 0),
        (must(client="C2", group="Skills"), [C1_MON], 1),
        (must(client="C2", group="Skills"), [C1_MON, C1_TUE, a_session(FRI)], 2),
        (never(client="C1", group="Skills"), [C2_WED], 0),
        (never(client="C1", group="Skills"), [C1_MON, C1_TUE], 2),
        (never(client="C1", group="Skills", day=TUE), [C1_MON], 0),
        (never(client="C1", group="Skills", day=TUE), [C1_MON, C1_TUE], 1),
    ],
)
def test_client_and_group(lock, entries, expected):
    """All that are held while the client is there, and at least one; or none. C2 is there from Tuesday."""
    check(lock, entries, expected)


INDIVIDUALS = a_client(individual_sessions=2)
ON_MON, ON_TUE = an_individual(MON, NOON), an_individual(TUE, NOON)


@pytest.mark.parametrize(
    ("lock", "entries", "expected"),
    [
        (must(client="C1", day=MON), [ON_MON], 0),
        (must(client="C1", day=MON), [], 1),
        (must(client="C1", day=MON), [ON_MON, ON_TUE], 1),
        (must(client="C1", day=WED), [ON_MON, ON_TUE], 2),
        (must(client="C1", start=NOON), [ON_MON, ON_TUE], 0),
        (must(client="C1", clinician="Dana"), [ON_MON], 0),
        (must(client="C1", clinician="Eli"), [ON_MON], 1),
        (must(client="C1", room="Room 2"), [ON_MON], 1),
        (must(client="C1", day=MON, room="Room 1", start=NOON), [ON_MON], 0),
        (never(client="C1", day=MON), [ON_TUE], 0),
        (never(client="C1", day=MON), [ON_MON, ON_TUE], 1),
        (never(client="C1", day=MON, start=NINE), [ON_MON], 0),
        (never(client="C1", day=MON, start=NOON), [ON_MON], 1),
        (never(client="C1", start=NOON), [ON_MON, ON_TUE], 2),
        (never(client="C1", day=MON), [C1_MON], 0),
    ],
)
def test_individual_sessions_of_a_client(lock, entries, expected):
    """Without a group it is about individual sessions; all filled cells hold together."""
    check(lock, entries, expected, clients=INDIVIDUALS)


def test_appointments_of_a_client():
    """A Service names them; individual sessions are then free."""
    visits = Appointment("C1", "Psychiatry", 60, sessions=2, clinician="Dana")
    lock = must(client="C1", service="Psychiatry", day=TUE)
    check(lock, [ON_MON, an_appointment(TUE, 780)], 0, clients=INDIVIDUALS, appointments=visits)
    check(lock, [ON_TUE, an_appointment(MON, 780)], 1, clients=INDIVIDUALS, appointments=visits)
    check(lock, [ON_TUE], 1, clients=INDIVIDUALS, appointments=visits)


@pytest.mark.parametrize(
    ("lock", "entries", "expected"),
    [
        (must(group="Skills", day=MON), [C1_MON], 0),
        (must(group="Skills", day=MON), [C1_TUE], 1),
        (never(group="Skills", day=MON), [C1_TUE], 0),
        (never(group="Skills", day=MON), [C1_MON, C1_TUE], 1),
        (must(group="Skills", start=NINE), [], 0),
        (must(group="Skills", start=NINE), [C1_MON, a_session(TUE, TEN)], 1),
        (must(group="Skills", day=TUE, start=NINE), [a_session(MON, TEN), C1_TUE], 0),
        (must(group="Skills", day=TUE, start=NINE), [C1_MON], 1),
        (must(group="Skills", day=TUE, start=NINE), [a_session(TUE, TEN)], 1),
        (must(group="Skills", clinician="Dana"), [C1_MON, C1_TUE], 0),
        (must(group="Skills", clinician="Dana"), [C1_MON, a_session(TUE, by=["Eli"])], 1),
        (must(group="Skills", room="Room 2", clinician="Dana"), [C1_MON], 1),
        (never(group="Skills", clinician="Dana"), [a_session(MON, by=["Eli"])], 0),
        (never(group="Skills", clinician="Dana"), [C1_MON, C1_TUE], 2),
        (never(group="Skills", clinician="Dana", room="Room 2"), [C1_MON], 0),
        (never(group="Skills", day=TUE, clinician="Dana"), [C1_MON], 0),
    ],
)
def test_groups(lock, entries, expected):
    """must: its sessions (on that Day) are so, and with a Day one is held; never: none is so."""
    check(lock, entries, expected)


def test_the_sentence_names_the_row():
    """A coordinator finds the lock by its cells and its row in Excel."""
    week = week_of(locks=must(group="Skills", day=MON, start=TEN, row=7))
    (finding,) = verify(week, of(a_session(MON)))
    assert "must Skills, Mon, 10:00 (row 7)" in finding.message
    assert finding.subject.group == "Skills" and finding.subject.day == MON
