"""Care plans with big-M: a plan is missed, or nothing is missing of it; and the most that a client may have (H11)."""

from __future__ import annotations

from itertools import combinations

from benchmarks.methods.plain.encoding import Encoding
from benchmarks.methods.plain.linear import Terms, minus, ones
from scheduler.domain.care_plan import CarePlan, care_plan
from scheduler.domain.people import Client

HOUR = 60


def add(encoding: Encoding) -> None:
    for client in encoding.week.active_clients:
        plan = care_plan(encoding.week, client)
        encoding.missed[client.name] = encoding.linear.bool()
        encoding.short[client.name] = []
        _maxima(encoding, client, plan)
        _short(encoding, client, plan.min_minutes, encoding.counted(client), 1)
        _short(encoding, client, plan.min_days, ones(encoding.days(client).values()), HOUR)
        _short_days(encoding, client, plan.min_minutes_per_day)
        _gaps(encoding, client, plan.max_days_between)
        for demand in encoding.demands(client):
            offers = encoding.options.offers_of_demand.get(demand.key, ())
            given = ones(encoding.given[offer.key] for offer in offers)
            _short(encoding, client, demand.sessions, given, demand.minutes)
        for due in plan.topics:
            _short(encoding, client, due.least, _of_topic(encoding, client, due.topic), HOUR)


def _of_topic(encoding: Encoding, client: Client, topic: str) -> Terms:
    return ones(encoding.attend[a.key] for a in encoding.admissions(client) if a.slot.group.topic == topic)


def _short(encoding: Encoding, client: Client, needed: int, given: Terms, worth: int) -> None:
    """short >= needed - given, and none unless the plan is missed."""
    if needed <= 0:
        return
    linear, short = encoding.linear, encoding.linear.amount(needed)
    linear.at_least([(1, short), *given], needed)
    linear.at_most([(1, short), (-needed, encoding.missed[client.name])], 0)
    encoding.short[client.name].append((worth, short))


def _short_days(encoding: Encoding, client: Client, least: int) -> None:
    linear = encoding.linear
    for day, treated in encoding.days(client).items() if least > 0 else ():
        short = linear.amount(least)
        linear.at_least([(1, short), *encoding.counted(client, day), (-least, treated)], 0)
        linear.at_most([(1, short), (-least, encoding.missed[client.name])], 0)
        encoding.short[client.name].append((1, short))


def _gaps(encoding: Encoding, client: Client, most: int | None) -> None:
    if most is None:
        return
    days = encoding.days(client)
    for first, second in combinations(sorted(days), 2):
        excess = second - first - 1 - most
        if excess <= 0:
            continue
        gap = encoding.linear.bool()
        between = ones(days[day] for day in days if first < day < second)
        encoding.linear.at_most([(1, days[first]), (1, days[second]), *minus(between), (-1, gap)], 1)
        encoding.linear.implies(gap, encoding.missed[client.name])
        encoding.short[client.name].append((HOUR * excess, gap))


def _maxima(encoding: Encoding, client: Client, plan: CarePlan) -> None:
    linear = encoding.linear
    if plan.max_minutes is not None:
        linear.at_most(encoding.counted(client), plan.max_minutes)
    linear.at_most(ones(encoding.days(client).values()), plan.max_days)
    if plan.max_minutes_per_day is not None:
        for day in range(7):
            linear.at_most(encoding.counted(client, day), plan.max_minutes_per_day)
    for due in plan.topics:
        if due.most is not None:
            linear.at_most(_of_topic(encoding, client, due.topic), due.most)
