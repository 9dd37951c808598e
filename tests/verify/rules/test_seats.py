"""H5."""

from __future__ import annotations

import pytest

from scheduler.domain.modality import Modality

from ..weeks import MON, a_client, a_group, a_room, a_session, found, week_of

NAMES = tuple(f"C{n}" for n in range(1, 6))
FIVE_CLIENTS = tuple(a_client(name) for name in NAMES)


def test_max_clients():
    """Five of at most three; five of at most five."""
    assert found(week_of(clients=FIVE_CLIENTS, groups=a_group(max_clients=3)), a_session(clients=NAMES)) == [("H5", 2)]
    assert found(week_of(clients=FIVE_CLIENTS, groups=a_group(max_clients=5)), a_session(clients=NAMES)) == []


@pytest.mark.parametrize(("seats", "capacity", "missing"), [(1, 4, 1), (1, 5, 0), (3, 15, 0), (3, 13, 2)])
def test_seats_per_client(seats, capacity, missing):
    """Five families of three take fifteen seats."""
    week = week_of(clients=FIVE_CLIENTS, groups=a_group(seats_per_client=seats), rooms=a_room(capacity=capacity))
    assert found(week, a_session(clients=NAMES)) == ([("H5", missing)] if missing else [])


def test_a_hybrid_group_seats_who_comes_in():
    """Of five clients two are virtual, one only on that day; the one who is either takes a seat."""
    clients = (
        a_client("C1"),
        a_client("C2", modality=Modality.EITHER),
        a_client("C3", modality=Modality.VIRTUAL),
        a_client("C4", virtual_days=(MON,)),
        a_client("C5"),
    )
    group = a_group(modality=Modality.HYBRID, seats_per_client=2)
    assert found(week_of(clients=clients, groups=group, rooms=a_room(capacity=6)), a_session(clients=NAMES)) == []
    assert found(week_of(clients=clients, groups=group, rooms=a_room(capacity=5)), a_session(clients=NAMES)) == [
        ("H5", 1)
    ]


def test_a_virtual_group_fits_in_its_telehealth_room():
    """All of its clients count there."""
    clients = tuple(a_client(name, modality=Modality.VIRTUAL) for name in NAMES)
    week = week_of(
        clients=clients, groups=a_group(modality=Modality.VIRTUAL), rooms=a_room("Online", capacity=3, virtual=True)
    )
    assert found(week, a_session(clients=NAMES, room="Online")) == [("H5", 2)]
