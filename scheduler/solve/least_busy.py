"""Fewer to choose from where many clinicians could hold a service: those with the most time left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from scheduler.model.goals.fair_load import available
from scheduler.model.options import Demand, Options
from scheduler.solve.narrow import Plan

MOST_CLINICIANS = 4


def with_least_busy(options: Options, plan: Plan, clients: Iterable[str]) -> Options:
    """The options with, for services of these clients that many could hold, only the offers of a few clinicians.

    Those are the least busy in the plan, and whoever holds it there.
    """
    busy = _busy(options, plan)
    order = sorted(options.week.clinicians, key=lambda c: (busy[c.name] - available(c), c.name))
    names = [clinician.name for clinician in order]
    left_out = set()
    for client in sorted(set(clients)):
        for demand in options.demands_of_client.get(client, ()):
            if len(demand.clinicians) > MOST_CLINICIANS:
                left_out |= _busier(options, plan, demand, names)
    return replace(options, offers=tuple(offer for offer in options.offers if offer.key not in left_out))


def _busier(options: Options, plan: Plan, demand: Demand, names: list[str]) -> set[tuple[str, int, int, str, str]]:
    offers = options.offers_of_demand.get(demand.key, ())
    able = {offer.clinician for offer in offers}
    few = set([name for name in names if name in able][:MOST_CLINICIANS])
    few |= {offer.clinician for offer in offers if offer.key in plan.meetings}
    return {offer.key for offer in offers if offer.clinician not in few}


def _busy(options: Options, plan: Plan) -> dict[str, int]:
    """Minutes of each clinician's week that the plan takes."""
    busy = dict.fromkeys(options.week.clinician_by_name, 0)
    minutes = {demand.key: demand.minutes for demand in options.demands}
    for (group, _), names in plan.leaders.items():
        for name in names:
            busy[name] += options.week.group_by_name[group].minutes
    for client, number, _, clinician, _ in plan.meetings:
        busy[clinician] += minutes[client, number]
    return busy
