"""Rooms for activities whose times are known."""

from __future__ import annotations

import pytest

from scheduler.domain.calendar import Window
from scheduler.solve.handing_out import RoomsShort, Stay, hand_out


def test_the_first_room_that_is_free() -> None:
    """Two at once take two rooms, a third after them the first again."""
    stays = [
        Stay(0, 540, 600, "a", ("R1", "R2")),
        Stay(0, 570, 630, "b", ("R1", "R2")),
        Stay(0, 600, 660, "c", ("R1",)),
    ]
    assert hand_out(stays, {}, 0) == {"a": "R1", "b": "R2", "c": "R1"}


def test_a_choice_that_first_come_gets_wrong_is_searched_for() -> None:
    """The first takes the only room of the second unless one looks ahead."""
    stays = [Stay(0, 540, 600, "a", ("R1", "R2")), Stay(0, 550, 600, "b", ("R1",))]
    assert hand_out(stays, {}, 0) == {"a": "R2", "b": "R1"}


def test_closed_rooms_are_not_handed_out() -> None:
    """A room closed for part of the stay is none, but the turnaround after it may lie in a closure."""
    closed = {("R1", 0): (Window(590, 700),)}
    assert hand_out([Stay(0, 540, 600, "a", ("R1", "R2"))], closed, 0) == {"a": "R2"}
    assert hand_out([Stay(0, 530, 600, "a", ("R1", "R2"))], closed, 10) == {"a": "R1"}


def test_too_few_rooms_are_said() -> None:
    """Two at once cannot share one room."""
    with pytest.raises(RoomsShort):
        hand_out([Stay(0, 540, 600, "a", ("R1",)), Stay(0, 550, 600, "b", ("R1",))], {}, 0)
