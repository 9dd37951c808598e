"""A few sessions for each client: what stays, what is left to chance, and that what is found of them is right."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from scheduler.domain.locks import Lock
from scheduler.domain.outcome import Settings
from scheduler.domain.week import Week
from scheduler.model.options import Options, options_of
from scheduler.solve import few_sessions, run, solve
from scheduler.solve.few_sessions import few_of_many, mostly_sessions, with_few_sessions
from scheduler.solve.from_outline import Beginning
from scheduler.verify import evaluate
from tests.verify.weeks import FRI, MON, NINE, THU, TUE, WED, a_client, a_clinician, a_group, a_program, a_room, week_of

FEW = 3


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(few_sessions, "FEW", FEW)


def _of_hours(clients: int = 8) -> Week:
    """Ten groups twice a week, each with its leader and room, for clients who need four hours of anything and, every
    other one, the topic of the first group."""
    days = ((MON, WED), (TUE, THU), (WED, FRI), (MON, THU), (TUE, FRI))
    groups = tuple(
        a_group(
            f"G{n}",
            days=days[n % 5],
            starts=(NINE + 60 * (n // 5),),
            sessions=2,
            max_clients=4,
            clinicians=(f"Leader {n}",),
            rooms=(f"Room {n}",),
        )
        for n in range(10)
    )
    return week_of(
        program=a_program(mix_tracks=True),
        groups=groups,
        clinicians=tuple(a_clinician(f"Leader {n}") for n in range(10)),
        rooms=tuple(a_room(f"Room {n}") for n in range(10)),
        clients=tuple(a_client(f"C{n}", min_minutes=240, needs=(("G0", 1),) if n % 2 else ()) for n in range(clients)),
    )


def _groups_of(options: Options, client: str) -> Counter[str]:
    return Counter(a.slot.group.name for a in options.admissions_of_client[client])


def test_everybody_has_few_groups_whole_and_not_all_the_same() -> None:
    """Two groups of two sessions make up the three; with the topic that is needed there are three."""
    options = options_of(_of_hours())
    few = with_few_sessions(options, 1)
    for client in few.clients:
        groups = _groups_of(few, client.name)
        others = set(groups) - {topic for topic, _ in client.needs}
        assert set(groups.values()) == {2}
        assert len(others) == 2
        assert not client.needs or "G0" in groups
    assert len({frozenset(_groups_of(few, client.name)) for client in few.clients}) > 2


def test_what_a_lock_names_stays() -> None:
    names = {group.name for group in _of_hours().groups}
    for name in sorted(names):
        few = with_few_sessions(options_of(replace(_of_hours(), locks=(Lock(True, client="C0", group=name),))), 1)
        assert name in _groups_of(few, "C0")


def test_few_of_many_or_all_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    options = options_of(_of_hours())
    assert few_of_many(options, 1) is None
    monkeypatch.setattr(few_sessions, "MANY", len(options.admissions) - 1)
    few = few_of_many(options, 1)
    assert few is not None
    assert few_of_many(replace(options, admissions=few.admissions), 1) is None


def test_where_nothing_can_be_left_out_it_is_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(few_sessions, "MANY", 0)
    week = _of_hours()
    needs = tuple((f"G{n}", 1) for n in range(10))
    options = options_of(replace(week, clients=tuple(replace(client, needs=needs) for client in week.clients)))
    assert few_of_many(options, 1) is None


def test_the_same_seed_chooses_the_same() -> None:
    options = options_of(_of_hours())
    first, again, other = (with_few_sessions(options, seed) for seed in (1, 1, 2))
    assert first.admissions == again.admissions != other.admissions


def test_weeks_that_are_mostly_meetings_are_not_made_fewer() -> None:
    week = _of_hours()
    assert mostly_sessions(options_of(week))
    meeting = tuple(replace(client, individual_sessions=1) for client in week.clients)
    assert not mostly_sessions(options_of(replace(week, clients=meeting)))


def test_the_schedule_is_right_and_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of few sessions alone; eight clients have all that they need of twenty sessions for four."""
    asked: list[int] = []
    outlined = run.Run.in_outline_for

    def outline(self: run.Run, seconds: float, few: Options | None, beginning: Beginning | None) -> None:
        asked.append(0 if few is None else len(few.admissions))
        outlined(self, seconds, few, beginning)

    monkeypatch.setattr(few_sessions, "MANY", 0)
    for size in ("LARGE", "IN_OUTLINE"):
        monkeypatch.setattr(run, size, 0)
    monkeypatch.setattr(run.Run, "in_outline_for", outline)
    week = _of_hours()
    outcome = solve(week, Settings(time_limit=2.0))
    assert outcome.schedule is not None
    assert 0 < asked[0] < len(options_of(week).admissions)
    evaluation = evaluate(week, outcome.schedule)
    assert [finding.message for finding in evaluation.findings] == []
    assert [goal.value for goal in outcome.goals] == [evaluation.goals[goal.number - 1] for goal in outcome.goals]
    assert [(goal.value, goal.proven) for goal in outcome.goals[:2]] == [(0, True), (0, True)]
