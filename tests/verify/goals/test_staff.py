"""Goals 7, 8 and 9."""

from __future__ import annotations

import pytest

from scheduler.domain.calendar import NO_WINDOWS
from scheduler.domain.program import Closure
from scheduler.verify import evaluate

from ..weeks import (
    MON,
    NINE,
    NOON,
    TUE,
    a_client,
    a_clinician,
    a_group,
    a_session,
    an_individual,
    of,
    week_of,
    windows,
)

CLIENTS = tuple(a_client(f"C{n}") for n in range(1, 5))
NAMES = tuple(client.name for client in CLIENTS)


def goals(*entries, **parts):
    return evaluate(week_of(**({"clients": CLIENTS} | parts)), of(*entries)).goals


def test_clients_above_ideal():
    """Four and three where two are ideal, one where two are: 2 + 1."""
    sessions = [a_session(MON, clients=NAMES), a_session(TUE, clients=NAMES[:3]), a_session(2, clients=NAMES[:1])]
    assert goals(*sessions, groups=a_group(ideal_clients=2))[6] == 3


def test_facilitator_minutes():
    """Two lead for 90 minutes, one for 60, nobody for 60; individual sessions do not count."""
    groups = (a_group("A", minutes=90, facilitators=2), a_group("B"), a_group("C", facilitators=0))
    entries = [
        a_session(MON, group="A", minutes=90, by=["Dana", "Eli"]),
        a_session(TUE, group="B"),
        a_session(2, group="C", by=[]),
        an_individual(3),
    ]
    assert goals(*entries, groups=groups)[7] == 240


@pytest.mark.parametrize(("most", "percent"), [(240, 50), (120, 100), (360, 34), (361, 34), (12000, 1)])
def test_share_of_max_hours(most, percent):
    """Two hours of Max hours, in whole percent rounded up."""
    clinicians = (a_clinician(max_minutes=most), a_clinician("Eli", max_minutes=None))
    assert goals(a_session(MON), a_session(TUE), clinicians=clinicians)[8] == percent


def test_share_of_clinician_hours_before_closures():
    """Two of six hours are 34 percent, although Tuesday is closed to the clinician; Eli's share is smaller."""
    there = windows((MON, TUE), NINE, NOON)
    closure = Closure("Dana", None, (TUE,), 0, 1440)
    clinicians = (a_clinician(hours=there), a_clinician("Eli"))
    client = (a_client(individual_sessions=1),)
    held = [a_session(MON), an_individual(MON, NOON - 60)]
    assert goals(*held, clinicians=clinicians, closures=closure, clients=client)[8] == 34


def test_a_clinician_without_hours():
    """Unused: 0; used against the rules: a number, no crash."""
    clinicians = a_clinician(max_minutes=0, hours=NO_WINDOWS)
    assert goals(clinicians=clinicians)[8] == 0
    assert goals(a_session(), clinicians=clinicians)[8] > 100


def test_an_empty_schedule_costs_nothing_of_staff():
    """And no crowding."""
    assert goals()[6:] == (0, 0, 0)
