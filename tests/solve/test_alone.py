"""What clients could have alone bounds what they can have together."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from benchmarks.instances import Instance
from scheduler.domain.care_plan import care_plan
from scheduler.domain.outcome import Outcome, Settings
from scheduler.domain.people import Appointment
from scheduler.domain.rules import goals_in_order
from scheduler.domain.week import Week
from scheduler.model.build import build, goal_of_client, goal_value
from scheduler.model.care import care_of
from scheduler.model.options import options_of
from scheduler.solve import solve
from scheduler.solve.alone import Alone
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort, call
from scheduler.solve.clock import Clock
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.search import Search
from scheduler.solve.told_apart import WAITING
from scheduler.solve.values import value_of
from tests.verify.weeks import MON, NINE, NOON, TUE, a_client, a_clinician, a_phase, week_of, windows
from tests.weeks.random_weeks import random_week

BELOW_TARGET = 4


def _alone(week: Week, outcome: Outcome) -> Alone:
    """What is known of everybody under the outcome's values."""
    goals = goals_in_order(week.goal_ranks)
    bounds = Bounds(goals)
    alone = Alone(options_of(week), Clock(60.0, threading.Event()))
    alone.first_two(alone.everybody, bounds, 10.0)
    alone.later(goals, tuple(goal.value for goal in outcome.goals), bounds, 60.0, len(goals) - 1)
    return alone


@pytest.mark.parametrize("seed", [3, 26])
def test_no_schedule_is_better_than_everybody_alone(seed: int) -> None:
    """The sums are never above what the proven best schedule of the week has."""
    week = random_week(seed)
    outcome = solve(week, Settings(time_limit=2.0))
    best = {goal.number: goal for goal in outcome.goals}
    sums = {number: sum(least.values()) for number, least in _alone(week, outcome).least.items()}
    assert all(number in sums for number in (1, 2))
    for goal in outcome.goals:
        if not goal.proven:
            break
        assert sums.get(goal.number, 0) <= best[goal.number].value


def test_what_a_client_must_wait_is_proven_in_a_moment_where_groups_have_times_to_choose() -> None:
    """Every start is told apart; between intervals it is not proven of eight of these twelve with that much work."""
    options = options_of(Instance(12, 1, "free").week())
    alone = Alone(options, Clock(60.0, threading.Event()))
    alone.first_two(alone.everybody, Bounds(goals_in_order(options.week.goal_ranks)), 10.0)
    for client in options.clients:
        draft = alone.draft_about(client, coarse=False)
        draft.cp.add(client.priority * care_of(draft, client).missing <= alone.lacking[client.name])
        draft.cp.minimize(goal_of_client(draft, WAITING, client))
        assert call(draft.cp, Effort(10.0, quick=True, work=0.5)).proven


def test_what_an_authorization_cuts_off_is_missing() -> None:
    """An hour less authorized than the care plan asks for: the plan is missed, and an hour of it at the least."""
    full = random_week(9)
    client = next(c for c in full.active_clients if care_plan(full, c).min_minutes >= 120)
    limited = replace(client, authorized_minutes=care_plan(full, client).min_minutes - 60)
    week = replace(full, clients=tuple(limited if c.name == client.name else c for c in full.clients))
    bounds = Bounds(goals_in_order(week.goal_ranks))
    alone = Alone(options_of(week), Clock(60.0, threading.Event()))
    alone.first_two([client.name], bounds, 10.0)
    assert alone.least[1] == {client.name: client.priority}
    assert alone.least[2][client.name] >= 60 * client.priority
    assert (bounds.always(0), bounds.always(1)) == (client.priority, alone.least[2][client.name])


@pytest.mark.parametrize("seed", [3, 4, 26])
def test_what_a_draft_is_told_of_everybody_leaves_the_best_schedule(seed: int) -> None:
    """Told at each position, the draft holds the schedule still, and none that is better than everybody alone."""
    week = random_week(seed)
    outcome = solve(week, Settings(time_limit=2.0))
    assert outcome.schedule is not None
    goals, values = goals_in_order(week.goal_ranks), tuple(goal.value for goal in outcome.goals)
    alone = _alone(week, outcome)
    for position, goal in enumerate(goals[FIRST_TWO:], start=FIRST_TWO):
        draft = build(alone.options)
        alone.post(draft, goals, values, position)
        search = Search(draft, Effort(20.0))
        assert search.start(outcome.schedule)
        least = sum(alone.least.get(goal.number, {}).values())
        if least:
            draft.cp.add(goal_value(draft, goal.number) < least)
            assert call(draft.cp, Effort(20.0)).infeasible


@pytest.mark.parametrize(("settled", "most"), [((), 60), (("C2",), 120)])
def test_nobody_is_further_from_the_week_alone_than_all_together(settled: tuple[str, ...], most: int) -> None:
    """Alone each of two reaches the target of two hours; where an hour is missing in all, more is missing of nobody.

    Of a part of the week this is not told.
    """
    week = week_of(phases=a_phase(target_minutes=120), clients=(a_client("C1"), a_client("C2")))
    options, goals = options_of(week), goals_in_order(week.goal_ranks)
    alone, values = Alone(options, Clock(60.0, threading.Event())), (0, 0, 0, 60)
    alone.first_two(alone.everybody, Bounds(goals), 10.0)
    alone.later(goals, values, Bounds(goals), 10.0, last=3)
    assert alone.least[BELOW_TARGET] == {"C1": 0, "C2": 0}
    draft = build(replace(options, settled=frozenset(settled)))
    alone.post(draft, goals, values, position=4)
    below = goal_of_client(draft, BELOW_TARGET, week.active_clients[0])
    draft.cp.maximize(below)
    answer = call(draft.cp, Effort(10.0))
    assert answer.proven
    assert answer.values is not None
    assert value_of(below, answer.values) == most


def test_meetings_that_several_could_hold_are_not_taken_for_those_of_one() -> None:
    """Two hours of services, two clinicians with an hour each: together they hold both, and nothing is missing."""
    services = ("Psychiatry", "Nutrition")
    week = week_of(
        phases=a_phase(min_minutes=120),
        groups=(),
        clinicians=tuple(a_clinician(name, topics=services, max_minutes=60) for name in ("Dana", "Eli")),
        appointments=tuple(Appointment("C1", service, 60, counted_minutes=60) for service in services),
    )
    bounds = Bounds(goals_in_order(week.goal_ranks))
    alone = Alone(options_of(week), Clock(60.0, threading.Event()))
    alone.first_two(["C1"], bounds, 10.0)
    assert alone.lacking == {"C1": 0}


def test_individual_sessions_of_one_clinician_need_not_be_those_of_whoever_is_named_first() -> None:
    """Eli is there on both days, Ana and Dana on one each: with Eli both sessions are held, and nothing is missing."""
    there = {"Ana": (MON,), "Dana": (TUE,), "Eli": (MON, TUE)}
    hours = {name: windows(days, NINE, NOON) for name, days in there.items()}
    week = week_of(
        phases=a_phase(min_minutes=120, individual_sessions=2),
        groups=(),
        clinicians=tuple(a_clinician(n, hours=h, hours_in_person=h, hours_virtual=h) for n, h in hours.items()),
        clients=a_client(individual_sessions=2),
    )
    alone = Alone(options_of(week), Clock(60.0, threading.Event()))
    alone.first_two(["C1"], Bounds(goals_in_order(week.goal_ranks)), 10.0)
    assert alone.lacking == {"C1": 0}
