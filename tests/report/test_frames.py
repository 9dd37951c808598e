"""Frames for notebooks have exactly the contract's columns."""

from __future__ import annotations

from datetime import time

from scheduler.report import frames
from tests.report.sample import EVALUATION, SCHEDULE, WEEK
from tests.report.test_schedule_workbook import CONTRACT


def test_columns_are_those_of_the_contract() -> None:
    """No more and no fewer, in its order."""
    assert ", ".join(frames.sessions(WEEK, SCHEDULE).columns) == CONTRACT["Sessions"]
    assert ", ".join(frames.assignments(WEEK, SCHEDULE).columns) == CONTRACT["Assignments"]
    assert ", ".join(frames.clients(WEEK, SCHEDULE, EVALUATION).columns) == CONTRACT["Clients"]


def test_values_are_times_hours_and_counts() -> None:
    """Times of day, decimal hours, whole minutes."""
    sessions, clients = frames.sessions(WEEK, SCHEDULE), frames.clients(WEEK, SCHEDULE, EVALUATION)
    assert sessions.loc[0, "Start"] == time(9) and sessions["Clients"].sum() == sum(
        len(s.clients) for s in SCHEDULE.sessions
    )
    assert list(clients.loc[:1, "Hours"]) == [9.5, 9.5]
    counted = frames.assignments(WEEK, SCHEDULE).groupby("Client")["Counted minutes"].sum()
    assert {a.client: a.counted_minutes for a in EVALUATION.accounts} == dict(counted)
