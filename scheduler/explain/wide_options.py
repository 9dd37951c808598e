"""The options of a widened week: all for the target clients, the usual for those who may move, the rest fixed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from scheduler.domain.people import INDIVIDUAL
from scheduler.domain.schedule import Kind as ActivityKind
from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.keeping import kept
from scheduler.explain.widen import shared_widened, widened
from scheduler.model.options import Admission, Demand, Offer, Options, options_of
from scheduler.model.options.admissions import admissions
from scheduler.model.options.pools import pools
from scheduler.model.options.services import demands as demands_of
from scheduler.model.options.services import may_hold
from scheduler.model.options.services import offers as offers_of
from scheduler.model.options.slots import slots


@dataclass(frozen=True)
class Basis:
    """What every question about one week starts from, whoever its targets are; found when it is first asked for."""

    week: Week

    @cached_property
    def usual(self) -> Options:
        """The options of the week as it is."""
        return options_of(self.week)

    @cached_property
    def shared(self) -> Options:
        """The options once what clients share is widened."""
        return options_of(shared_widened(self.week))


def wide_options(basis: Basis, schedule: Schedule, targets: frozenset[str], fixed: frozenset[str]) -> Options:
    """What could be part of a schedule with every liftable restriction lifted.

    targets: clients whose own restrictions are lifted too. fixed: clients who keep exactly what the schedule gives
    them.
    """
    week = basis.week
    wide = widened(week, targets)
    all_slots = slots(wide)
    theirs = admissions(replace(wide, clients=tuple(c for c in wide.clients if c.name in targets)), all_slots)
    found = [a for a in theirs if _is_near(week, a)]
    found += [a for a in basis.shared.admissions if a.client.name not in targets]
    demands, offers = _services(basis, wide, targets)
    options = Options(
        wide,
        all_slots,
        tuple(sorted(found, key=lambda a: a.key)),
        demands,
        tuple(offers),
        # Rooms that a group may or may not use stay apart, though it may use any.
        pools(replace(wide, groups=week.groups)),
    )
    return kept(options, schedule, fixed)


def _is_near(week: Week, admission: Admission) -> bool:
    """Not another day of a group that would have to be opened to the client's phase first: too much for one change."""
    group = week.group_by_name[admission.slot.group.name]
    return admission.slot.day in group.days or admission.client.phase in group.phases


def _services(basis: Basis, wide: Week, targets: frozenset[str]) -> tuple[tuple[Demand, ...], list[Offer]]:
    """Demands of all; offers of targets in widened hours, or with others in their own hours; of the rest as now."""
    week = basis.week
    own = {client.name: client for client in week.clients}
    in_own_way = tuple(
        replace(c, modality=own[c.name].modality, virtual_days=own[c.name].virtual_days) for c in wide.clients
    )
    longer = replace(wide, clients=in_own_way)
    as_usual = replace(longer, clinicians=week.clinicians)
    demands: list[Demand] = []
    found = [offer for offer in basis.usual.offers if offer.demand.client.name not in targets]
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
