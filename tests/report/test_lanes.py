"""The week grid: quarter hours down, parallel sessions side by side."""

from __future__ import annotations

from scheduler.domain.schedule import GroupSession
from scheduler.report.lanes import grid_of


def session(group: str, day: int, start: int, end: int) -> GroupSession:
    return GroupSession(day, start, end, group, (), None, ())


def test_parallel_sessions_take_lanes_and_later_ones_the_first_free() -> None:
    """Three at nine, one at eleven: three lanes, the last one back in the left."""
    grid = grid_of((*(session(g, 0, 540, 630) for g in "ABC"), session("D", 0, 660, 720), session("E", 2, 540, 600)))
    assert grid.lanes == (3, 0, 1, 0, 0, 0, 0)
    assert [(b.session.group, b.lane, b.first, b.last) for b in grid.blocks] == [
        ("A", 0, 0, 5), ("B", 1, 0, 5), ("C", 2, 0, 5), ("D", 0, 8, 11), ("E", 0, 0, 3)
    ]  # fmt: skip
    assert (grid.begin, grid.end, grid.step, grid.rows) == (540, 720, 15, 12)
    assert grid.idle_rows() == {6, 7}


def test_fifty_minute_sessions_one_after_the_other_share_a_lane() -> None:
    """Rows of ten or five minutes, so that 9:00-9:50 and 9:50-10:40 do not overlap."""
    grid = grid_of((session("A", 0, 540, 590), session("B", 0, 590, 640)))
    assert (grid.step, grid.lanes[0]) == (5, 1)
    assert [(b.first, b.last) for b in grid.blocks] == [(0, 9), (10, 19)]


def test_odd_minutes_never_overlap() -> None:
    """Where even five minutes are too coarse a session gets a lane of its own."""
    grid = grid_of((session("A", 0, 541, 592), session("B", 0, 592, 640)))
    rows = [set(range(b.first, b.last + 1)) for b in grid.blocks if b.lane == 0]
    assert sum(map(len, rows)) == len(set().union(*rows))


def test_no_session_is_a_grid_too() -> None:
    """An empty week has a day of rows and no lane."""
    assert grid_of(()).lanes == (0,) * 7
