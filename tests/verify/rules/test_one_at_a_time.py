"""H1."""

from __future__ import annotations

from ..weeks import ELEVEN, MON, NINE, NOON, TEN, TUE, a_client, a_group, a_session, an_individual, found, week_of


def test_overlapping_sessions_share_thirty_minutes():
    """Two groups of which the second starts half an hour early."""
    week = week_of(groups=(a_group(), a_group("CBT")))
    first, second = a_session(), a_session(MON, NINE + 30, group="CBT", by=["Eli"], room="Room 2")
    assert found(week, first, second) == [("H1", 30)]


def test_one_after_the_other_holds():
    """The end of one is the start of the next; other days do not matter."""
    week = week_of(groups=(a_group(), a_group("CBT")))
    assert found(week, a_session(), a_session(MON, TEN, group="CBT"), a_session(TUE, NINE, group="CBT")) == []


def test_an_individual_session_inside_a_long_group():
    """The short one lies wholly inside: its 45 minutes are shared, also when another activity lies between."""
    week = week_of(groups=a_group(minutes=180), clients=a_client(individual_sessions=1, individual_minutes=45))
    inside = an_individual(MON, ELEVEN, minutes=45, by="Eli", room="Room 2")
    assert found(week, a_session(minutes=180), inside) == [("H1", 45)]


def test_a_client_listed_twice_in_one_session():
    """A hand-edited roster may name a client twice; the client takes one seat and is one finding."""
    assert found(week_of(groups=a_group(max_clients=1)), a_session(clients=["C1", "C1"])) == [("H1", 1)]


def test_three_at_once_are_three_pairs():
    """Each pair is named, however the starts lie."""
    week = week_of(groups=(a_group(minutes=180), a_group("CBT"), a_group("DBT")))
    sessions = (
        a_session(minutes=180),
        a_session(MON, NINE, group="CBT", by=["Eli"], room="Room 2"),
        a_session(MON, NOON - 60, group="DBT", by=["Eli"], room="Room 2"),
    )
    assert found(week, *sessions) == [("H1", 60), ("H1", 60)]
