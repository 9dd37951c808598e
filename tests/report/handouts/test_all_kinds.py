"""All kinds of hand-outs in all formats."""

from __future__ import annotations

from datetime import UTC, datetime

from scheduler.report.handouts.files import handout_files
from tests.report.crowd import crowd


def test_forty_clients_have_every_file() -> None:
    week, schedule, evaluation = crowd(40)
    files = handout_files(week, schedule, evaluation, datetime(2026, 10, 30, tzinfo=UTC))
    each = 40 + 12 + 12 + 7  # clients, clinicians, rooms; three books of them all, four kinds for the site
    assert len(files) == 3 * each + 40 + 12 + 1
    assert all(files.values())
