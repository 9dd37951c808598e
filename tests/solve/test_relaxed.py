"""The relaxation of a program under tighter and tighter limits of one of its columns."""

from __future__ import annotations

import time

from scheduler.mip.rows import INFINITY, LinearRows, RelaxedQuestion
from scheduler.solve.asked import asked


def _question(limits: tuple[int, ...]) -> RelaxedQuestion:
    """Three choices, of which two must be made; column 3 is what the first two cost, and the third is dear."""
    rows = LinearRows([0, 0, 0, 0], [1, 1, 1, 60], [1, 1, 5, 0])
    rows.add([(0, 1), (1, 1), (2, 1)], 2, INFINITY)
    rows.add([(3, 1), (0, -30), (1, -20)], 0, INFINITY)
    return RelaxedQuestion(rows, time.time() + 20, columns=(0, 1, 2), limited=3, limits=limits)


def test_each_limit_that_can_be_kept_is_told_in_thousandths() -> None:
    answer = asked(_question((50, 35, 20)), lambda: False)
    assert answer == {"values": [[1000, 1000, 0], [500, 1000, 500], [0, 1000, 1000]]}


def test_at_a_limit_that_cannot_be_kept_it_ends() -> None:
    assert asked(_question((50, 10)), lambda: False) == {"values": [[1000, 1000, 0]]}
