"""The goals as sums to be made small. Goal 3 is left out: no generated site has a last week."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.methods.plain.encoding import Encoding
from benchmarks.methods.plain.linear import Terms, minus, ones, times
from benchmarks.methods.plain.locks import NotEncoded
from benchmarks.methods.plain.waiting import waiting
from benchmarks.methods.plain.wishes import choice
from scheduler.domain.care_plan import care_plan


def goal(encoding: Encoding, number: int) -> Terms:
    """The terms of a goal's value, whatever they need added to the rows."""
    return _GOALS[number](encoding)


def _care_plans_missed(encoding: Encoding) -> Terms:
    clients = [(client.priority, encoding.missed[client.name]) for client in encoding.week.active_clients]
    return clients + [(1, _not_held(encoding, group.name)) for group in encoding.week.active_groups if group.must_run]


def _not_held(encoding: Encoding, name: str) -> int:
    group = encoding.week.group_by_name[name]
    expected = min(group.sessions, len(encoding.options.days_of_group(group)))
    held = ones(encoding.held[slot.key] for slot in encoding.options.slots_of_group.get(name, ()))
    missing = encoding.linear.amount(expected)
    encoding.linear.at_least([(1, missing), *held], expected)
    return missing


def _care_shortfall(encoding: Encoding) -> Terms:
    clients = encoding.week.active_clients
    return [term for client in clients for term in times(client.priority, encoding.short[client.name])]


def _changes(encoding: Encoding) -> Terms:
    if encoding.week.previous is not None:
        raise NotEncoded("The straightforward model does not know last week's schedule.")
    return []


def _below_target(encoding: Encoding) -> Terms:
    result = []
    for client in encoding.week.active_clients:
        target = care_plan(encoding.week, client).target_minutes
        below = encoding.linear.amount(target)
        encoding.linear.at_least([(1, below), *encoding.counted(client)], target)
        result.append((client.priority, below))
    return result


def _crowding(encoding: Encoding) -> Terms:
    result = []
    for slot in encoding.options.slots:
        crowd = encoding.linear.amount(slot.group.max_clients)
        encoding.linear.at_most([*ones(encoding.attending(slot)), (-1, crowd)], slot.group.ideal_clients)
        result.append((1, crowd))
    return result


def _staff_time(encoding: Encoding) -> Terms:
    return [(s.group.minutes * s.group.facilitators, encoding.held[s.key]) for s in encoding.options.slots]


def _fair_load(encoding: Encoding) -> Terms:
    load = encoding.linear.amount(100)
    for clinician in encoding.week.clinicians:
        available = clinician.max_minutes
        if available is None:
            available = sum(window.minutes for windows in clinician.hours for window in windows)
        encoding.linear.at_most([*times(100, encoding.busy(clinician.name)), *minus([(available, load)])], 0)
    return [(1, load)]


_GOALS: dict[int, Callable[[Encoding], Terms]] = {
    1: _care_plans_missed,
    2: _care_shortfall,
    3: _changes,
    4: _below_target,
    5: choice,
    6: waiting,
    7: _crowding,
    8: _staff_time,
    9: _fair_load,
}
