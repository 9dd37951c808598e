"""A first plan where sessions have their times and leaders: clients come in one by one, each with the best week left.

A week of one client is a question of milliseconds; what the client takes has its price, so that those who come later
find what only they can use. A site of a thousand is in after some seconds, and hardly anybody is short.
"""

from __future__ import annotations

from collections.abc import Iterator

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.people import Client
from scheduler.model.care import care_of
from scheduler.model.draft import Draft, total
from scheduler.model.options import Options
from scheduler.solve.call import Effort, call
from scheduler.solve.clock import Clock
from scheduler.solve.desk import Desk, week_in
from scheduler.solve.narrow import Plan
from scheduler.solve.time_prices import TimePrices

AT_A_TIME = 25
"""Clients after whom there is a plan worth looking at."""
WORK, SECONDS = 0.05, 1.0
"""Of the solver's own measure, and seconds, for one client at the most."""
MINUTE, PLAN = 100_000, 10_000
"""What a minute missing of a care plan costs, and a plan that is missed in minutes, against prices of seats."""


class Seating:
    """staffed: when sessions are held, by whom and where; plan: with all clients who are in so far."""

    def __init__(self, options: Options, staffed: Plan, clock: Clock, seconds: float) -> None:
        self.options, self.clock = options, clock
        self.until = clock.elapsed + seconds
        self.desk = Desk(options, staffed)
        self.times = TimePrices(options)

    @property
    def plan(self) -> Plan:
        return self.desk.plan

    def fill(self) -> Iterator[Plan]:
        """A plan after every some clients; whoever sat in a session that stays too small comes in anew."""
        waiting = sorted(self.options.clients, key=self._order)
        while waiting:
            for place, client in enumerate(waiting, start=1):
                if self.clock.over or self.clock.elapsed >= self.until:
                    return
                self._seat(client)
                if place % AT_A_TIME == 0:
                    yield self.plan
            waiting = self._out_of_small_sessions()

    def _order(self, client: Client) -> tuple[bool, tuple[str, str], int, str]:
        return client.name not in self.desk.locks, (client.tracks[0], client.phase), -client.priority, client.name

    def _out_of_small_sessions(self) -> list[Client]:
        """Closes what is too small, and returns who sat there; they sit nowhere then."""
        seats = self.desk.seats
        small = seats.too_small()
        names = {name for key in small for name in seats.members[key]}
        seats.close(small)
        for name in names:
            self.desk.take_out(name)
        return [client for client in self.options.clients if client.name in names]

    def _seat(self, client: Client) -> None:
        """The best week that is left for the client; nothing where locks can't be kept any more."""
        draft = self.desk.draft(client)
        care = care_of(draft, client)
        draft.cp.minimize(MINUTE * (PLAN * (1 - care.met) + care.missing) + self._prices(draft))
        values = call(draft.cp, Effort(SECONDS, linearization=2, work=WORK, quick=True), self.clock.stop).values
        if values is not None:
            self.desk.put(client.name, week_in(draft, values))

    def _prices(self, draft: Draft) -> LinearExprT:
        """Of the seats and of the clinicians' time that the client takes."""
        seats = [self.desk.seats.price((group, day)) * seat for (_, group, day), seat in draft.attend.items()]
        starts = ((offer, start) for offer in draft.options.offers for start in offer.starts)
        times = [self.times.price(offer, start) * draft.begin[offer.key, start] for offer, start in starts]
        return total([*seats, *times])
