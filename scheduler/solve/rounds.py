"""Better schedules neighbourhood by neighbourhood: some clients and groups are free, everything else stays.

Some neighbourhoods that have nobody in common are searched at once, each from the same schedule. The first that helps
is taken over; of the others, what still fits beside it: a search between the two schedules finds the best of both.
How many at once depends on the settings alone, so that equal input takes equal steps on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from scheduler.domain.outcome import Settings
from scheduler.domain.rules import Goal
from scheduler.model.options import Options
from scheduler.solve.alone import Alone
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort
from scheduler.solve.clock import Clock
from scheduler.solve.few_starts import with_few_starts
from scheduler.solve.fewer import either_of, few_choices
from scheduler.solve.first_two import FIRST_TWO
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.narrow import Plan, plan_of
from scheduler.solve.neighbourhoods import Neighbourhood, Neighbourhoods
from scheduler.solve.part import around
from scheduler.solve.polish import polish

FEWEST, MOST = 5, 60
"""Clients that a neighbourhood sets free."""
ROUND_WORK, BOTH_WORK = 1.0, 0.2
FIRST_PATIENCE, PATIENCE = 30, 15
"""Neighbourhoods in a row without a gain after which a goal is left for the next."""
AT_ONCE = 2


@dataclass(frozen=True)
class _Found:
    """What became of a neighbourhood. proven: it was searched to the end; best: the schedule it ended with."""

    free: Neighbourhood
    proven: bool
    better: bool
    best: Incumbent


class Rounds:
    """Rounds of neighbourhoods over one week; whole: it is small enough to leave every option to those who are free."""

    def __init__(
        self,
        options: Options,
        goals: tuple[Goal, ...],
        bounds: Bounds,
        best: Incumbent,
        settings: Settings,
        clock: Clock,
        tell: Callable[[int], None],
        alone: Alone,
        whole: bool,
    ) -> None:
        self.options, self.goals, self.bounds, self.best = options, goals, bounds, best
        self.clock, self.tell, self.alone, self.whole = clock, tell, alone, whole
        self.neighbourhoods = Neighbourhoods(options, settings.seed)
        self.at_once = settings.workers or AT_ONCE
        self.size = min(FEWEST, len(self.neighbourhoods.names))

    def go(self, position: int, until: float = math.inf, patience: int | None = None) -> None:
        """Sets some clients free at a time until that has not helped the goal at the position for a while."""
        fruitless = 0
        patience = patience or (FIRST_PATIENCE if position < FIRST_TWO else PATIENCE)
        while fruitless < patience and not self.clock.over and self.clock.elapsed < until:
            if self.bounds.proven(position, self.best.values):
                return
            tried = self._round(position)
            fruitless = 0 if any(found.better for found in tried) else fruitless + len(tried)

    def _round(self, position: int) -> list[_Found]:
        """Some random neighbourhoods at once; they grow after each that could be searched to the end."""
        base = self.best.copy()
        plan = plan_of(self.options, base.schedule_found)
        free = self._supply(position)
        seeds = [(self.neighbourhoods.rng.randrange(100), self.neighbourhoods.rng.randrange(1000)) for _ in free]
        with ThreadPoolExecutor(max_workers=len(free)) as pool:
            tasks = [
                pool.submit(self._set_free, position, one, plan, base.copy(), *seed)
                for one, seed in zip(free, seeds, strict=True)
            ]
            tried = [task.result() for task in tasks]
        most = min(MOST, len(self.neighbourhoods.names))
        for found in tried:
            self.neighbourhoods.learn(found.free.kind, found.better)
            self.size = min(most, self.size + 1) if found.proven else max(min(FEWEST, most), self.size - 1)
            if found.better:
                self._take_over(position, found, base)
        return tried

    def _supply(self, position: int) -> list[Neighbourhood]:
        """Neighbourhoods that have nobody and no group in common."""
        short = self._improvable() if position < FIRST_TWO else ()
        result: list[Neighbourhood] = []
        for _ in range(self.at_once):
            fresh = self.neighbourhoods.next(self.best.schedule_found, self.size, short).apart_from(result)
            if fresh.clients or fresh.groups:
                result.append(fresh)
        return result

    def _improvable(self) -> tuple[str, ...]:
        """Clients who are short of what they could have alone."""
        least = self.alone.least.get(2, {})
        return tuple(name for name in self.best.short if self.best.missing[name] > least.get(name, 0))

    def _set_free(
        self, position: int, free: Neighbourhood, plan: Plan, best: Incumbent, turn: int, seed: int
    ) -> _Found:
        fewer = None if self.whole else few_choices(plan, free.clients, turn)
        options = around(self.options, plan, free.clients, free.groups, fewer=fewer)
        if not self.whole and position < FIRST_TWO:
            options = with_few_starts(options, plan)
        effort = Effort(self.clock.left, 1, seed, 0 if options.movable else 2, ROUND_WORK)
        answer, better = polish(options, self.goals, position, best, effort, self.clock)
        return _Found(free, answer is not None and answer.proven, better, best)

    def _take_over(self, position: int, found: _Found, base: Incumbent) -> None:
        """Takes over what was found from a base, or what of it fits to what was taken over since."""
        if self.best.schedule is base.schedule:
            self.best.take(found.best)
            self.tell(position)
            return
        present = plan_of(self.options, self.best.schedule_found)
        plans = (present, plan_of(self.options, found.best.schedule_found))
        free = found.free
        options = around(self.options, present, free.clients, free.groups, fewer=either_of(plans, free.groups))
        effort = Effort(self.clock.left, 1, 1, 2, BOTH_WORK, quick=True)
        if polish(options, self.goals, position, self.best, effort, self.clock)[1]:
            self.tell(position)
