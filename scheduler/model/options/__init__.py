"""What may happen at all, found without a solver: each rule that concerns one activity alone is applied here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from scheduler.domain.groups import Group
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.model.options.admissions import Admission, admissions
from scheduler.model.options.aside import NOTHING_ASIDE, Aside, Engagement
from scheduler.model.options.pools import Pool, needs_room, pools, suits_group, suits_individual
from scheduler.model.options.services import Demand, Offer, demands, offers
from scheduler.model.options.slots import Slot, possible_days, slots

_Item = TypeVar("_Item")
_Key = TypeVar("_Key")

__all__ = ["Admission", "Aside", "Demand", "Engagement", "Offer", "Options", "Pool", "Slot", "options_of"]


@dataclass(frozen=True)
class Options:
    """Everything that could be part of a schedule of the week, in sorted order.

    slots: a group on a day; admissions: a client in a slot; demands: what one-on-ones a client is due; offers: a demand
    on a day with a clinician; pools: rooms that are alike.
    """

    week: Week
    slots: tuple[Slot, ...]
    admissions: tuple[Admission, ...]
    demands: tuple[Demand, ...]
    offers: tuple[Offer, ...]
    pools: tuple[Pool, ...]
    rooms_chosen: bool = False
    """Whether the model chooses the room of each individual session, where counting the rooms in use is not enough."""
    settled: frozenset[str] = frozenset()
    """Clients whose admissions and offers here are their week: they take seats and time, but can't change."""
    whole: frozenset[tuple[str, str]] = frozenset()
    """Clients and groups of which only all of the sessions here are attended, or none."""
    aside: Aside = NOTHING_ASIDE
    """What else is settled and takes nothing but time of clinicians and rooms."""

    @cached_property
    def clients(self) -> tuple[Client, ...]:
        """Active clients with something still to decide: rules and goals of a client speak of these."""
        return tuple(client for client in self.week.active_clients if client.name not in self.settled)

    @cached_property
    def movable(self) -> bool:
        """Whether any session has more than one time that it could take."""
        return any(slot.movable for slot in self.slots)

    @cached_property
    def size(self) -> int:
        """How many attendances and starts of meetings there are to choose from."""
        return len(self.admissions) + sum(len(offer.starts) for offer in self.offers)

    @cached_property
    def size_in_outline(self) -> int:
        """How many attendances, and meetings on a day, there are to choose from."""
        return len(self.admissions) + len(self.offers)

    @cached_property
    def times_to_choose(self) -> int:
        """At how many times clients could be in sessions that have several, all together."""
        return sum(len(admission.placements) for admission in self.admissions if admission.slot.movable)

    @cached_property
    def admissions_of_client(self) -> dict[str, tuple[Admission, ...]]:
        return _grouped(self.admissions, lambda admission: admission.client.name)

    def admissions_by_group(self, client: Client) -> dict[str, tuple[Admission, ...]]:
        """The client's admissions, those to sessions of one group together."""
        return _grouped(self.admissions_of_client.get(client.name, ()), lambda admission: admission.slot.group.name)

    @cached_property
    def admission_by_key(self) -> dict[tuple[str, str, int], Admission]:
        return {admission.key: admission for admission in self.admissions}

    @cached_property
    def admissions_of_slot(self) -> dict[tuple[str, int], tuple[Admission, ...]]:
        return _grouped(self.admissions, lambda admission: admission.slot.key)

    @cached_property
    def slot_by_key(self) -> dict[tuple[str, int], Slot]:
        return {slot.key: slot for slot in self.slots}

    @cached_property
    def slots_of_group(self) -> dict[str, tuple[Slot, ...]]:
        return _grouped(self.slots, lambda slot: slot.group.name)

    @cached_property
    def demands_of_client(self) -> dict[str, tuple[Demand, ...]]:
        return _grouped(self.demands, lambda demand: demand.client.name)

    @cached_property
    def offers_of_demand(self) -> dict[tuple[str, int], tuple[Offer, ...]]:
        return _grouped(self.offers, lambda offer: offer.demand.key)

    @cached_property
    def offers_of_clinician(self) -> dict[tuple[str, int], tuple[Offer, ...]]:
        return _grouped(self.offers, lambda offer: (offer.clinician, offer.day))

    @cached_property
    def offers_of_day(self) -> dict[int, tuple[Offer, ...]]:
        return _grouped(self.offers, lambda offer: offer.day)

    def days_of_group(self, group: Group) -> tuple[int, ...]:
        """Days on which a window of the group's tracks holds it outside closures of the program, whatever locks say."""
        return possible_days(self.week, group)

    def pools_for(self, slot: Slot) -> tuple[Pool, ...]:
        """The pools that may host the slot's session; empty where it needs none."""
        if slot.group.name not in self._pools_of_group:
            suiting = needs_room(self.week, slot.group)
            self._pools_of_group[slot.group.name] = tuple(
                p for p in self.pools if suiting and suits_group(p, slot.group)
            )
        pools = self._pools_of_group[slot.group.name]
        return pools if slot.pools is None else tuple(pool for pool in pools if pool.key in slot.pools)

    @cached_property
    def _pools_of_group(self) -> dict[str, tuple[Pool, ...]]:
        """Found when first asked for."""
        return {}

    @cached_property
    def pools_for_meetings(self) -> dict[str, tuple[Pool, ...]]:
        """By clinician, the pools that may host an individual session or appointment in person."""
        return {
            clinician.name: tuple(pool for pool in self.pools if suits_individual(pool, clinician.office))
            for clinician in self.week.clinicians
        }

    @cached_property
    def pool_of_room(self) -> dict[str, Pool]:
        return {room: pool for pool in self.pools for room in pool.rooms}


def _grouped(items: Iterable[_Item], key: Callable[[_Item], _Key]) -> dict[_Key, tuple[_Item, ...]]:
    result: dict[_Key, list[_Item]] = {}
    for item in items:
        result.setdefault(key(item), []).append(item)
    return {name: tuple(values) for name, values in result.items()}


def options_of(week: Week) -> Options:
    """All options of the week."""
    all_slots = slots(week)
    all_demands = demands(week)
    room_locked = any(lock.room is not None and lock.client is not None for lock in week.locks)
    return Options(
        week,
        all_slots,
        admissions(week, all_slots),
        all_demands,
        offers(week, all_demands),
        pools(week),
        rooms_chosen=room_locked,
    )
