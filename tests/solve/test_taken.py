"""Which offer each meeting of a schedule is."""

from __future__ import annotations

from collections import Counter

import pytest

from scheduler.domain.outcome import Settings
from scheduler.model.options import options_of
from scheduler.solve import solve
from scheduler.solve.taken import offers_taken
from tests.weeks.random_weeks import random_week


@pytest.mark.parametrize("seed", [0, 5])
def test_every_meeting_is_an_offer_once(seed: int) -> None:
    """All meetings are found, none twice, and no row of a client is taken oftener than it asks."""
    week = random_week(seed)
    outcome = solve(week, Settings(time_limit=1.0))
    assert outcome.schedule is not None
    options = options_of(week)
    taken = offers_taken(options, outcome.schedule)
    assert sorted(map(repr, taken.values())) == sorted(map(repr, outcome.schedule.one_on_ones))
    asked = {demand.key: demand.sessions for demand in options.demands}
    times = Counter(key[:2] for key in taken)
    assert all(count <= asked[demand] for demand, count in times.items())
