"""Where each session stands in a week grid: its rows, and its lane beside sessions of the same time."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

from scheduler.domain.calendar import DAYS
from scheduler.domain.schedule import GroupSession

QUARTER = 15
_FINEST = 5


@dataclass(frozen=True, slots=True)
class Block:
    """A session in the grid: rows first to last (0 is the top), and its lane (0 is the left) within the day.

    quarter: how many rows a quarter hour has.
    """

    session: GroupSession
    lane: int
    first: int
    last: int
    quarter: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The week as a grid. begin, end: minutes from midnight; step: minutes of one row; lanes: how many each day has."""

    begin: int
    end: int
    step: int
    lanes: tuple[int, ...]
    blocks: tuple[Block, ...]

    @property
    def rows(self) -> int:
        return (self.end - self.begin) // self.step

    def idle_rows(self) -> frozenset[int]:
        """Rows in which nothing is held on any day."""
        busy = {row for block in self.blocks for row in range(block.first, block.last + 1)}
        return frozenset(range(self.rows)) - busy


def grid_of(sessions: tuple[GroupSession, ...]) -> Grid:
    """Quarter hours down (finer, to five minutes, where sessions need it), from the first start to the last end."""
    if not sessions:
        return Grid(9 * 60, 17 * 60, QUARTER, (0,) * 7, ())
    step = QUARTER
    for session in sessions:
        step = gcd(gcd(step, session.start), session.end)
    step = max(step, _FINEST)
    begin = min(session.start for session in sessions) // 60 * 60
    end = -(-max(session.end for session in sessions) // QUARTER) * QUARTER
    days = [_day_blocks([s for s in sessions if s.day == day], begin, step) for day in DAYS]
    lanes = tuple(max((block.lane + 1 for block in blocks), default=0) for blocks in days)
    return Grid(begin, end, step, lanes, tuple(block for blocks in days for block in blocks))


def _day_blocks(sessions: list[GroupSession], begin: int, step: int) -> list[Block]:
    """Each session in the first lane that is free, so that parallel sessions stand side by side."""
    blocks: list[Block] = []
    free_from: list[int] = []
    for session in sorted(sessions, key=lambda s: (s.start, s.end, s.group)):
        first = (session.start - begin) // step
        last = max(first, -(-(session.end - begin) // step) - 1)
        lane = next((n for n, row in enumerate(free_from) if row <= first), len(free_from))
        free_from[lane : lane + 1] = [last + 1]
        blocks.append(Block(session, lane, first, last, QUARTER // step))
    return blocks
