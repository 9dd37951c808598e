"""Rows of Locks from a schedule: solving with all of them gives the schedule again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain.locks import Lock
from scheduler.domain.modality import Modality
from scheduler.domain.outcome import Settings
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.repair.locking import Chosen, locks_of
from scheduler.solve import solve
from scheduler.verify import verify
from tests.repair.site import CLIENTS, ELEVEN, FRI, MON, THU, TUE, WED, client, meeting, present, site, solved
from tests.weeks.random_weeks import random_week


def everything(week: Week) -> Chosen:
    return Chosen(frozenset(week.client_by_name), frozenset(week.group_by_name), frozenset(week.clinician_by_name))


def solved_again(week: Week, schedule: Schedule) -> Schedule | None:
    locked = replace(week, locks=week.locks + locks_of(week, schedule, everything(week)))
    assert [f for f in verify(locked, schedule) if f.rule == "H15"] == []
    return solve(locked, Settings(time_limit=8, workers=1)).schedule


@pytest.mark.parametrize("seed", range(8))
def test_solve_lock_all_solve_is_the_same_schedule(seed: int) -> None:
    """Whatever a random week asks for: the same sessions, seats, times, people and rooms."""
    week = random_week(seed)
    first = solved(week)
    assert solved_again(week, first) == first


def test_poor_schedule_stays_as_poor_when_locked() -> None:
    """Nothing can be added where it would help: one session less, one hour with two dates."""
    clients = (client("C1", individual_sessions=2), *(client(name) for name in CLIENTS[1:]))
    week = site(clients=clients)
    meetings = (meeting("C1", TUE, ELEVEN, "Ann"), meeting("C1", THU, ELEVEN, "Ann", "Elm"))
    poor = Schedule(tuple(s for s in present().sessions if (s.group, s.day) != ("Skills", FRI)), meetings)
    assert solved_again(week, poor) == poor


def test_virtual_hour_of_one_who_may_be_either_stays_virtual() -> None:
    """A blank room is kept blank by ruling out each room."""
    clients = (client("C1", individual_sessions=1, modality=Modality.EITHER), *(client(c) for c in CLIENTS[1:]))
    schedule = Schedule(present().sessions, (meeting("C1", TUE, ELEVEN, "Ann", None),))
    assert solved_again(site(clients=clients), schedule) == schedule


def test_rows_of_one_group() -> None:
    """Day, start, leader and room of each session; a group that may meet on its three days alone needs no never."""
    rows = locks_of(site(), present(), Chosen(groups=frozenset({"Process"})))
    assert rows == tuple(Lock(True, None, "Process", None, day, 540, "Ann", "Elm") for day in (MON, WED, FRI))


def test_rows_of_one_client() -> None:
    """Attendance day by day, and never the one session that is not attended."""
    sessions = [s if (s.group, s.day) != ("Skills", FRI) else replace(s, clients=("C1",)) for s in present().sessions]
    rows = locks_of(site(), Schedule(tuple(sessions)), Chosen(clients=frozenset({"C2"})))
    assert {(row.must, row.group, row.day) for row in rows} == {
        *((True, "Process", day) for day in (MON, WED, FRI)),
        *((True, "Skills", day) for day in (MON, WED)),
        (False, "Skills", FRI),
    }


def test_rows_of_one_clinician() -> None:
    """What Bob leads, with day, start and his name, and no word of rooms."""
    rows = locks_of(site(), present(), Chosen(clinicians=frozenset({"Bob"})))
    assert rows == tuple(Lock(True, None, "Skills", None, day, 600, "Bob") for day in (MON, WED, FRI))


def test_rows_that_are_there_are_not_added_again() -> None:
    """A second lock adds nothing."""
    chosen = everything(site())
    locked = site(locks=locks_of(site(), present(), chosen))
    assert locks_of(locked, present(), chosen) == ()
