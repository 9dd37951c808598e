"""Who leads what before any client comes in."""

from __future__ import annotations

import threading
from dataclasses import replace

from benchmarks.instances import Instance
from scheduler.domain.locks import Lock
from scheduler.model.options import options_of
from scheduler.solve.call import Effort
from scheduler.solve.clock import Clock
from scheduler.solve.staffing import staffed


def test_a_session_that_a_client_is_locked_to_is_held_first() -> None:
    """Clinicians with an hour a day cannot hold all; a lock of a client brings in a session that was left out."""
    week = Instance(60, 1).week()
    week = replace(
        week,
        locks=(),
        groups=tuple(replace(group, must_run=False) for group in week.groups),
        clinicians=tuple(replace(c, max_minutes_per_day=60, max_minutes=240) for c in week.clinicians),
        clients=tuple(replace(client, individual_sessions=0) for client in week.clients),
        appointments=(),
    )
    clock, effort = Clock(30.0, threading.Event()), Effort(10.0, work=5.0, quick=True)
    unlocked = staffed(options_of(week), effort, clock)
    left_out = [a for a in options_of(week).admissions if a.slot.key not in unlocked.starts]
    assert left_out
    chosen = left_out[0]
    lock = Lock(True, client=chosen.client.name, group=chosen.slot.group.name, day=chosen.slot.day)
    assert chosen.slot.key in staffed(options_of(replace(week, locks=(lock,))), effort, clock).starts
