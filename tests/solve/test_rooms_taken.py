"""Rooms of meetings are counted minute by minute, with what turnaround, sessions and closures take of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain.modality import Modality
from scheduler.domain.week import Week
from scheduler.model.options import Offer, Options, options_of
from scheduler.solve.narrow import NOTHING
from scheduler.solve.rooms_taken import RoomsTaken
from tests.weeks.random_weeks import random_week


def _with_meeting_in_person(seed: int) -> tuple[Options, Offer]:
    options = options_of(replace(random_week(seed), closures=()))
    for offer in options.offers:
        if offer.in_person and len(options.pools_for_meetings[offer.clinician]) >= 1 and len(offer.starts) > 1:
            return options, offer
    pytest.skip("No meeting in person in this week.")


@pytest.mark.parametrize("seed", range(6))
def test_as_many_meetings_at_a_time_as_there_are_rooms(seed: int) -> None:
    options, offer = _with_meeting_in_person(seed)
    rooms = RoomsTaken(options, NOTHING)
    start = offer.starts[0]
    number = 0
    while rooms.free(offer, start) and number < 100:
        rooms.note(offer, start)
        number += 1
    pools = options.pools_for_meetings[offer.clinician]
    assert 1 <= number <= sum(pool.count for pool in pools)
    rooms.note(offer, start, -1)
    assert rooms.free(offer, start)


@pytest.mark.parametrize("seed", range(6))
def test_the_turnaround_lies_between_two_meetings_in_one_room(seed: int) -> None:
    options, offer = _with_meeting_in_person(seed)
    program = replace(options.week.program, room_turnaround=15)
    week: Week = replace(options.week, program=program)
    rooms = RoomsTaken(replace(options, week=week), NOTHING)
    start, minutes = offer.starts[0], offer.demand.minutes
    while rooms.free(offer, start):
        rooms.note(offer, start)
    assert not rooms.free(offer, start + minutes + 14)
    assert rooms.free(offer, start + minutes + 15)


@pytest.mark.parametrize("seed", range(6))
def test_a_virtual_meeting_needs_none(seed: int) -> None:
    options, offer = _with_meeting_in_person(seed)
    rooms = RoomsTaken(options, NOTHING)
    virtual = replace(offer, modality=Modality.VIRTUAL)
    while rooms.free(offer, offer.starts[0]):
        rooms.note(offer, offer.starts[0])
    assert rooms.free(virtual, offer.starts[0])
