"""The sheet Goals: the order in which goals 3-9 are pursued."""

from __future__ import annotations

import re

from scheduler.domain.rules import GOALS as ALL_GOALS
from scheduler.workbook.cells.names import Names, name_of
from scheduler.workbook.cells.numbers import whole
from scheduler.workbook.sheets import GOALS, key
from scheduler.workbook.source import Source
from scheduler.workbook.values import BadValue, Value

FIRST_MOVABLE = 3


def read_goal_ranks(source: Source) -> tuple[tuple[int, int], ...]:
    """(goal number, rank) of the goals that have a rank, in the order of the sheet."""
    ranks: dict[int, int] = {}
    for record in source.records(GOALS):
        number = record.read("Goal", goal_of, 0)
        rank = record.read("Rank", whole(), None)
        if not number or rank is None:
            continue
        if number < FIRST_MOVABLE:
            record.warn("Rank", f"goals 1 and 2 always come first; the rank of goal {number} is ignored")
        elif number in ranks:
            record.error("Goal", f"goal {number} has a rank already, in a row above")
        else:
            ranks[number] = rank
    return tuple(ranks.items())


def goal_of(value: Value) -> int:
    """The goal that a cell names: `6`, `Waiting`, `6 Waiting` or `Goal 6`."""
    text = name_of(value)
    for goal in ALL_GOALS:
        if key(text) in (str(goal.number), key(goal.title), key(f"{goal.number}{goal.title}"), f"goal{goal.number}"):
            return goal.number
    numbered = re.match(r"(\d+)[.:)]?\s+(.*)", text)
    if numbered and goal_of(numbered[2]) == int(numbered[1]):
        return int(numbered[1])
    titles = Names("goal", "the contract")
    for goal in ALL_GOALS:
        titles.add(goal.title)
    raise BadValue(f"expected a goal by its number 1-9 or name{titles.did_you_mean(text)}")
