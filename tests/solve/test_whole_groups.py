"""Groups of which only the whole is of use are one choice for each client, and goal 1 is the same with that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from scheduler.domain.groups import Group, TopicRule
from scheduler.domain.locks import Lock
from scheduler.domain.outcome import Settings
from scheduler.domain.rules import GOALS
from scheduler.domain.week import Week
from scheduler.model.build import build
from scheduler.model.options import Options, options_of
from scheduler.solve import solve, whole_groups
from scheduler.solve.call import Effort
from scheduler.solve.first_two import FirstTwo
from scheduler.solve.held_anyway import held_anyway
from scheduler.solve.needed import needed_only
from scheduler.solve.search import Search
from scheduler.solve.whole_groups import first_goal_alike, taken_whole
from scheduler.verify import evaluate
from tests.verify.weeks import FRI, MON, NINE, THU, TUE, WED, a_client, a_clinician, a_group, a_program, a_room, week_of

TOPICS, SECTIONS = ("Algebra", "Biology", "Chemistry", "Drawing"), 3


@pytest.fixture(autouse=True)
def _of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_groups, "MANY_OPTIONS", 0)


def _classes(seed: int, cohort: bool = False, **changes: object) -> Week:
    """Three classes of each topic, twice a week with a teacher and a room of their own; clients need all of a class of
    two or three topics."""
    random = Random(f"classes {seed}")
    groups = [_class(random, topic, number, cohort) for topic in TOPICS for number in range(SECTIONS)]
    groups = [replace(group, **changes) for group in groups]  # type: ignore[arg-type]
    clients = [
        a_client(f"C{n:02}", needs=tuple((t, 2) for t in sorted(random.sample(TOPICS, random.choice((2, 3))))))
        for n in range(14)
    ]
    return week_of(
        program=a_program(mix_tracks=True),
        groups=tuple(groups),
        clients=tuple(clients),
        clinicians=tuple(a_clinician(f"Teacher {group.name}") for group in groups),
        rooms=tuple(a_room(f"Room {group.name}") for group in groups),
        topic_rules=tuple(TopicRule(None, topic, one_group=True) for topic in TOPICS),
    )


def _class(random: Random, topic: str, number: int, cohort: bool) -> Group:
    name = f"{topic} {number}"
    return a_group(
        name,
        topic=topic,
        days=random.choice(((MON, WED), (TUE, THU), (WED, FRI))),
        starts=(random.choice((NINE, NINE + 30, NINE + 60)),),
        sessions=2,
        max_clients=random.choice((2, 3, 4)),
        min_clients=1,
        cohort=cohort,
        clinicians=(f"Teacher {name}",),
        rooms=(f"Room {name}",),
    )


def _first(options: Options, anyway: bool = False) -> int:
    """Goal 1 at its least."""
    draft = build(options, coarse=True, held_anyway=held_anyway(options) if anyway else frozenset())
    goal = FirstTwo(draft, GOALS).expressions[0]
    search = Search(draft, Effort(20.0))
    answer = search.minimize(goal, 20.0)
    assert answer.bound == search.value(goal)
    return search.value(goal)


def _whole(week: Week) -> Options:
    return _needed_and_whole(week)[1]


def _needed_and_whole(week: Week) -> tuple[Options, Options]:
    needed = needed_only(options_of(week))
    whole = taken_whole(needed)
    assert whole is not None
    return needed, whole


@pytest.mark.parametrize("cohort", [False, True])
def test_a_class_is_one_choice_for_each_client(cohort: bool) -> None:
    options = _whole(_classes(1, cohort))
    draft = build(options, coarse=True)
    choices = {literal.index for literal in draft.attend.values()}
    assert len(choices) == len(options.whole) == len(options.admissions) / 2
    assert held_anyway(options) == {slot.key for slot in options.slots}


@pytest.mark.parametrize("cohort", [False, True])
@pytest.mark.parametrize("seed", range(1, 7))
def test_goal_one_is_the_same(seed: int, cohort: bool) -> None:
    week = _classes(seed, cohort)
    needed, whole = _needed_and_whole(week)
    assert first_goal_alike(needed, whole)
    assert _first(whole, anyway=True) == _first(whole) == _first(options_of(week))


def _with_client(week: Week, **changes: object) -> Week:
    first, *others = week.clients
    return replace(week, clients=(replace(first, **changes), *others))  # type: ignore[arg-type]


def _needs_one(week: Week) -> Week:
    return _with_client(week, needs=tuple((topic, 1) for topic in TOPICS))


def _needs_hours(week: Week) -> Week:
    return _with_client(week, min_minutes=60)


def _locked(week: Week) -> Week:
    group = options_of(week).admissions_of_client["C00"][0].slot.group.name
    return replace(week, locks=(Lock(True, client="C00", group=group),))


@pytest.mark.parametrize("change", [_needs_one, _needs_hours, _locked])
def test_whoever_may_have_use_for_a_part_has_a_choice_for_each_session(change: Callable[[Week], Week]) -> None:
    week = change(_classes(2))
    whole = _whole(week)
    assert {client for client, _ in whole.whole} == {client.name for client in week.clients} - {"C00"}
    assert _first(whole) == _first(options_of(week))


def test_without_one_group_parts_of_two_classes_are_of_use() -> None:
    week = replace(_classes(1), topic_rules=())
    assert taken_whole(options_of(week)) is None


def test_what_is_not_enough_is_left_out() -> None:
    """Three sessions needed of classes of two: nobody's plan is met by any of them."""
    week = _with_client(_classes(1), needs=((TOPICS[0], 3), (TOPICS[1], 2)))
    whole = _whole(week)
    assert {a.slot.group.topic for a in whole.admissions_of_client["C00"]} == {TOPICS[1]}
    assert _first(whole) == _first(options_of(week))


def test_of_a_cohort_a_part_may_let_somebody_in_who_can_not_be_in_all() -> None:
    """Three sessions a week, one of them in the client's way: with the other two alone held the plan is met."""
    week = _with_client(_classes(3, cohort=True, days=(MON, TUE, WED), sessions=3), needs=((TOPICS[0], 2),))
    others = tuple(replace(c, needs=tuple((t, 3) for t, _ in c.needs)) for c in week.clients[1:])
    week = replace(week, clients=(week.clients[0], *others))
    options = options_of(week)
    in_the_way = replace(
        options, admissions=tuple(a for a in options.admissions if not (a.client.name == "C00" and a.slot.day == WED))
    )
    whole = taken_whole(in_the_way)
    assert whole is not None
    assert "C00" not in {client for client, _ in whole.whole}
    assert not {slot for slot in held_anyway(whole) if slot[0].startswith(TOPICS[0])}
    assert _first(whole, anyway=True) == _first(in_the_way)


@pytest.mark.parametrize(("cohort", "alike"), [(False, False), (True, True)])
def test_with_min_clients_whoever_attends_a_part_may_fill_a_session(cohort: bool, alike: bool) -> None:
    """Not of a cohort, all of whose clients are in all of its sessions."""
    week = _classes(4, cohort, min_clients=2)
    needed, whole = _needed_and_whole(week)
    assert first_goal_alike(needed, whole) == alike
    assert not held_anyway(whole)
    if alike:
        assert _first(whole) == _first(options_of(week))


def test_whoever_has_no_use_for_a_class_may_fill_it_for_others() -> None:
    """Three sessions needed of classes of two: with Min clients 2 the client may be the second one there."""
    for least, alike in ((1, True), (2, False)):
        week = _with_client(_classes(1, cohort=True, min_clients=least), needs=((TOPICS[0], 3),))
        assert first_goal_alike(*_needed_and_whole(week)) == alike


@pytest.mark.parametrize("seed", [1, 5])
def test_the_schedule_is_right_and_goal_one_proven(seed: int) -> None:
    week = _classes(seed)
    outcome = solve(week, Settings(time_limit=3.0))
    assert outcome.schedule is not None
    evaluation = evaluate(week, outcome.schedule)
    assert [finding.message for finding in evaluation.findings] == []
    assert [goal.value for goal in outcome.goals] == [evaluation.goals[goal.number - 1] for goal in outcome.goals]
    assert outcome.goals[0].proven
    assert outcome.goals[0].value == _first(options_of(week))
