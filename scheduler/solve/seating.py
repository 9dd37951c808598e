"""A first plan where sessions have their times and leaders: clients come in one by one, each with the best week left.

A week of one client is a question of milliseconds; what the client takes has its price, so that those who come later
find what only they can use. A site of a thousand is in after some seconds, and hardly anybody is short.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scheduler.domain.locks import Lock
from scheduler.domain.people import Client
from scheduler.model.care import care_of
from scheduler.model.draft import Draft, total
from scheduler.model.options import Offer, Options
from scheduler.model.rules import OF_ONE_CLIENT, locks
from scheduler.solve.call import Effort, call
from scheduler.solve.clock import Clock
from scheduler.solve.diary import Diary
from scheduler.solve.few_starts import with_few_starts
from scheduler.solve.narrow import NOTHING, Plan
from scheduler.solve.one_client import bare, draft_of
from scheduler.solve.seats import Seats
from scheduler.solve.taken import OfferKey

AT_A_TIME = 25
"""Clients after whom there is a plan worth looking at."""
WORK, SECONDS = 0.05, 1.0
"""Of the solver's own measure, and seconds, for one client at the most."""
MINUTE, PLAN = 100_000, 10_000
"""What a minute missing of a care plan costs, and a plan that is missed in minutes, against prices of seats."""
CLINICIANS = 3
"""Clinicians thought of where many could hold a service: those with the most time left."""


class Seating:
    """staffed: when sessions are held, by whom and where; plan: with all clients who are in so far."""

    def __init__(self, options: Options, staffed: Plan, clock: Clock, seconds: float) -> None:
        self.options, self.staffed, self.clock = options, staffed, clock
        self.until = clock.elapsed + seconds
        self.seats, self.diary = Seats(options, staffed), Diary(options, staffed)
        self.slots = {key: bare(slot) for key, slot in self.seats.slots.items()}
        self.meetings: dict[str, list[tuple[Offer, int]]] = {}
        self.locks: dict[str, tuple[Lock, ...]] = {}
        for lock in options.week.locks:
            if lock.client is not None:
                self.locks[lock.client] = (*self.locks.get(lock.client, ()), lock)

    @property
    def plan(self) -> Plan:
        meetings: dict[OfferKey, tuple[int, ...]] = {
            offer.key: (start,) for taken in self.meetings.values() for offer, start in taken
        }
        return replace(self.staffed, attending=frozenset(self.seats.attending()), meetings=meetings)

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
        return client.name not in self.locks, (client.tracks[0], client.phase), -client.priority, client.name

    def _out_of_small_sessions(self) -> list[Client]:
        """Closes what is too small, and returns who sat there; they sit nowhere then."""
        names = self.seats.close(self.seats.too_small())
        for name in names:
            self.seats.leave(name)
            for offer, start in self.meetings.pop(name, ()):
                self.diary.forget(offer, start)
        return [client for client in self.options.clients if client.name in names]

    def _seat(self, client: Client) -> None:
        """The best week that is left for the client; nothing where locks can't be kept any more."""
        draft = self._draft(client)
        care = care_of(draft, client)
        prices = total(self.seats.price((group, day)) * seat for (_, group, day), seat in draft.attend.items())
        draft.cp.minimize(MINUTE * (PLAN * (1 - care.met) + care.missing) + prices)
        values = call(draft.cp, Effort(SECONDS, linearization=2, work=WORK, quick=True), self.clock.stop).values
        if values is not None:
            self._take(client, draft, values)

    def _draft(self, client: Client) -> Draft:
        week = replace(self.options.week, locks=self.locks.get(client.name, ()))
        admissions = tuple(self.seats.open_to(client))
        part = replace(self.options, week=week, admissions=admissions, offers=tuple(self._offers(client)))
        offers = with_few_starts(part, NOTHING).offers
        return draft_of(part, client, self.slots, admissions, offers, rules=(*OF_ONE_CLIENT, locks.post))

    def _take(self, client: Client, draft: Draft, values: tuple[int, ...]) -> None:
        for (_, group, day), seat in draft.attend.items():
            if values[seat.index]:
                self.seats.members[group, day].append(client.name)
        for offer in draft.options.offers:
            for start in offer.starts:
                if values[draft.begin[offer.key, start].index]:
                    self.meetings.setdefault(client.name, []).append((offer, start))
                    self.diary.note(offer, start)

    def _offers(self, client: Client) -> Iterator[Offer]:
        for demand in self.options.demands_of_client.get(client.name, ()):
            offers = self.options.offers_of_demand.get(demand.key, ())
            names = sorted({offer.clinician for offer in offers}, key=lambda name: (-self.diary.left[name], name))
            some = set(names[:CLINICIANS])
            for offer in offers:
                starts = self.diary.free(offer) if offer.clinician in some else ()
                if starts:
                    yield replace(offer, starts=starts)
