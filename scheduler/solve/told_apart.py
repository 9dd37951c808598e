"""Which drafts tell every start of a session apart: of waiting the relaxation of intervals knows hardly anything."""

from __future__ import annotations

from scheduler.domain.rules import Goal
from scheduler.model.options import Options

WAITING = 6
"""The goal that an outline knows only from below: it has no times of meetings."""
APART_TIMES = 30_000
"""Times at which clients could be in sessions, all together, up to which these are told apart."""


def few_times(options: Options) -> bool:
    """Whether there are few enough to be told apart."""
    return options.times_to_choose <= APART_TIMES


def waiting_counts(options: Options, goals: tuple[Goal, ...], position: int) -> bool:
    """Whether they are to be while the goal at the position is worked on: waiting, or one for which it is held."""
    return few_times(options) and any(goal.number == WAITING for goal in goals[: position + 1])
