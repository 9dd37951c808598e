"""Goal 3."""

from __future__ import annotations

import pytest

from scheduler.verify import evaluate

from ..weeks import (
    MON,
    NINE,
    NOON,
    TEN,
    THU,
    TUE,
    WED,
    a_client,
    a_group,
    a_session,
    an_appointment,
    an_individual,
    of,
    week_of,
)

BOTH = ("C1", "C2")


def changes(was, now, **parts):
    given = {"clients": (a_client(), a_client("C2")), "groups": (a_group(), a_group("CBT")), "previous": of(*was)}
    return evaluate(week_of(**(given | parts)), of(*now)).goals[2]


WAS = [a_session(MON, clients=BOTH), a_session(TUE, clients=BOTH), an_individual(MON, NOON)]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (WAS, 0),
        ([*WAS, a_session(WED), an_individual(WED, NOON)], 0),
        ([a_session(MON), a_session(TUE, clients=BOTH), WAS[2]], 1),
        ([a_session(MON, TEN, clients=BOTH), *WAS[1:]], 1),
        ([a_session(MON, by=["Eli"], clients=BOTH), *WAS[1:]], 1),
        ([a_session(MON, TEN, by=["Eli"], clients=BOTH), *WAS[1:]], 1),
        ([a_session(MON, room="Room 2", clients=BOTH), *WAS[1:]], 0),
        (WAS[1:], 3),
        ([a_session(THU, clients=BOTH), *WAS[1:]], 3),
        ([*WAS[:2], an_individual(MON, NOON, by="Eli")], 1),
        ([*WAS[:2], an_individual(MON, 780)], 1),
        ([*WAS[:2], an_individual(TUE, NOON)], 1),
        ([*WAS[:2], an_individual(MON, NOON, minutes=45, room="Room 2")], 0),
        ([*WAS[:2], an_appointment(MON, NOON)], 1),
        ([], 7),
    ],
)
def test_what_is_not_kept(now, expected):
    """Four attendances, two sessions, one individual session; what is new costs nothing."""
    assert changes(WAS, now) == expected


def test_only_clients_and_groups_active_this_week():
    """C2 is on hold: two attendances fewer; the group rests: neither attendances nor sessions; unknown names too."""
    hold = (a_client(), a_client("C2", active=False))
    assert changes(WAS, [], clients=hold) == 5
    assert changes(WAS, [], groups=(a_group(active=False), a_group("CBT"))) == 1
    assert changes(WAS, [], clients=(a_client("C7"),), groups=a_group("CBT")) == 0


def test_facilitators_are_a_set():
    """Their order means nothing."""
    group = a_group(facilitators=2)
    was, now = a_session(by=["Dana", "Eli"]), a_session(by=["Eli", "Dana"])
    assert changes([was], [now], groups=group) == 0


def test_without_last_week():
    """Nothing to change from."""
    assert evaluate(week_of(), of(a_session(MON, NINE))).goals[2] == 0
