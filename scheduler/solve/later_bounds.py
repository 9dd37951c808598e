"""Bounds of the later goals at the values reached, from the week in outline."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from math import ceil

from scheduler.model.options import Options
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.later_draft import later_draft
from scheduler.solve.mip_call import mip_call
from scheduler.solve.work import Work

AT_ONCE = 2
"""Goals asked about at the same time."""
SECONDS_OF_CHOICE, SECONDS_OF_TIME = 0.0003, 0.00003
"""What a question takes to be put together beside another, for each attendance and each meeting on a day, and for each
time at which a client could be in a session that has several: with no more time than that it would be over before it is
asked."""


def bounds_of_later_goals(work: Work, seconds: float) -> None:
    """Bounds of all later goals that are not proven, in so many seconds; what one does not need is left to the next."""
    until = work.clock.elapsed + seconds
    following = range(FIRST_TWO, len(work.goals))
    asked = [place for place in following if not work.bounds.proven(place, work.best.values)]

    def ask(number: int) -> None:
        turns = ceil((len(asked) - number) / AT_ONCE)
        bound_of_later_goal(work, asked[number], (until - work.clock.elapsed) / turns)

    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        list(pool.map(ask, range(len(asked))))


def bound_of_later_goal(work: Work, position: int, seconds: float) -> None:
    """A bound of the goal at the position under the present values of those before it; nothing without the
    seconds."""
    until = work.clock.elapsed + min(seconds, work.clock.left)
    held = work.best.values[:position]
    if work.clock.over or seconds <= seconds_to_put(work.options):
        return
    later = later_draft(work, position)
    if later is not None:
        draft, expression = later
        draft.cp.minimize(expression)
        answer = mip_call(draft.cp, until - work.clock.elapsed, work.clock.stop.is_set)
        work.bounds.add(position, answer.bound, held)


def seconds_to_put(options: Options) -> float:
    """What it takes to put a question about a later goal together, beside another."""
    return SECONDS_OF_CHOICE * options.size_in_outline + SECONDS_OF_TIME * options.times_to_choose
