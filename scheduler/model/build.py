"""Puts the model together: variables, every hard rule, and a goal when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.people import Client
from scheduler.model.draft import Draft, SlotKey
from scheduler.model.goals import GOAL_VALUES, OF_CLIENT
from scheduler.model.options import Options
from scheduler.model.rules import RULES
from scheduler.model.variables import create


def build(
    options: Options,
    coarse: bool = False,
    rules: tuple[Callable[[Draft], None], ...] = RULES,
    apart: bool = False,
    held_anyway: frozenset[SlotKey] = frozenset(),
) -> Draft:
    """A draft that any right schedule satisfies, and nothing else unless coarse; goals are posted by `goal_value`.

    rules: with fewer of them, the draft of a question that leaves the others aside. apart, held_anyway: see `Draft`.
    """
    draft = Draft(options, coarse, apart, held_anyway)
    create(draft)
    for post in rules:
        post(draft)
    return draft


def goal_value(draft: Draft, number: int) -> LinearExprT:
    """The value of a goal as an expression, posted once."""
    if number not in draft.goals:
        draft.goals[number] = GOAL_VALUES[number](draft)
    return draft.goals[number]


def goal_of_client(draft: Draft, number: int, client: Client) -> LinearExprT:
    """What a goal of `OF_CLIENT` comes to for one client, posted once."""
    return draft.of_client(OF_CLIENT[number], client)
