"""Goal 5."""

from __future__ import annotations

import pytest

from scheduler.domain.people import Commitment
from scheduler.domain.program import Track
from scheduler.verify import evaluate

from ..weeks import (
    EVENING,
    FIVE,
    MON,
    MORNING,
    NINE,
    NOON,
    SIX,
    TUE,
    WED,
    WEEKDAYS,
    a_client,
    a_group,
    a_program,
    a_session,
    an_appointment,
    an_individual,
    of,
    week_of,
    windows,
)

LATE = Track("Late", windows(WEEKDAYS, SIX, 21 * 60))
TRACKS = (MORNING, EVENING, LATE)
GROUP = a_group(tracks=("Morning", "Evening", "Late"))
THREE = ("Morning", "Evening", "Late")


def choice(*entries, **parts):
    return evaluate(week_of(**({"tracks": TRACKS, "groups": GROUP} | parts)), of(*entries)).goals[4]


@pytest.mark.parametrize(
    ("tracks", "entries", "expected"),
    [
        (THREE, [a_session(MON)], 0),
        (THREE, [a_session(MON, FIVE)], 60),
        (THREE, [a_session(MON, SIX), a_session(TUE, FIVE)], 60),
        (THREE, [a_session(MON, 19 * 60 + 15)], 120),
        (("Late", "Evening"), [a_session(MON, SIX), a_session(TUE, FIVE)], 60),
        (("Late", "Evening"), [a_session(MON, SIX)], 0),
        (("Evening", "Morning"), [a_session(MON)], 60),
        (THREE, [], 0),
    ],
)
def test_rank_of_the_track(tracks, entries, expected):
    """Of the tracks that hold all sessions the most wanted; without a group nothing."""
    assert choice(*entries, clients=a_client(tracks=tracks)) == expected


def test_with_mix_tracks_the_least_wanted_counts():
    """A morning, and an evening that is second or third choice: second; a late one: third."""
    program, client = a_program(mix_tracks=True), a_client(tracks=THREE)
    assert choice(a_session(MON), a_session(TUE, SIX), program=program, clients=client) == 60
    assert choice(a_session(MON), a_session(TUE, 19 * 60 + 15), program=program, clients=client) == 120


def test_the_account_names_that_track():
    """Also None for a client without a group."""
    week = week_of(tracks=TRACKS, groups=GROUP, clients=(a_client(tracks=THREE), a_client("C2")))
    accounts = evaluate(week, of(a_session(MON, SIX))).accounts
    assert [account.track for account in accounts] == ["Evening", None]


def test_overlap_with_what_is_not_firm():
    """It shares 30 minutes with one and 15 with another; travel, priority and the firm one are left out."""
    soft = (
        Commitment("C1", (MON, TUE), NINE + 30, NOON, firm=False, travel=60),
        Commitment("C1", (MON,), 0, NINE + 15, firm=False),
        Commitment("C1", (MON,), 0, NOON),
    )
    assert choice(a_session(MON), commitments=soft, clients=a_client(priority=5)) == 45


def test_overlap_of_individual_sessions_counts_without_a_group():
    """It is time that the client would rather keep free all the same."""
    soft = Commitment("C1", (MON,), NOON + 30, 780 + 60, firm=False)
    assert choice(an_individual(MON, NOON), commitments=soft, clients=a_client(individual_sessions=1)) == 30


def test_sessions_held_by_the_cover_clinician():
    """Two individual sessions; an appointment with the same clinician costs nothing."""
    client = a_client(individual_sessions=2, primary_clinician="Dana", cover_clinician="Eli")
    held = [an_individual(MON, NOON, by="Eli"), an_individual(TUE, NOON, by="Eli"), an_appointment(WED, by="Eli")]
    assert choice(*held, clients=client) == 120
    assert choice(an_individual(MON, NOON), clients=client) == 0
