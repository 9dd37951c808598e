"""H11: Max hours, days and hours per day of phase and authorization, and the most sessions of a topic."""

from __future__ import annotations

from scheduler.domain.calendar import DAYS
from scheduler.domain.care_plan import care_plan
from scheduler.model.draft import Draft
from scheduler.model.measures import counted, counted_on, of_topic, treatment_days


def post(draft: Draft) -> None:
    for client in draft.options.clients:
        plan = care_plan(draft.week, client)
        if plan.max_minutes is not None:
            draft.cp.add(counted(draft, client) <= plan.max_minutes)
        if plan.max_days < 7:
            draft.cp.add(treatment_days(draft, client) <= plan.max_days)
        if plan.max_minutes_per_day is not None:
            for day in DAYS:
                draft.cp.add(counted_on(draft, client, day) <= plan.max_minutes_per_day)
        for due in plan.topics:
            if due.most is not None:
                draft.cp.add(of_topic(draft, client, due.topic) <= due.most)
