"""A client's week at the desk: what the client has with one clinician keeps the clinician's rules by itself, too."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from scheduler.domain.people import Appointment
from scheduler.model.options import options_of
from scheduler.solve.call import Effort, call
from scheduler.solve.desk import Desk, week_in
from scheduler.solve.narrow import NOTHING
from tests.verify.weeks import MON, NINE, NOON, a_clinician, a_program, week_of, windows

BREAK = 10


def _meetings(**clinician: Any) -> list[tuple[int, int]]:
    """(start, end) of all that a client can have of three services of an hour each with Dana on a Monday morning."""
    morning = windows((MON,), NINE, NOON)
    services = ("Psychiatry", "Nutrition", "Case management")
    week = week_of(
        program=a_program(clinician_break=BREAK, time_step=5),
        clinicians=a_clinician(hours=morning, hours_in_person=morning, hours_virtual=morning, **clinician),
        appointments=tuple(Appointment("C1", service, 60, clinician="Dana") for service in services),
    )
    options = options_of(week)
    draft = Desk(options, NOTHING).draft(options.clients[0])
    draft.cp.maximize(sum(draft.given.values()))
    answer = call(draft.cp, Effort(10.0))
    assert answer.values is not None
    assert answer.proven
    found = week_in(draft, answer.values)
    return sorted((start, start + offer.demand.minutes) for offer, start in found.meetings)


def test_the_break_lies_between_two_meetings_of_one_client() -> None:
    """In three hours two meetings of an hour fit with the break between them; without it, all three would."""
    meetings = _meetings()
    assert len(meetings) == 2
    assert all(after[0] - before[1] >= BREAK for before, after in itertools.pairwise(meetings))


@pytest.mark.parametrize("limit", ["max_minutes", "max_minutes_per_day"])
def test_together_they_fit_into_the_hours_that_are_left(limit: str) -> None:
    """Of ninety minutes each meeting would fit by itself, two do not."""
    assert len(_meetings(**{limit: 90})) == 1
