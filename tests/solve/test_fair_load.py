"""Goal 9: the bound holds of every schedule, what is led otherwise breaks nothing, and what is forced is proven."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scheduler.domain.week import Week
from scheduler.model.build import build, goal_value
from scheduler.solve.call import Effort
from scheduler.solve.fair_load import CHOICE, FAIR_LOAD, STAFF_TIME, bound_of_load, led_fairly
from scheduler.solve.polish import held_search
from scheduler.solve.work import Work
from scheduler.verify import evaluate
from tests.explain.site import Rows, client, group, tables_of, week_of
from tests.solve.searched import searched
from tests.weeks.random_weeks import random_week

SEEDS = (1, 6, 9, 12, 17)
LAST = 8


def _position(work: Work) -> int:
    return next(place for place, goal in enumerate(work.goals) if goal.number == FAIR_LOAD)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_schedule_is_below_the_bound(seed: int) -> None:
    """The bound against the whole model's own, with every goal before it held."""
    work = searched(random_week(seed), 0.5, seed)
    position = _position(work)
    bound_of_load(work)
    bound = work.bounds.bound(position, work.best.values)
    search = held_search(build(work.options), work.goals, position, work.best, Effort(20.0), work.clock)
    assert search is not None
    answer = search.minimize(goal_value(search.draft, FAIR_LOAD), 20.0)
    assert search.value(goal_value(search.draft, FAIR_LOAD)) >= bound
    assert answer.bound is not None


@pytest.mark.parametrize("seed", SEEDS)
def test_leading_otherwise_costs_no_goal_before_it(seed: int) -> None:
    week = random_week(seed)
    work = searched(week, 0.3, seed)
    before = work.best.values
    taken = led_fairly(work)
    assert taken == (work.best.values < before)
    evaluation = evaluate(week, work.best.schedule_found)
    assert [finding.message for finding in evaluation.findings] == []
    assert work.best.values == tuple(evaluation.goals[goal.number - 1] for goal in work.goals)
    assert work.best.values[: _position(work)] == before[: _position(work)]


@pytest.mark.parametrize("left_out", [STAFF_TIME, FAIR_LOAD, CHOICE])
def test_a_workbook_may_leave_goals_out(left_out: int) -> None:
    week = random_week(SEEDS[0])
    week = replace(week, goal_ranks=((left_out, 0),))
    work = searched(week, 0.3)
    bound_of_load(work)
    led_fairly(work)
    assert len(work.best.values) == LAST


def test_groups_are_led_by_both(tmp_path: Path) -> None:
    """Two sessions an hour each, both led by one of two clinicians of four hours: one each is 25 percent."""
    week = _small(tmp_path)
    work = searched(week, 2.0)
    one = work.best.schedule_found.sessions[0].facilitators
    uneven = replace(
        work.best.schedule_found,
        sessions=tuple(replace(session, facilitators=one) for session in work.best.schedule_found.sessions),
    )
    work.best.schedule = uneven
    work.best.values = (*work.best.values[:LAST], 50)
    assert led_fairly(work)
    assert work.best.values[LAST] == 25


def test_what_a_caseload_comes_to_is_proven(tmp_path: Path) -> None:
    """An individual session of an hour for each of three clients, by a primary clinician of four hours: 75 percent."""
    clients = [client(f"C{n}", Primary_clinician="Clin 01", Individual_sessions=1) for n in (1, 2, 3)]
    work = searched(_small(tmp_path, Clients=clients), 4.0)
    assert work.best.values[:2] == (0, 0)
    bound_of_load(work)
    assert work.bounds.bound(LAST, work.best.values) == 75


def _small(folder: Path, **changes: Rows) -> Week:
    clinicians = [{"Clinician": name, "Max hours": 4} for name in ("Clin 01", "Clin 02")]
    hours = [{"Clinician": name, "Days": "Mon-Fri", "Start": "9:00", "End": "12:00"} for name in ("Clin 01", "Clin 02")]
    groups = [group("Process", "Mon, Tue", "9:00")]
    sheets = {"Clinicians": clinicians, "Clinician_hours": hours, "Groups": groups} | changes
    return week_of(tables_of(folder, **sheets))
