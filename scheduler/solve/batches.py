"""A plan for a large site: clients come in batch by batch, and are then set free again batch by batch.

Each batch is a small outline, solved almost to its best; together they are a good beginning where the whole outline
would take minutes to find any.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from scheduler.domain.people import Client
from scheduler.domain.rules import Goal
from scheduler.model.build import goal_value
from scheduler.model.options import Options
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort
from scheduler.solve.clock import Clock
from scheduler.solve.coarse import Outline
from scheduler.solve.narrow import Plan, narrowed

SIZE, MOST_BATCHES = 50, 10
"""Clients of a batch at the least, and how many batches there are at the most."""
WORK = 0.05
"""Of the solver's own measure, for each client of a batch."""


class Batches:
    """plan: of all clients so far; value: what it comes to in the first two goals, once all clients are in."""

    def __init__(self, options: Options, goals: tuple[Goal, ...], effort: Effort, clock: Clock) -> None:
        self.options, self.goals, self.clock = options, goals, clock
        self.size = max(SIZE, -(-len(options.week.active_clients) // MOST_BATCHES))
        self.work = WORK * self.size
        linearization = 0 if options.movable else effort.linearization
        self.effort = replace(effort, workers=1, linearization=linearization, quick=True, work=self.work)
        self.locked = {lock.group for lock in options.week.locks if lock.group is not None}
        self.clients = sorted(options.week.active_clients, key=self._order)
        self.plan = Plan({}, frozenset(), {})
        self.value: tuple[int, ...] = ()

    def _order(self, client: Client) -> tuple[bool, str, str, int, str]:
        """Those who are locked first, without whom no batch keeps the locks; those of a track and phase together."""
        locked = any(lock.client == client.name for lock in self.options.week.locks)
        return not locked, client.tracks[0], client.phase, -client.priority, client.name

    def fill(self) -> None:
        """All clients, batch by batch, those before staying where they are."""
        for first in range(0, len(self.clients), self.size):
            if self.clock.over:
                return
            self._solve(client.name for client in self.clients[first : first + self.size])

    def improve(self, seconds: float) -> None:
        """Random batches of a track and phase again, as long as it takes; a plan is only changed for a better one."""
        rng = Random(self.effort.seed)
        until = self.clock.elapsed + seconds
        while self.clock.elapsed < until and not self.clock.over:
            first = rng.randrange(len(self.clients))
            near = (self.clients * 2)[first : first + self.size * 2]
            self._solve((client.name for client in rng.sample(near, min(self.size, len(near)))), better_only=True)

    def _solve(self, batch: Iterable[str], better_only: bool = False) -> None:
        clients = set(batch)
        groups = {a.slot.group.name for a in self.options.admissions if a.client.name in clients} | self.locked
        small = narrowed(self.options, self.plan, clients, groups)
        outline = Outline(small, self.goals, Bounds(self.goals), self.effort, self.clock)
        outline.sketch(self.work, self.effort.seconds)
        if outline.search.values is None:
            return
        value = tuple(outline.search.value(goal_value(outline.draft, goal.number)) for goal in self.goals[:2])
        if not better_only or not self.value or value < self.value:
            self.plan, self.value = replace(outline.plan(as_given=True), leaders=outline.leaders()), value
