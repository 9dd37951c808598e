"""What was edited by hand is told from what the file still says of itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scheduler.domain.schedule import Schedule
from scheduler.repair import Edits, edits_between, edits_in, repair
from scheduler.report import write_schedule
from scheduler.verify import evaluate, verify
from scheduler.workbook.editing.traces import traces_of
from tests.repair.site import (
    CLIENTS,
    ELEVEN,
    FRI,
    MON,
    TUE,
    WED,
    client,
    in_group,
    meeting,
    present,
    request,
    site,
    solved,
)
from tests.weeks.random_weeks import random_week


@pytest.mark.parametrize("seed", range(6))
def test_file_that_nobody_touched_has_no_edits(seed: int, tmp_path: Path) -> None:
    """Every session, seat and one-on-one of a written file is known to its other sheets."""
    week = random_week(seed)
    schedule = solved(week)
    path = write_schedule(tmp_path / "schedule.xlsx", week, schedule, evaluate(week, schedule), ())
    assert edits_in(traces_of(path), schedule) == Edits()


def test_each_kind_of_edit_is_found(tmp_path: Path) -> None:
    """A seat given up, a seat taken, a session in another room, and an hour at another time."""
    week = site(clients=(client("C1", individual_sessions=1), *(client(name) for name in CLIENTS[1:])))
    first = Schedule(
        tuple(
            replace(s, clients=CLIENTS[:3]) if (s.group, s.day) == ("Skills", FRI) else s for s in present().sessions
        ),
        (meeting("C1", TUE, ELEVEN, "Ann"),),
    )
    path = write_schedule(tmp_path / "schedule.xlsx", week, first, evaluate(week, first), ())
    moved = meeting("C1", TUE, ELEVEN + 60, "Ann")
    edited = {
        ("Process", MON): {"room": "Oak"},
        ("Process", WED): {"clients": CLIENTS[1:]},
        ("Skills", FRI): {"clients": CLIENTS},
    }
    sessions = tuple(replace(s, **edited.get((s.group, s.day), {})) for s in first.sessions)
    found = edits_in(traces_of(path), Schedule(sessions, (moved,)))
    assert found == Edits(
        (sessions[0],), (moved,), frozenset({("C4", "Skills", FRI)}), frozenset({("C1", "Process", WED)})
    )
    assert edits_between(first, Schedule(sessions, (moved,))) == found


def test_edit_goes_before_people() -> None:
    """C1's hour was moved onto Process: two sessions of C1 give way rather than the hour."""
    clients = (client("C1", individual_sessions=1), *(client(name) for name in CLIENTS[1:]))
    week = site(clients=clients)
    hour = meeting("C1", WED, 540, "Bob")
    edited = Schedule(present().sessions, (hour,))
    kept = repair(week, edited, request(edits=Edits(meetings=(hour,)))).outcome.schedule
    assert kept is not None and verify(week, kept) == ()
    assert kept.one_on_ones[0].start == 540
    assert "C1" not in in_group(kept, "Process", WED).clients


def test_edit_that_no_schedule_can_keep_is_counted() -> None:
    """Nobody is there at night."""
    clients = (client("C1", individual_sessions=1), *(client(name) for name in CLIENTS[1:]))
    night = meeting("C1", WED, 1200, "Bob")
    repaired = repair(site(clients=clients), Schedule(present().sessions, (night,)), request(edits=Edits((), (night,))))
    assert (repaired.edits_lost.value, repaired.edits_lost.proven) == (1, True)


def test_client_who_was_taken_out_is_not_put_back() -> None:
    """A seat given up by hand stays empty, whatever the care plan says."""
    edited = Schedule(
        tuple(
            replace(s, clients=CLIENTS[1:]) if (s.group, s.day) == ("Process", WED) else s for s in present().sessions
        )
    )
    left = Edits(left=frozenset({("C1", "Process", WED)}))
    kept = repair(site(), edited, request(edits=left)).outcome.schedule
    assert kept == edited
