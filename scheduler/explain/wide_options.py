"""The options of a widened week: all for the target clients, the usual for those who may move, the rest fixed."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.people import INDIVIDUAL
from scheduler.domain.schedule import Kind as ActivityKind
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.keeping import kept
from scheduler.explain.widen import shared_widened, widened
from scheduler.model.options import Admission, Demand, Offer, Options, options_of
from scheduler.model.options.services import demands as demands_of
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
    admissions = [a for a in all_options.admissions if a.client.name in targets and _is_near(week, a)]
    admissions += [a for a in options_of(shared_widened(week)).admissions if a.client.name not in targets]
    in_order = tuple(sorted(admissions, key=lambda a: a.key))
    return kept(replace(all_options, admissions=in_order, demands=demands, offers=tuple(offers)), schedule, fixed)


def _is_near(week: Week, admission: Admission) -> bool:
    """Not another day of a group that would have to be opened to the client's phase first: too much for one change."""
    group = week.group_by_name[admission.slot.group.name]
    return admission.slot.day in group.days or admission.client.phase in group.phases


def _services(week: Week, wide: Week, targets: frozenset[str]) -> tuple[tuple[Demand, ...], list[Offer]]:
    """Demands of all; offers of targets in widened hours, or with others in their own hours; of the rest as now."""
    own = {client.name: client for client in week.clients}
    in_own_way = tuple(
        replace(c, modality=own[c.name].modality, virtual_days=own[c.name].virtual_days) for c in wide.clients
    )
    longer = replace(wide, clients=in_own_way)
    as_usual = replace(longer, clinicians=week.clinicians)
    demands: list[Demand] = []
    found = [offer for offer in options_of(week).offers if offer.demand.client.name not in targets]
    for demand in demands_of(longer):
        others = _other_holders(week, demand) if demand.client.name in targets else ()
        joined = replace(demand, clinicians=(*demand.clinicians, *others))
        demands.append(joined)
        if demand.client.name in targets:
            theirs = offers_of(as_usual, (replace(demand, clinicians=others),))
            found += [replace(offer, demand=joined) for offer in (*offers_of(longer, (demand,)), *theirs)]
    return tuple(demands), found


def _other_holders(week: Week, demand: Demand) -> tuple[str, ...]:
    if demand.kind is ActivityKind.INDIVIDUAL:
        able = [c.name for c in week.clinicians if c.topics is None or INDIVIDUAL in c.topics]
    else:
        able = [c.name for c in week.clinicians if may_hold(c, demand.service)]
    return tuple(name for name in able if name not in demand.clinicians)
