"""H2."""

from __future__ import annotations

import pytest

from scheduler.domain.modality import Modality
from scheduler.domain.people import Commitment
from scheduler.domain.program import Track

from ..weeks import (
    EVENING,
    MON,
    NINE,
    NOON,
    TEN,
    TUE,
    WED,
    WEEKDAYS,
    a_client,
    a_group,
    a_session,
    an_individual,
    found,
    week_of,
    windows,
)

WORK = Commitment("C1", days=(MON,), start=TEN, end=NOON, kind="work")


def test_a_session_into_work_shares_thirty_minutes():
    """9:30-10:30 against work from 10:00."""
    assert found(week_of(commitments=WORK), a_session(MON, NINE + 30)) == [("H2", 30)]


def test_a_session_up_to_work_holds():
    """9:00-10:00 ends as work starts; Tuesday is free."""
    assert found(week_of(commitments=WORK), a_session(MON, NINE), a_session(TUE, TEN)) == []


@pytest.mark.parametrize(("start", "minutes"), [(NINE, 20), (NINE - 15, 5), (NINE - 30, 0)])
def test_travel_before_work_is_kept_free_in_person(start, minutes):
    """Twenty minutes of travel before 10:00."""
    early = Track("Morning", windows(WEEKDAYS, NINE - 60, NOON))
    week = week_of(commitments=Commitment("C1", (MON,), TEN, NOON, "work", travel=20), tracks=(early, EVENING))
    assert found(week, a_session(MON, start)) == ([("H2", minutes)] if minutes else [])


def test_travel_after_work_is_kept_free_in_person():
    """Work ends at 12:00, travel takes 45 minutes, the individual session starts at 12:15."""
    week = week_of(
        commitments=Commitment("C1", (MON,), TEN, NOON, "work", travel=45), clients=a_client(individual_sessions=1)
    )
    assert found(week, an_individual(MON, NOON + 15)) == [("H2", 30)]
    assert found(week, an_individual(MON, NOON + 45)) == []


@pytest.mark.parametrize(
    ("group", "client", "virtual_days", "minutes"),
    [
        (Modality.IN_PERSON, Modality.IN_PERSON, (), 20),
        (Modality.VIRTUAL, Modality.EITHER, (), 0),
        (Modality.HYBRID, Modality.IN_PERSON, (), 20),
        (Modality.HYBRID, Modality.EITHER, (), 20),
        (Modality.HYBRID, Modality.VIRTUAL, (), 0),
        (Modality.HYBRID, Modality.IN_PERSON, (MON,), 0),
    ],
)
def test_travel_concerns_who_comes_in(group, client, virtual_days, minutes):
    """In a hybrid group all come in but those who are virtual that day."""
    week = week_of(
        groups=a_group(modality=group),
        clients=a_client(modality=client, virtual_days=virtual_days),
        commitments=Commitment("C1", (MON,), TEN, NOON, travel=20),
    )
    room = None if group is Modality.VIRTUAL else "Room 1"
    assert found(week, a_session(MON, NINE, room=room)) == ([("H2", minutes)] if minutes else [])


def test_a_commitment_that_is_not_firm_binds_nothing():
    """It costs in goal 5 instead."""
    assert found(week_of(commitments=Commitment("C1", (MON,), NINE, NOON, firm=False)), a_session()) == []


def test_a_commitment_until_midnight():
    """The default times are the whole day."""
    assert found(week_of(commitments=Commitment("C1", (MON,))), a_session()) == [("H2", 60)]


def test_days_outside_starts_and_ends():
    """Admitted on Tuesday, discharged on Tuesday."""
    week = week_of(clients=a_client(first_day=TUE, last_day=TUE))
    assert found(week, a_session(MON), a_session(TUE), a_session(WED)) == [("H2", 60), ("H2", 60)]
    assert found(week, a_session(TUE)) == []
