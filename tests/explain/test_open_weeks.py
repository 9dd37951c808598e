"""Weeks whose search did not settle who has to be short: what is promised there holds for every search."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scheduler.domain.explanation import Explanation
from scheduler.domain.outcome import Outcome, Progress, Settings
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain import explain, trial, whole
from scheduler.explain.budget import Budget
from scheduler.explain.case import cases_of
from scheduler.explain.cells import apply
from scheduler.explain.ground import Ground
from scheduler.explain.inquiry import note
from scheduler.explain.lifts import Kind, Lift
from scheduler.explain.relaxed import Repair
from scheduler.explain.trial import Enough, solved_again
from scheduler.explain.why import why
from scheduler.explain.wide_options import Basis
from scheduler.verify import evaluate
from scheduler.workbook import Tables
from tests.explain.site import QUICK, Rows, client, group, solved, tables_of

ONE_SEAT = group("Process", "Mon, Tue", "9:00", Max_clients=1)
WITH_ONE_WHO_MAY_NOT: Rows = [*(client(f"C{n}") for n in (1, 2, 3)), client("C4", Authorized_hours=1)]


def unsettled(outcome: Outcome, schedule: Schedule | None = None) -> Outcome:
    """The outcome as of a search that proved nothing, and perhaps found only this schedule."""
    goals = tuple(replace(goal, bound=0, proven=False) for goal in outcome.goals)
    return replace(outcome, goals=goals, schedule=schedule or outcome.schedule)


def explained(tables: Tables, week: Week, outcome: Outcome) -> Explanation:
    return explain(tables, week, outcome, 20, settings=QUICK)


def met(tables: Tables) -> set[str]:
    """Who is met once the week of the tables is solved."""
    week, outcome = solved(tables)
    assert outcome.schedule is not None
    return {account.client for account in evaluate(week, outcome.schedule).accounts if account.met}


def test_all_who_compete_are_promised_together(tmp_path: Path) -> None:
    """Two compete for a seat, another lacks authorized hours: one remedy is for the two, one for all; both hold."""
    tables = tables_of(tmp_path, Groups=[ONE_SEAT], Clients=WITH_ONE_WHO_MAY_NOT)
    week, outcome = solved(tables)
    explanation = explained(tables, week, unsettled(outcome))
    assert sorted(len(remedy.helps) for remedy in explanation.remedies) == [2, 3]
    for remedy in explanation.remedies:
        after = met(apply(tables, remedy.cells))
        assert set(remedy.helps) <= after
        assert len(after) == remedy.plans_met_after


def test_room_to_spare(tmp_path: Path) -> None:
    """Three would do; more are proposed, for with the least that would do a search may end too early."""
    tables = tables_of(tmp_path, Groups=[ONE_SEAT])
    week, outcome = solved(tables)
    remedy = explained(tables, week, unsettled(outcome)).remedies[0]
    assert [(cell.column, cell.before, cell.after) for cell in remedy.cells] == [("Max clients", "1", "5")]
    assert "4 seats more in Process (1 to 5)" in remedy.change


def test_what_does_not_hold_is_changed_further(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A trial that leaves two short is no promise: they are helped upon its schedule, with more room, and it is tried
    again."""
    tables = tables_of(tmp_path, Groups=[ONE_SEAT])
    week, outcome = solved(tables)
    trials: list[Ground] = []

    def poor_at_first(ground: Ground, settings: Settings, seconds: float, budget: Budget) -> Ground | None:
        trials.append(ground)
        if len(trials) > 1:
            return solved_again(ground, settings, seconds, budget)
        assert outcome.schedule is not None
        empty = replace(outcome.schedule, sessions=())
        return replace(ground, schedule=empty, evaluation=evaluate(ground.week, empty))

    monkeypatch.setattr(whole, "solved_again", poor_at_first)
    explanation = explained(tables, week, unsettled(outcome))
    assert len(trials) == 2
    assert len(explanation.remedies) == 1
    assert met(apply(tables, explanation.remedies[0].cells)) == {"C1", "C2", "C3"}


def test_nothing_is_promised_that_never_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no trial comes to what is promised, there is no remedy, and the sentence says so."""
    tables = tables_of(tmp_path, Groups=[ONE_SEAT])
    week, outcome = solved(tables)
    monkeypatch.setattr(whole, "solved_again", lambda *_: None)
    explanation = explained(tables, week, unsettled(outcome))
    assert explanation.remedies == ()
    assert all("No remedy that is sure to work" in reason.fix for reason in explanation.reasons)


def test_a_search_that_was_too_short(tmp_path: Path) -> None:
    """Nobody was given anything though all could be met: that is said, and nothing that they would compete for."""
    tables = tables_of(tmp_path)
    week, outcome = solved(tables)
    assert outcome.schedule is not None
    poor = unsettled(outcome, replace(outcome.schedule, sessions=()))
    explanation = explained(tables, week, poor)
    assert explanation.reasons
    for reason in explanation.reasons:
        assert "the search ended before it found it" in reason.why
        assert "competes for" not in reason.why
        assert "longer --time-limit" in reason.fix


def test_a_trial_ends_once_the_promise_is_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search goes on while it misses more plans than the ground, and is told to stop when it does not."""
    tables = tables_of(tmp_path, Groups=[ONE_SEAT])
    week, outcome = solved(tables)
    assert outcome.schedule is not None
    ground = Ground(tables, Basis(week), outcome.schedule, evaluate(week, outcome.schedule))
    stopped: list[bool] = []

    def search(week: Week, settings: Settings, progress: Callable[[Progress], None], stop: threading.Event) -> Outcome:
        for goal, value in (("Waiting", 0), ("Care plans missed", 3), ("Care plans missed", 2)):
            progress(Progress(goal, value, None, 0.0))
            stopped.append(stop.is_set())
        return outcome

    monkeypatch.setattr(trial, "solve", search)
    again = solved_again(ground, QUICK, 60, Budget(60))
    assert stopped == [False, False, True]
    assert again is not None and again.met == ground.met


def test_enough_is_enough() -> None:
    """By hand, by the user, and when the time is over."""
    user = threading.Event()
    by_hand, by_user, by_time = Enough(60, user), Enough(60, user), Enough(0.01, threading.Event())
    assert not by_hand.is_set()
    by_hand.set()
    assert by_hand.is_set()
    assert not by_user.is_set()
    user.set()
    assert by_user.is_set()
    time.sleep(0.02)
    assert by_time.is_set()


def test_one_number_changed_twice_is_told_once(tmp_path: Path) -> None:
    """A seat more and then another are two seats more, in the cells and in the sentence."""
    rows = [client(f"C{n}") for n in (1, 2, 3)]
    seats = {n: tables_of(tmp_path, Groups=[ONE_SEAT | {"Max clients": n}], Clients=rows) for n in (1, 2, 3)}
    week, outcome = solved(seats[1])
    assert outcome.schedule is not None
    ground: Ground | None = Ground(seats[1], Basis(week), outcome.schedule, evaluate(week, outcome.schedule))
    for n in (2, 3):
        _, better = solved(seats[n])
        assert ground is not None and better.schedule is not None
        ground = ground.after(Repair(((Lift(Kind.SEATS, "Process"), 1),), better.schedule, 21, True))
    assert ground is not None
    assert ground.sentences == ("2 seats more in Process (1 to 3)",)
    assert [(cell.column, cell.before, cell.after) for cell in ground.cells] == [("Max clients", "1", "3")]


def test_a_way_that_changes_nothing_is_no_rivalry(tmp_path: Path) -> None:
    """Where everything needed is there, nothing is competed for: the case could be met beside the others."""
    tables = tables_of(tmp_path)
    week, outcome = solved(tables)
    assert outcome.schedule is not None
    poor = replace(outcome.schedule, sessions=())
    ground = Ground(tables, Basis(week), poor, evaluate(week, poor))
    case = cases_of(ground.evaluation.shortfalls)[0]
    note(ground, case, Repair((), outcome.schedule, 0, True))
    assert case.ways == [] and case.together
    case.ways, case.alone, case.together = [Repair((), outcome.schedule, 0, True)], True, None
    assert "competes for" not in why(week, poor, case, case.shortfalls[0], "")


def test_a_proof_that_came_late_is_no_promise(tmp_path: Path) -> None:
    """Who came to the value of goal 1 after most of the time is treated as a search that settled nothing: with room to
    spare; who came to it at once, with the least that does."""
    tables = tables_of(tmp_path, Groups=[ONE_SEAT])
    week, outcome = solved(tables)
    assert outcome.goals[0].proven
    assert 0 < outcome.reached <= outcome.seconds
    soon, late = (explained(tables, week, replace(outcome, reached=reached)) for reached in (0.0, 19.0))
    assert [cell.after for cell in soon.remedies[0].cells] == ["3"]
    assert [cell.after for cell in late.remedies[0].cells] == ["5"]


def test_a_promise_is_tried_though_it_is_proven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is certain of the best schedule is no remedy where solving again does not come to it."""
    tables = tables_of(tmp_path, Groups=[ONE_SEAT])
    week, outcome = solved(tables)
    monkeypatch.setattr(trial, "solved_again", lambda *_: None)
    monkeypatch.setattr(whole, "solved_again", lambda *_: None)
    assert explained(tables, week, outcome).remedies == ()
