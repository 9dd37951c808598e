"""Who sits in which session of a plan while it is made: seats left, their price, and what is open to a client."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from scheduler.domain.people import Client
from scheduler.model.draft import SlotKey
from scheduler.model.options import Admission, Options, Slot
from scheduler.model.rules.minimum_size import locked_to_be_held
from scheduler.solve.alike_sections import alike_sections
from scheduler.solve.narrow import Plan

PRESSURE, OPENING = 5, 40
"""The price of a seat: so much for each client who could want it, and more where nobody sits in the session yet."""


class Seats:
    """members: by session of the plan, who sits in it; nobody at first, whatever the plan says."""

    def __init__(self, options: Options, plan: Plan) -> None:
        self.options, self.plan = options, plan
        self.slots = {key: options.slot_by_key[key] for key in sorted(plan.starts)}
        self.members: dict[SlotKey, list[str]] = {key: [] for key in self.slots}
        self.apart = _kept_apart(options)
        self.locked = {lock.group for lock in options.week.locks if lock.group is not None}
        capacities = {pool.key: pool.first.capacity for pool in options.pools}
        self.most = {key: _most(slot, plan.pools.get(key, ()), capacities) for key, slot in self.slots.items()}

    def open_to(self, client: Client, known: Collection[SlotKey] = ()) -> list[Admission]:
        """What the client could attend; of alike sections the one that needs members most, and whatever is known."""
        admissions = self.options.admissions_of_client.get(client.name, ())
        open_still = {a.slot.key: a for a in admissions if self._is_open(a) or a.slot.key in known}
        some = (a for a in open_still.values() if not a.slot.group.cohort or self._is_whole(a, open_still.keys()))
        sections = alike_sections(self.options.week, client, some)
        best = (min(alike, key=lambda a: self._rank(a.slot.key)) for alike in sections)
        return list({a.key: a for a in (*best, *(open_still[key] for key in known if key in open_still))}.values())

    def price(self, key: SlotKey) -> int:
        """What a seat costs those who come later: nothing where the session is in want of members."""
        if self._wanting(key):
            return 0
        asked = len(self.options.admissions_of_slot.get(key, ()))
        opening = 0 if self.members[key] else OPENING
        return 1 + PRESSURE * asked // max(1, self.most[key]) + opening

    def too_small(self) -> list[SlotKey]:
        """Sessions in which somebody sits, but too few to hold them."""
        return [key for key, names in self.members.items() if names and self._too_few(key)]

    def close(self, keys: Iterable[SlotKey]) -> None:
        """Nobody may sit there any more who does not already."""
        self.most |= dict.fromkeys(keys, 0)

    def attending(self) -> Iterator[tuple[str, str, int]]:
        """Who attends what, without sessions too small to be held."""
        small = set(self.too_small())
        for key, names in self.members.items():
            if key not in small:
                yield from ((name, *key) for name in names)

    def _is_open(self, admission: Admission) -> bool:
        key, client = admission.slot.key, admission.client
        return (
            len(self.members.get(key, ())) < self.most.get(key, 0)
            and self.apart.get(client.name, frozenset()).isdisjoint(self.members[key])
            and not set(client.avoid_clinicians).intersection(self.plan.leaders.get(key, ()))
        )

    def _is_whole(self, admission: Admission, open_still: Iterable[SlotKey]) -> bool:
        """Whether every session of the admission's cohort while the client is there is open."""
        client, name = admission.client, admission.slot.group.name
        days = {day for group, day in self.slots if group == name and client.first_day <= day <= client.last_day}
        return days <= {day for group, day in open_still if group == name}

    def _rank(self, key: SlotKey) -> tuple[bool, bool, int, SlotKey]:
        """Sessions in want of members first, then the fullest; those in which nobody sits last."""
        return not self._wanting(key), not self.members[key], -len(self.members[key]), key

    def _wanting(self, key: SlotKey) -> bool:
        """Whether the session is begun, or locked, and not yet large enough."""
        return self._too_few(key) and (bool(self.members[key]) or key[0] in self.locked)

    def _too_few(self, key: SlotKey) -> bool:
        slot = self.slots[key]
        if slot.group.must_run or locked_to_be_held(self.options.week, slot):
            return False
        return len(self.members[key]) < slot.group.min_clients


def _most(slot: Slot, pools: Iterable[str], capacities: dict[str, int]) -> int:
    """Seats of the session, at the most those of its room."""
    rooms = (capacities[pool] // max(1, slot.group.seats_per_client) for pool in pools)
    return min((slot.group.max_clients, *rooms))


def _kept_apart(options: Options) -> dict[str, set[str]]:
    apart: dict[str, set[str]] = {}
    for pair in options.week.keep_apart:
        apart.setdefault(pair.client_a, set()).add(pair.client_b)
        apart.setdefault(pair.client_b, set()).add(pair.client_a)
    return apart
