"""Better schedules neighbourhood by neighbourhood: some clients and groups are free, everything else stays.

Some neighbourhoods that have nobody in common are searched at once, each from the same schedule. The first that helps
is taken over; of the others, what still fits beside it: a search between the two schedules finds the best of both.
How many at once depends on the settings alone, so that equal input takes equal steps on every machine.
"""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from scheduler.solve.call import Effort
from scheduler.solve.few_starts import with_few_starts
from scheduler.solve.fewer import either_of, few_choices
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.narrow import Plan, narrowed, plan_of
from scheduler.solve.neighbourhoods import Neighbourhood, Neighbourhoods
from scheduler.solve.part import around
from scheduler.solve.polish import polish
from scheduler.solve.sizes import Sizes
from scheduler.solve.work import Work

ROUND_WORK, BOTH_WORK = 1.0, 0.2
MOST_DOUBLED = 4
"""How often the work for a round doubles at the most, once all goals have been worked on."""
FIRST_PATIENCE, PATIENCE, CLIENTS_FOR_ONE_MORE = 30, 15, 4
AT_ONCE, EACH = 2, 2
"""Neighbourhoods searched at once, and how many one after another, for a later goal: of several, those that take long
leave less time unused, while nearly all help that are found from the same schedule."""


@dataclass(frozen=True)
class _Found:
    """What became of a neighbourhood. proven: it was searched to the end; best: the schedule it ended with."""

    free: Neighbourhood
    proven: bool
    better: bool
    best: Incumbent


class Rounds:
    """Rounds of neighbourhoods over one week; whole: it is small enough to leave every option to those who are free.

    values: by goal after the first two, what it was for each client when last looked at. repeated: how often all later
    goals have been worked on already, from which on each round is given more work.
    """

    def __init__(self, work: Work, whole: bool) -> None:
        self.work, self.whole = work, whole
        self.neighbourhoods = Neighbourhoods(work.options, work.settings.seed)
        self.at_once = work.settings.workers or AT_ONCE
        self.sizes = Sizes(len(self.neighbourhoods.names))
        self.values: dict[int, dict[str, int]] = {}
        self.repeated = 0

    def go(self, position: int, until: float = math.inf, patience: int | None = None, most: float = math.inf) -> None:
        """Sets some clients free at a time until that has not helped the goal at the position for a while.

        most: rounds, at the most.
        """
        fruitless = rounds = 0
        self.work.bounds.searched.add(position)
        patience = patience or self._patience(position)
        while fruitless < patience and not self.work.clock.over and self.work.clock.elapsed < until and rounds < most:
            rounds += 1
            if self.work.bounds.proven(position, self.work.best.values):
                return
            before = self.work.best.values[: max(position + 1, FIRST_TWO)]
            tried = self._round(position)
            fruitless = 0 if self.work.best.values[: len(before)] < before else fruitless + len(tried)

    def _patience(self, position: int) -> int:
        """Neighbourhoods in a row without a gain after which a goal is left for the next."""
        if position < FIRST_TWO:
            return FIRST_PATIENCE
        return PATIENCE + len(self.neighbourhoods.names) // CLIENTS_FOR_ONE_MORE

    def _round(self, position: int) -> list[_Found]:
        """Some random neighbourhoods at once; they grow after each that could be searched to the end."""
        base = self.work.best.copy()
        plan = plan_of(self.work.options, base.schedule_found)
        free = self._supply(position)
        seeds = [(self.neighbourhoods.rng.randrange(100), self.neighbourhoods.rng.randrange(1000)) for _ in free]
        with ThreadPoolExecutor(max_workers=min(len(free), self.at_once)) as pool:
            tasks = [
                pool.submit(self._set_free, position, one, plan, base.copy(), *seed)
                for one, seed in zip(free, seeds, strict=True)
            ]
            tried = [task.result() for task in tasks]
        for found in tried:
            self.neighbourhoods.learn(found.free.kind, found.better)
            self.sizes.learn(found.free.kind, position, found.proven)
            if found.better:
                self._take_over(position, found, base)
        return tried

    def _supply(self, position: int) -> list[Neighbourhood]:
        """Neighbourhoods that have nobody and no group in common."""
        short = self.work.short_of_alone if position < FIRST_TWO else self._above(position)
        goal = self.work.goals[position].number
        result: list[Neighbourhood] = []
        for _ in range(self.at_once if position < FIRST_TWO else EACH * self.at_once):
            fresh = self.neighbourhoods.next(
                self.work.best.schedule_found, lambda kind: self.sizes.of(kind, position), goal, short
            )
            fresh = fresh.apart_from(result)
            if fresh.clients or fresh.groups:
                result.append(fresh)
        return result

    def _above(self, position: int) -> tuple[str, ...]:
        """Clients for whom a later goal is more than it would be with nobody else there."""
        number = self.work.goals[position].number
        least = self.work.alone.least.get(number)
        if least is None:
            return ()
        return tuple(name for name, value in sorted(self.values.get(number, {}).items()) if value > least.get(name, 0))

    def _set_free(
        self, position: int, free: Neighbourhood, plan: Plan, best: Incumbent, turn: int, seed: int
    ) -> _Found:
        fewer = None if self.whole else few_choices(plan, free.clients, turn)
        if free.settled:
            options = around(self.work.options, plan, free.clients, free.groups, fewer=fewer)
        else:
            options = narrowed(self.work.options, plan, free.clients, free.groups)
        if position < FIRST_TWO or not self.repeated or turn % 2:
            options = with_few_starts(options, plan)
        work = ROUND_WORK * 2 ** min(self.repeated, MOST_DOUBLED)
        effort = Effort(self.work.clock.left, 1, seed, 0 if options.movable else 2, work)
        answer, better = polish(options, self.work.goals, position, best, effort, self.work.clock, self.work.alone)
        return _Found(free, answer is not None and answer.proven, better, best)

    def _take_over(self, position: int, found: _Found, base: Incumbent) -> None:
        """Takes over what was found from a base, or what of it fits to what was taken over since."""
        if self.work.best.schedule is base.schedule:
            self.work.best.take(found.best)
            self.work.tell(position)
            return
        present = plan_of(self.work.options, self.work.best.schedule_found)
        plans = (present, plan_of(self.work.options, found.best.schedule_found))
        free = found.free
        options = around(self.work.options, present, free.clients, free.groups, fewer=either_of(plans, free.groups))
        effort = Effort(self.work.clock.left, 1, 1, 2, BOTH_WORK, quick=True)
        if polish(options, self.work.goals, position, self.work.best, effort, self.work.clock)[1]:
            self.work.tell(position)
