"""The question that is asked of a ground: these cases met too, and nothing lost."""

from __future__ import annotations

from scheduler.domain.calendar import DAYS
from scheduler.domain.week import Week
from scheduler.explain.budget import Budget
from scheduler.explain.case import Case
from scheduler.explain.ground import Ground, gains
from scheduler.explain.lifts import Kind
from scheduler.explain.relaxed import Relaxed, Repair, Wish

LEAST_SECONDS, SECONDS_OF_CHOICE = 1.0, 0.00002
"""What a question takes at the least, and to be put together for each clinician and room that a session could have on
any day: with hundreds of each, more than there is."""


def seconds_to_put(week: Week) -> float:
    """About how long it takes to put a question about a widened week together."""
    return SECONDS_OF_CHOICE * len(week.active_groups) * len(DAYS) * (len(week.clinicians) + len(week.rooms))


def time_to_ask(week: Week, budget: Budget) -> bool:
    """Whether there is time left to ask of a widened week."""
    return budget.left > max(LEAST_SECONDS, seconds_to_put(week))


def wish_of(ground: Ground, cases: list[Case]) -> Wish:
    """All that is met and held on the ground, and the cases."""
    must_run = [group.name for group in ground.week.active_groups if group.must_run]
    held = {name: sum(s.group == name for s in ground.schedule.sessions) for name in must_run}
    held |= {case.subject: case.needed for case in cases if case.is_group}
    clients = {case.subject for case in cases if not case.is_group}
    return Wish(ground.met | clients, tuple(sorted(held.items())))


def search_for(ground: Ground, cases: list[Case], allowed: frozenset[Kind] = frozenset(Kind)) -> Relaxed:
    """The widened model of the ground in which everybody but the cases keeps what they have."""
    targets = frozenset(case.subject for case in cases if not case.is_group)
    fixed = frozenset(client.name for client in ground.week.active_clients) - targets
    return Relaxed(ground.basis, ground.schedule, targets, wish_of(ground, cases), fixed, allowed)


def mended(
    ground: Ground,
    cases: list[Case],
    allowed: frozenset[Kind],
    seconds: float,
    budget: Budget,
    spare: int | None = None,
) -> tuple[Repair, Ground] | None:
    """The cheapest changes found with which the cases are met too and nothing is lost, and the ground after them.

    spare: room beyond what the changes need; with any, all will move anyway, and are not asked to stay.
    """
    if not time_to_ask(ground.week, budget):
        return None
    search = search_for(ground, cases, allowed)
    repair = search.cheapest(budget.effort(seconds), budget.stop, gentle=spare is None)
    after = ground.after(repair, spare or 0) if repair is not None else None
    if repair is None or after is None or not gains(ground, after, cases):
        return None
    return repair, after
