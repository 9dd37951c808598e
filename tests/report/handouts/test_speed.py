"""Hand-outs are written while one waits."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from scheduler.report.handouts.files import handout_files
from tests.report.crowd import crowd


def test_forty_clients_take_a_third_of_what_120_may() -> None:
    """All kinds and formats of 40 clients in less than 6.7 s of processor time (120 in 20 s), every file there."""
    week, schedule, evaluation = crowd(40)
    before = time.process_time()
    files = handout_files(week, schedule, evaluation, datetime(2026, 10, 30, tzinfo=UTC))
    assert time.process_time() - before < 20 / 3
    each = 40 + 12 + 12 + 7  # clients, clinicians, rooms; three books of them all, four kinds for the site
    assert len(files) == 3 * each + 40 + 12 + 1
    assert all(files.values())
