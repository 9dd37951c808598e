"""A widened week is asked about only where putting the question together leaves time for an answer."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.instances import Instance
from scheduler.explain.budget import Budget
from scheduler.explain.question import time_to_ask


def test_with_hundreds_of_clinicians_and_groups_half_a_minute_is_not_enough() -> None:
    week = Instance(25, 1).week()
    assert time_to_ask(week, Budget(30.0))
    assert not time_to_ask(week, Budget(0.5))
    many = replace(week, groups=week.groups * 40, clinicians=week.clinicians * 100, rooms=week.rooms * 100)
    assert not time_to_ask(many, Budget(30.0))
    assert time_to_ask(many, Budget(600.0))
