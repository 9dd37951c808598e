"""Attendances that nothing asks for are left out, and goals 1 and 2 are the same without them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain.groups import TopicRule
from scheduler.domain.locks import Lock
from scheduler.domain.outcome import Settings
from scheduler.domain.rules import GOALS
from scheduler.domain.schedule import GroupSession, Schedule
from scheduler.domain.week import Week
from scheduler.model.build import build
from scheduler.model.options import Options, options_of
from scheduler.solve import needed as leaving_out
from scheduler.solve import solve
from scheduler.solve.call import Effort
from scheduler.solve.first_two import FirstTwo
from scheduler.solve.needed import attendances_without_hours, goals_alike, needed_only
from scheduler.solve.search import Search
from scheduler.verify import evaluate
from tests.weeks.random_weeks import random_week


def _of_topics(seed: int, min_clients: int = 1) -> Week:
    """A random week in which clients have topics to attend, two of them by name, and no hours or days."""
    week = random_week(seed)
    topics = sorted({group.topic for group in week.groups})
    phases = tuple(
        replace(phase, min_minutes=0, target_minutes=0, min_days=0, min_minutes_per_day=0, max_days_between=None)
        for phase in week.phases
    )
    clients = tuple(
        replace(client, min_minutes=None, needs=((topics[number % len(topics)], 1),), avoid_topics=())
        for number, client in enumerate(week.clients)
    )
    groups = tuple(replace(group, min_clients=min(min_clients, group.max_clients)) for group in week.groups)
    return replace(week, phases=phases, clients=clients, groups=groups, topic_rules=())


def _topics_attended(options: Options, client: str) -> set[str]:
    return {a.slot.group.topic for a in options.admissions_of_client.get(client, ())}


def _some_client(options: Options) -> str:
    """One whom some session admits that teaches another topic than is needed."""
    return next(c.name for c in options.clients if len(_topics_attended(options, c.name)) > 1)


def _without_treatment_days(week: Week) -> Week:
    return replace(week, program=replace(week.program, individual_on_treatment_days=False))


def test_a_topic_that_is_not_needed_is_left_out() -> None:
    week = _without_treatment_days(_of_topics(1))
    needed = needed_only(options_of(week))
    for client in needed.clients:
        assert _topics_attended(needed, client.name) <= {topic for topic, _ in client.needs}
    assert 0 < len(needed.admissions) < len(options_of(week).admissions)


def test_whoever_needs_hours_may_attend_anything_that_counts() -> None:
    week = _without_treatment_days(_of_topics(1))
    name = _some_client(options_of(week))
    clients = tuple(replace(c, min_minutes=60) if c.name == name else c for c in week.clients)
    options = options_of(replace(week, clients=clients))
    needed = needed_only(options)
    counting = {a.key for a in options.admissions_of_client[name] if a.slot.group.counted_minutes > 0}
    assert counting <= {a.key for a in needed.admissions_of_client[name]}


def test_only_attendances_of_clients_without_hours_are_many_to_leave_out() -> None:
    week = _without_treatment_days(_of_topics(1))
    options = options_of(week)
    name = _some_client(options)
    assert attendances_without_hours(options) == len(options.admissions)
    clients = tuple(replace(c, min_minutes=60) if c.name == name else c for c in week.clients)
    left = len(options.admissions) - len(options.admissions_of_client[name])
    assert attendances_without_hours(options_of(replace(week, clients=clients))) == left


def test_a_rule_of_the_phase_is_a_need() -> None:
    week = _without_treatment_days(_of_topics(1))
    name = _some_client(options_of(week))
    topics = _topics_attended(options_of(week), name)
    rules = tuple(TopicRule(None, topic, min_sessions=1) for topic in sorted(topics))
    assert _topics_attended(needed_only(options_of(replace(week, topic_rules=rules))), name) == topics


@pytest.mark.parametrize("asked", ["lock", "last week"])
def test_what_a_lock_or_last_week_has_stays(asked: str) -> None:
    week = _without_treatment_days(_of_topics(1))
    options = options_of(week)
    kept = {a.key for a in needed_only(options).admissions}
    client, group, day = next(a.key for a in options.admissions if a.key not in kept)
    if asked == "lock":
        week = replace(week, locks=(Lock(True, client=client, group=group),))
    else:
        session = GroupSession(day, 600, 660, group, ("Somebody",), None, (client,))
        week = replace(week, previous=Schedule((session,), ()))
    assert (client, group, day) in {a.key for a in needed_only(options_of(week)).admissions}


def test_no_bound_is_taken_over_where_somebody_could_fill_a_session() -> None:
    """With Min clients 1 the bounds of goals 1 to 5 are those of all, with 3 of none."""
    alone, three = options_of(_of_topics(1)), options_of(_of_topics(1, min_clients=3))
    assert goals_alike(alone, needed_only(alone), GOALS) == 5
    assert goals_alike(three, needed_only(three), GOALS) == 0
    last_week = options_of(replace(_of_topics(1), previous=Schedule((), ())))
    assert goals_alike(last_week, needed_only(last_week), GOALS) == 2


@pytest.mark.parametrize("seed", range(1, 7))
def test_goals_one_and_two_are_the_same_without(seed: int) -> None:
    options = options_of(_of_topics(seed))
    needed = needed_only(options)
    assert goals_alike(options, needed, GOALS) == 5
    assert _first_two(needed) == _first_two(options)


def _first_two(options: Options) -> tuple[int, ...]:
    draft = build(options)
    search = Search(draft, Effort(20.0))
    both = FirstTwo(draft, GOALS)
    answer = search.minimize(both.both, 20.0)
    assert answer.values is not None
    assert answer.bound == search.value(both.both)
    return both.values(search)


@pytest.mark.parametrize("seed", [1, 4])
def test_what_is_written_in_the_end_is_right_for_the_whole_week(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Values are those that the verifier finds, and nothing is called optimal that a search of everything beats."""
    week = _of_topics(seed)
    plain = solve(week, Settings(time_limit=3.0))
    monkeypatch.setattr(leaving_out, "MANY_OPTIONS", 0)
    outcome = solve(week, Settings(time_limit=3.0))
    assert outcome.schedule is not None
    evaluation = evaluate(week, outcome.schedule)
    assert [finding.message for finding in evaluation.findings] == []
    assert [goal.value for goal in outcome.goals] == [evaluation.goals[goal.number - 1] for goal in outcome.goals]
    first, other = ([(goal.value, goal.proven) for goal in one.goals[:2]] for one in (outcome, plain))
    assert first == other == [(value, True) for value, _ in first]


def test_a_schedule_that_is_given_is_kept_or_bettered(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may hold attendances that nothing asks for, and so is searched on with all of them."""
    week = _of_topics(4)
    given = solve(week, Settings(time_limit=2.0))
    monkeypatch.setattr(leaving_out, "MANY_OPTIONS", 0)
    outcome = solve(week, Settings(time_limit=1.0), start=given.schedule)
    assert outcome.schedule is not None
    evaluation = evaluate(week, outcome.schedule)
    assert [finding.message for finding in evaluation.findings] == []
    first, before = ([goal.value for goal in one.goals] for one in (outcome, given))
    assert first <= before


def test_a_session_that_nobody_needs_may_stay_unfilled() -> None:
    """With Min clients 3 for groups of a topic that nobody needs, bounds are those of all."""
    week = _without_treatment_days(_of_topics(1))
    clients = tuple(replace(client, needs=()) for client in week.clients)
    groups = tuple(replace(group, min_clients=min(3, group.max_clients)) for group in week.groups)
    options = options_of(replace(week, clients=clients, groups=groups))
    needed = needed_only(options)
    assert not needed.admissions
    assert goals_alike(options, needed, GOALS) == 5
