"""H16."""

from __future__ import annotations

import pytest

from ..weeks import (
    ELEVEN,
    FIVE,
    MON,
    NINE,
    NOON,
    TEN,
    TUE,
    a_client,
    a_group,
    a_program,
    a_session,
    an_individual,
    found,
    week_of,
)

CLIENT = a_client(individual_sessions=1)
GROUPS = (a_group(), a_group("Meeting", counted_minutes=0))


@pytest.mark.parametrize(
    ("setting", "held", "amount"),
    [
        ("individual_on_treatment_days", [a_session(MON), an_individual(MON)], 0),
        ("individual_on_treatment_days", [a_session(MON), an_individual(TUE)], 1),
        ("individual_on_treatment_days", [a_session(MON, group="Meeting"), an_individual(MON)], 1),
        ("individual_after_groups", [a_session(MON, TEN), an_individual(MON, ELEVEN)], 0),
        ("individual_after_groups", [a_session(MON, TEN), an_individual(MON, NINE)], 120),
        ("individual_after_groups", [a_session(MON, TEN), an_individual(TUE, NINE)], 0),
        ("individual_after_groups", [a_session(MON, TEN, group="Meeting"), an_individual(MON, NINE)], 0),
        (
            "individual_after_groups",
            [a_session(MON), a_session(MON, TEN + 30, group="Meeting"), an_individual(MON, ELEVEN + 30)],
            0,
        ),
        (
            "individual_after_groups",
            [a_session(MON), a_session(MON, ELEVEN, group="Meeting"), an_individual(MON, TEN)],
            120,
        ),
        ("individual_within_tracks", [an_individual(MON, ELEVEN)], 0),
        ("individual_within_tracks", [an_individual(MON, ELEVEN + 15)], 1),
        ("individual_within_tracks", [a_session(MON), an_individual(TUE, FIVE)], 0),
        ("individual_within_tracks", [an_individual(5, TEN)], 1),
    ],
)
def test_each_setting(setting, held, amount):
    """Broken by a known amount, and just holding; without the setting everything holds."""
    week = week_of(program=a_program(**{setting: True}), clients=CLIENT, groups=GROUPS)
    assert found(week, *held) == ([("H16", amount)] if amount else [])
    assert found(week_of(clients=CLIENT, groups=GROUPS), *held) == []


def test_the_end_of_the_last_group_is_early_enough():
    """It starts at the minute when the group ends."""
    week = week_of(program=a_program(individual_after_groups=True), clients=CLIENT)
    assert found(week, a_session(MON, ELEVEN), an_individual(MON, NOON)) == []
