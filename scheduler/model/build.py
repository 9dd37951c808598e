"""Puts the model together: variables, every hard rule, and a goal when it is asked for."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.model.draft import Draft
from scheduler.model.goals import GOAL_VALUES
from scheduler.model.options import Options
from scheduler.model.rules import OF_ONE_CLIENT, RULES
from scheduler.model.variables import create


def build(options: Options, coarse: bool = False) -> Draft:
    """A draft that any right schedule satisfies, and nothing else unless coarse; goals are posted by `goal_value`."""
    draft = Draft(options, coarse)
    create(draft)
    for post in RULES:
        post(draft)
    return draft


def build_alone(options: Options, coarse: bool = False) -> Draft:
    """A draft of what one client's own week has to keep, whatever becomes of seats, clinicians and rooms."""
    draft = Draft(options, coarse)
    create(draft)
    for post in OF_ONE_CLIENT:
        post(draft)
    return draft


def goal_value(draft: Draft, number: int) -> LinearExprT:
    """The value of a goal as an expression, posted once."""
    if number not in draft.goals:
        draft.goals[number] = GOAL_VALUES[number](draft)
    return draft.goals[number]
