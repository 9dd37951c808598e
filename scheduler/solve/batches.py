"""A plan for a large site with times to choose: clients come in batch by batch, those before staying where they are.

Each batch is a small outline around people who are settled; together they are a good beginning where the whole outline
would take minutes to find any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scheduler.domain.people import Client
from scheduler.domain.rules import Goal
from scheduler.model.options import Options
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort
from scheduler.solve.clock import Clock
from scheduler.solve.coarse import Outline
from scheduler.solve.fewer import few_choices
from scheduler.solve.narrow import NOTHING, Plan
from scheduler.solve.part import around

SIZE, MOST_BATCHES = 25, 40
"""Clients of a batch at the least, and how many batches there are at the most."""
WORK = 0.015
"""Of the solver's own measure, for each client of a batch."""
MOST_SHARE = 2.0
"""How much more than its share of the time left a batch may take."""


class Batches:
    """plan: of all clients so far; the effort's seconds are for all batches together.

    known: a plan that keeps the locks, if there is one.
    """

    def __init__(
        self, options: Options, goals: tuple[Goal, ...], effort: Effort, clock: Clock, known: Plan = NOTHING
    ) -> None:
        self.options, self.goals, self.clock, self.known = options, goals, clock, known
        self.until = clock.elapsed + effort.seconds
        self.size = max(SIZE, -(-len(options.week.active_clients) // MOST_BATCHES))
        self.effort = replace(effort, workers=1, linearization=0, quick=True)
        self.locked = {lock.group for lock in options.week.locks if lock.group is not None}
        self.plan = NOTHING

    def fill(self) -> Iterator[Plan]:
        """A plan after each batch."""
        batches = list(self._batches())
        for place, batch in enumerate(batches):
            left = self.until - self.clock.elapsed
            if self.clock.over or left <= 0:
                return
            self._add(batch, MOST_SHARE * left / (len(batches) - place))
            yield self.plan

    def _batches(self) -> Iterator[list[str]]:
        """First those who are locked, without whom no batch keeps the locks; those of a track and phase together."""
        clients = sorted(self.options.week.active_clients, key=self._order)
        locked = self.options.week.locked_clients
        first = [client.name for client in clients if client.name in locked]
        rest = [client.name for client in clients if client.name not in locked]
        missing = max(0, self.size - len(first))
        yield [*first, *rest[:missing]]
        for place in range(missing, len(rest), self.size):
            yield rest[place : place + self.size]

    def _order(self, client: Client) -> tuple[tuple[str, str], int, str]:
        return _kind(client), -client.priority, client.name

    def _add(self, batch: Iterable[str], seconds: float) -> None:
        clients = set(batch)
        fewer = few_choices(self.plan, clients, turn=0)
        small = around(self.options, self.plan, clients, may_open=self._may_open(clients), fewer=fewer, timed=False)
        outline = Outline(small, self.goals, Bounds(self.goals), self.effort, self.clock)
        known = self.plan if self.plan.attending else self.known
        outline.sketch(WORK * max(SIZE, len(clients)), seconds, known)
        if outline.search.values is None:
            return
        found = outline.plan(as_given=True)
        self.plan = Plan(
            self.plan.starts | found.starts,
            self._attending(small) | found.attending,
            {key: starts for key, starts in self.plan.meetings.items() if key[0] in small.settled} | found.meetings,
            self.plan.leaders | found.leaders,
            self.plan.pools | found.pools,
        )

    def _attending(self, small: Options) -> frozenset[tuple[str, str, int]]:
        """Attendances that were set aside; of the sessions that were not, the batch knows."""
        return frozenset(key for key in self.plan.attending if key[1:] in small.aside.sessions)

    def _may_open(self, clients: set[str]) -> set[str]:
        """Groups that these clients or a lock may want held, but no cohort or locked group that has members already."""
        wanted = {a.slot.group.name for name in clients for a in self.options.admissions_of_client.get(name, ())}
        whole = {slot.group.name for slot in self.options.slots if slot.group.cohort} | self.locked
        return (wanted | self.locked) - (whole & {group for _, group, _ in self.plan.attending})


def _kind(client: Client) -> tuple[str, str]:
    return client.tracks[0], client.phase
