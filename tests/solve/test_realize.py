"""An outline's plan becomes a schedule that keeps what the outline promised, as far as there are times for it."""

from __future__ import annotations

import threading

from benchmarks.instances import Instance
from scheduler.domain.rules import GOALS
from scheduler.model.options import options_of
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort
from scheduler.solve.clock import Clock
from scheduler.solve.coarse import Outline
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.polish import realize
from scheduler.verify import evaluate


def test_groups_and_leaders_are_as_planned_and_goals_no_better_than_the_outline_knows() -> None:
    options = options_of(Instance(25, 1).week())
    clock, effort, best = Clock(60.0, threading.Event()), Effort(20.0), Incumbent()
    outline = Outline(options, GOALS, Bounds(GOALS), effort, clock)
    outline.by_workers(20.0)
    outline.first_two(20.0, lambda stop, until, news: None)
    plan = outline.plan(as_given=True)
    assert realize(options, plan, outline.plan().meetings, outline.values, GOALS, best, effort, clock)
    schedule = best.schedule_found
    sat = {(client, s.group, s.day) for s in schedule.sessions for client in s.clients}
    assert sat == plan.attending
    assert {(s.group, s.day): s.facilitators for s in schedule.sessions} == {
        key: leaders for key, leaders in plan.leaders.items() if key in plan.starts
    }
    evaluation = evaluate(options.week, schedule)
    assert evaluation.ok
    assert evaluation.goals[:2] >= outline.values
