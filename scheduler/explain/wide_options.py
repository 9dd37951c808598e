"""The options of a widened week: all for the target clients, the usual for those who may move, the rest fixed."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.people import INDIVIDUAL
from scheduler.domain.schedule import Kind as ActivityKind
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.keeping import kept
from scheduler.explain.widen import shared_widened, widened
from scheduler.model.options import Demand, Offer, Options, options_of
from scheduler.model.options.services import may_hold
from scheduler.model.options.services import offers as offers_of


def wide_options(week: Week, schedule: Schedule, targets: frozenset[str], fixed: frozenset[str]) -> Options:
    """What could be part of a schedule with every liftable restriction lifted.

    targets: clients whose own restrictions are lifted too. fixed: clients who keep exactly what the schedule gives
    them.
    """
    wide = widened(week, targets)
    all_options = options_of(wide)
    demands, offers = _services(week, wide, targets)
    admissions = [a for a in all_options.admissions if a.client.name in targets]
    admissions += [a for a in options_of(shared_widened(week)).admissions if a.client.name not in targets]
    in_order = tuple(sorted(admissions, key=lambda a: a.key))
    return kept(replace(all_options, admissions=in_order, demands=demands, offers=tuple(offers)), schedule, fixed)


def _services(week: Week, wide: Week, targets: frozenset[str]) -> tuple[tuple[Demand, ...], list[Offer]]:
    """Demands of all; offers of targets in widened hours and with others who could hold them, of the rest as now."""
    as_now = options_of(week)
    own = {client.name: client for client in week.clients}
    in_own_way = tuple(
        replace(c, modality=own[c.name].modality, virtual_days=own[c.name].virtual_days) for c in wide.clients
    )
    theirs = options_of(replace(wide, clients=in_own_way)).demands
    demands = tuple(_with_more_holders(week, d) if d.client.name in targets else d for d in theirs)
    of_targets = tuple(d for d in demands if d.client.name in targets)
    found = list(offers_of(replace(wide, clients=in_own_way), of_targets))
    return demands, [*found, *(o for o in as_now.offers if o.demand.client.name not in targets)]


def _with_more_holders(week: Week, demand: Demand) -> Demand:
    if demand.kind is ActivityKind.INDIVIDUAL:
        able = [c.name for c in week.clinicians if c.topics is None or INDIVIDUAL in c.topics]
    else:
        able = [c.name for c in week.clinicians if may_hold(c, demand.service)]
    return replace(demand, clinicians=tuple(dict.fromkeys([*demand.clinicians, *able])))
