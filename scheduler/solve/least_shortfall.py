"""How little care shortfall there can be where care plans are missed: each lacks something, and not a minute only.

Of topics and days that is an hour, of hours what the lengths of sessions leave open. Where many plans must be missed,
as in a timetable with too few seats, this says more of goal 2 than what each client could have alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import gcd

from scheduler.domain.care_plan import care_plan
from scheduler.domain.people import Client
from scheduler.model.care import HOUR
from scheduler.model.goals.care_plans_missed import expected_sessions
from scheduler.model.options import Options


def least_shortfall(options: Options, missed: int, lacking: Mapping[str, int]) -> int:
    """What goal 2 comes to at the least where goal 1 does so to `missed`.

    lacking: what is known of what clients must lack, in minutes by Priority; who lacks nothing may yet be missed.
    """
    certain = {name: minutes for name, minutes in lacking.items() if minutes > 0}
    by_name = options.week.client_by_name
    left = missed - _must_run(options) - sum(by_name[name].priority for name in certain)
    result = sum(certain.values())
    others = (client for client in options.clients if client.name not in certain)
    for least, priority in sorted((step, client.priority) for client in others if (step := step_of(options, client))):
        if left <= 0:
            break
        result += least * min(priority, left)
        left -= priority
    return result


def step_of(options: Options, client: Client) -> int:
    """Minutes that the client's plan lacks at the least if it is missed; 0: there is nothing to miss."""
    return min(_steps(options, client), default=0)


def _steps(options: Options, client: Client) -> Iterator[int]:
    plan = care_plan(options.week, client)
    if plan.min_days > 0 or plan.max_days_between is not None or any(due.least > 0 for due in plan.topics):
        yield HOUR
    demands = options.demands_of_client.get(client.name, ())
    yield from (demand.minutes for demand in demands if demand.sessions > 0)
    counted = {a.slot.group.counted_minutes for a in options.admissions_of_client.get(client.name, ())}
    each = gcd(*counted, *(demand.counted_minutes for demand in demands))
    for least in (plan.min_minutes, plan.min_minutes_per_day):
        if least > 0:
            yield (least % each or each) if each else least


def _must_run(options: Options) -> int:
    """The most that sessions which Must run and are not held can come to in goal 1."""
    return sum(expected_sessions(options, group) for group in options.week.active_groups if group.must_run)
