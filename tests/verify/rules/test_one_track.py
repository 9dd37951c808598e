"""H4."""

from __future__ import annotations

from scheduler.domain.program import Track

from ..weeks import (
    EVENING,
    FIVE,
    MON,
    MORNING,
    NINE,
    NOON,
    SIX,
    TEN,
    TUE,
    WED,
    WEEKDAYS,
    a_client,
    a_group,
    a_program,
    a_session,
    found,
    week_of,
    windows,
)


def test_one_evening_among_mornings():
    """Two mornings and an evening: one session lies outside the track of the others."""
    assert found(week_of(), a_session(MON), a_session(TUE), a_session(WED, FIVE)) == [("H4", 1)]


def test_one_track_for_all_holds():
    """The second choice is a track as well."""
    assert found(week_of(), a_session(MON, FIVE), a_session(TUE, SIX)) == []


def test_with_mix_tracks_any_track_will_do():
    """Each session in some track of the client."""
    week = week_of(program=a_program(mix_tracks=True))
    assert found(week, a_session(MON), a_session(WED, FIVE)) == []


def test_the_common_track_is_served_by_every_group():
    """Day holds both sessions, but Skills serves Morning and Day only, CBT Morning and Noon only."""
    day = Track("Day", windows(WEEKDAYS, NINE, FIVE))
    groups = (a_group(tracks=("Morning", "Day")), a_group("CBT", tracks=("Morning", "Noon")))
    noon = Track("Noon", windows(WEEKDAYS, TEN, FIVE))
    week = week_of(groups=groups, tracks=(MORNING, EVENING, day, noon), clients=a_client(tracks=("Day", "Noon")))
    assert found(week, a_session(MON, TEN), a_session(TUE, TEN, group="CBT")) == [("H4", 1)]
    both = week_of(groups=groups, tracks=(MORNING, day, noon), clients=a_client(tracks=("Day", "Noon", "Morning")))
    assert found(both, a_session(MON, TEN), a_session(TUE, TEN, group="CBT")) == []


def test_two_windows_of_one_track_are_one_track():
    """A track that meets 9-10 and 11-12 holds a session in each, none across the pause."""
    split = Track(
        "Morning", tuple(a + b for a, b in zip(windows((MON,), NINE, TEN), windows((MON,), 660, NOON), strict=True))
    )
    week = week_of(tracks=(split, EVENING), groups=(a_group(), a_group("CBT")))
    assert found(week, a_session(MON), a_session(MON, 660, group="CBT")) == []
    assert ("H9", 1) in found(week, a_session(MON, NINE + 30))
