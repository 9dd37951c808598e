"""Days and times in words."""

from __future__ import annotations

from datetime import date

import pytest

from scheduler.report.spoken import long_day, short_day, span, time_of_day, week_of


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "12:00 am"), (540, "9:00 am"), (719, "11:59 am"), (720, "12:00 pm"), (785, "1:05 pm"), (1440, "midnight")],
)
def test_time_of_day(minutes: int, words: str) -> None:
    """Noon and midnight are where the twelve-hour clock goes wrong."""
    assert time_of_day(minutes) == words


def test_span_says_am_and_pm_once_where_it_can() -> None:
    """Both halves are named only when they differ."""
    assert span(540, 630) == "9:00 – 10:30 am"
    assert span(660, 750) == "11:00 am – 12:30 pm"
    assert span(1380, 1440) == "11:00 pm – midnight"


def test_weeks_across_months_and_years() -> None:
    """The month and the year are repeated only where they change."""
    assert week_of(date(2026, 11, 23)) == "November 23 – 29, 2026"
    assert week_of(date(2026, 11, 30)) == "November 30 – December 6, 2026"
    assert week_of(date(2026, 12, 28)) == "December 28, 2026 – January 3, 2027"
    assert long_day(date(2026, 12, 28), 6) == "Sunday, January 3"
    assert short_day(date(2026, 12, 28), 6) == "Sun Jan 3"
