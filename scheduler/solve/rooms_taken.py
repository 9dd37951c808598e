"""How many rooms are in use at each minute of a plan while it is made, as the rule of rooms counts them."""

from __future__ import annotations

from array import array

from scheduler.domain.calendar import DAYS, MIDNIGHT
from scheduler.model.options import Offer, Options
from scheduler.model.options.pools import suits_individual
from scheduler.solve.narrow import Plan

SHARED = ""
"""The key under which all rooms for individual use count together; offices have their own beside."""


class RoomsTaken:
    """Begins with the sessions of a plan and with closures; meetings in person come and go."""

    def __init__(self, options: Options, plan: Plan) -> None:
        self.turnaround = options.week.program.room_turnaround
        self.pools_for = options.pools_for_meetings
        shared = {pool.key for pool in options.pools if suits_individual(pool, None)}
        self.count = {pool.key: pool.count for pool in options.pools}
        self.count[SHARED] = sum(self.count[key] for key in shared)
        self.used = {(key, day): array("h", [0]) * (2 * MIDNIGHT) for key in (*sorted(shared), SHARED) for day in DAYS}
        for pool in options.pools:
            for day in DAYS if pool.key in shared else ():
                for window in pool.closed[day]:
                    self._add((pool.key, SHARED), day, window.start, window.end, pool.count)
        for (group, day), pools in sorted(plan.pools.items()):
            start = plan.starts[group, day]
            end = start + options.week.group_by_name[group].minutes + self.turnaround
            for key in pools if shared.issuperset(pools) else ():
                self._add((key, SHARED), day, start, end, 1)

    def free(self, offer: Offer, start: int) -> bool:
        """Whether there is a room for the meeting at the start, if it needs one."""
        end = start + offer.demand.minutes + self.turnaround
        return all(max(self.used[key, offer.day][start:end]) < self.count[key] for key in self._keys(offer))

    def note(self, offer: Offer, start: int, rooms: int = 1) -> None:
        """From now on the meeting has its room; -1: it has it no more."""
        end = start + offer.demand.minutes + self.turnaround
        self._add(self._keys(offer), offer.day, start, end, rooms)

    def _keys(self, offer: Offer) -> tuple[str, ...]:
        if not offer.in_person:
            return ()
        pools = self.pools_for[offer.clinician]
        return (pools[0].key, SHARED) if len(pools) == 1 else (SHARED,)

    def _add(self, keys: tuple[str, ...], day: int, start: int, end: int, rooms: int) -> None:
        for key in keys:
            used = self.used[key, day]
            for minute in range(start, end):
                used[minute] += rooms
