"""What is found out about a case before anything is tried: alone, beside the others, and against whom."""

from __future__ import annotations

from scheduler.explain.alone import alone_week, best_alone, plan_possible, sessions_possible
from scheduler.explain.budget import Budget
from scheduler.explain.case import Case
from scheduler.explain.ground import Ground, gains
from scheduler.explain.lifts import PERSONAL, SHARED, Kind
from scheduler.explain.question import search_for, seconds_to_put, time_to_ask, wish_of
from scheduler.explain.relaxed import Relaxed, Repair, Wish
from scheduler.explain.together import possible_together
from scheduler.explain.wide_options import Basis

SECONDS = 3.0


def look_alone(ground: Ground, case: Case, ways: int, budget: Budget) -> None:
    """What could be with everybody else gone; quick, and done for every case unless twice the time is over.

    ways: out of the client's own limits, to be told of.
    """
    week = ground.week
    if case.is_group:
        case.alone = sessions_possible(week, case.subject, case.needed)
        return
    if budget.left < -budget.seconds:
        return
    case.alone = plan_possible(week, case.subject)
    if case.alone is False and not budget.over:
        for shortfall in case.shortfalls:
            best = best_alone(week, shortfall)
            if best is not None:
                case.best[shortfall] = best
        _look_in_the_way(ground, case, ways, budget)


def _look_in_the_way(ground: Ground, case: Case, ways: int, budget: Budget) -> None:
    """The client's own cheapest ways out, alone, with the groups at the times that they have now."""
    if budget.left < seconds_to_put(ground.week):
        return
    target = frozenset({case.subject})
    basis = Basis(alone_week(ground.week, case.subject))
    for allowed in (PERSONAL, frozenset(Kind)):
        search = Relaxed(basis, ground.schedule, target, Wish(target), frozenset(), allowed)
        while len(case.ways) < ways:
            repair = search.cheapest(budget.effort(SECONDS), budget.stop)
            if repair is None or not repair.lifts:
                break
            case.ways.append(repair)
            search.exclude(lift for lift, _ in repair.lifts)
        if case.ways:
            return


def look_together(ground: Ground, case: Case, budget: Budget) -> None:
    """Whether the case could be met beside all that is met now."""
    if case.alone is False:
        case.together = False
    elif case.together is None and budget.left > 1:
        case.together = possible_together(ground.week, ground.schedule, wish_of(ground, [case]), budget)


def look_for_rivals(ground: Ground, case: Case, seconds: float, budget: Budget) -> None:
    """What the case competes for: the cheapest changes of what it shares with others."""
    if not time_to_ask(ground.week, budget):
        return
    repair = search_for(ground, [case], SHARED).cheapest(budget.effort(min(SECONDS, seconds)), budget.stop)
    if repair is not None:
        note(ground, case, repair)


def note(ground: Ground, case: Case, repair: Repair) -> None:
    """Keeps the way out that is found; one that changes nothing is a schedule that the search was too short for."""
    if repair.lifts:
        case.ways.append(repair)
        return
    after = ground.after(repair)
    if after is not None and gains(ground, after, [case]):
        case.together = True
