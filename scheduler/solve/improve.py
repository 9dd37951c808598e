"""From a right schedule to the best that the time allows: neighbourhood by neighbourhood, and whole where it fits."""

from __future__ import annotations

import math
from collections.abc import Callable

from scheduler.domain.outcome import Settings
from scheduler.domain.rules import Goal
from scheduler.model.build import build, goal_value
from scheduler.model.options import Options
from scheduler.solve.alone import Alone
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort
from scheduler.solve.clock import Clock
from scheduler.solve.effort import effort_for, several
from scheduler.solve.few_starts import with_few_starts
from scheduler.solve.first_two import FIRST_TWO, FirstTwo
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.narrow import plan_of
from scheduler.solve.neighbourhoods import Neighbourhood, Neighbourhoods
from scheduler.solve.part import around
from scheduler.solve.polish import held_search, offered, polish

SMALL_SIZE, FEW_CLIENTS = 6_000, 40
"""Options up to which, or clients below which, the whole week is searched at once before any neighbourhood."""
WHOLE_SIZE = 60_000
"""Options up to which it is at all."""
WHOLE_PART = 0.4
ALONE_PART = 0.2
"""Of the time left, for bounds of the later goals from what each client could have alone."""
LEAST_SECONDS = 3.0
"""With less time left, presolving the whole week would take all of it."""
FEWEST, MOST = 5, 60
"""Clients that a neighbourhood sets free."""
ROUND_WORK = 1.0
FIRST_PATIENCE, PATIENCE = 30, 15
"""Neighbourhoods in a row without a gain after which a goal is left for the next."""


class Improvement:
    """Works on the first goal that is not proven, then on those after it, as long as there is time.

    alone: what each client could have at the best.
    """

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
    ) -> None:
        self.options, self.goals, self.bounds, self.best = options, goals, bounds, best
        self.settings, self.clock, self.tell, self.alone = settings, clock, tell, alone
        self.neighbourhoods = Neighbourhoods(options, settings.seed)
        self.size = min(FEWEST, len(self.neighbourhoods.names))
        self.bounded = False

    def run(self) -> None:
        position = self.bounds.first_open(self.best.values)
        while position is not None and not self.clock.over:
            if position >= FIRST_TWO and not self.bounded:
                self.bounded = True
                self.alone.later(self.goals, self.best.values, self.bounds, self.clock.share(ALONE_PART))
                position = self.bounds.first_open(self.best.values)
                continue
            whole_first = self._small() or position < FIRST_TWO
            if whole_first:
                self._whole(position)
            self._neighbourhoods(position)
            if not whole_first:
                self._whole(position)
            following = self.bounds.first_open(self.best.values, position + 1)
            position = following if following is not None else self.bounds.first_open(self.best.values)

    def first_two(self, seconds: float, patience: int = FIRST_PATIENCE) -> None:
        """Works on goals 1 and 2 for so long at the most, or until so many neighbourhoods in a row have not helped."""
        until = self.clock.elapsed + seconds
        for position in range(FIRST_TWO):
            self._neighbourhoods(position, until, patience)

    def _small(self) -> bool:
        return self.options.size <= SMALL_SIZE or len(self.options.clients) < FEW_CLIENTS

    def _fits_whole(self) -> bool:
        return self.options.size <= WHOLE_SIZE

    def _neighbourhoods(self, position: int, until: float = math.inf, patience: int | None = None) -> None:
        """Sets some clients free at a time until that has not helped for a while."""
        fruitless = 0
        patience = patience or (FIRST_PATIENCE if position < FIRST_TWO else PATIENCE)
        while fruitless < patience and not self.clock.over and self.clock.elapsed < until:
            if self.bounds.proven(position, self.best.values):
                return
            fruitless = 0 if self._round(position) else fruitless + 1

    def _round(self, position: int) -> bool:
        """One random neighbourhood, larger after each that could be searched to the end."""
        short = self._improvable() if position < FIRST_TWO else ()
        proven, better = self._set_free(position, self.neighbourhoods.next(self.best.schedule_found, self.size, short))
        self.neighbourhoods.learn(better)
        most = min(MOST, len(self.neighbourhoods.names))
        self.size = min(most, self.size + 1) if proven else max(min(FEWEST, most), self.size - 1)
        return better

    def _set_free(self, position: int, free: Neighbourhood) -> tuple[bool, bool]:
        """Whether the neighbourhood was searched to the end, and whether that gave a better schedule."""
        plan = plan_of(self.options, self.best.schedule_found)
        turn = None if self._fits_whole() else self.neighbourhoods.rng.randrange(100)
        options = around(self.options, plan, free.clients, free.groups, turn=turn)
        if turn is not None and position < FIRST_TWO:
            options = with_few_starts(options, plan)
        linearization = 0 if options.movable else 2
        seed = self.neighbourhoods.rng.randrange(1000)
        effort = Effort(self.clock.left, 1, seed, linearization, ROUND_WORK)
        answer, better = polish(options, self.goals, position, self.best, effort, self.clock)
        if better:
            self.tell(position)
        return answer is not None and answer.proven, better

    def _improvable(self) -> tuple[str, ...]:
        """Clients who are short of what they could have alone."""
        least = self.alone.least.get(2, {})
        return tuple(name for name in self.best.short if self.best.missing[name] > least.get(name, 0))

    def _whole(self, position: int) -> None:
        """The whole week at once for one goal, those before it held: finds what no neighbourhood does, and proves."""
        if not self._fits_whole() or self.clock.left < LEAST_SECONDS or self.bounds.proven(position, self.best.values):
            return
        seconds = self.clock.share(WHOLE_PART)
        effort = effort_for(self.options, seconds, self.settings)
        if position < FIRST_TWO and not self._small():
            # What no bound and no neighbourhood settled asks for several kinds of search.
            effort = several(self.options, effort)
        draft = build(self.options)
        search = held_search(draft, self.goals, position, self.best, effort, self.clock)
        if search is None:
            return
        if position == 0:
            first_two = FirstTwo(draft, self.goals)
            first_two.know(self.bounds)
            answer = search.minimize(first_two.both, effort.seconds)
            first_two.note(answer, first_two.values(search), self.bounds)
        else:
            answer = search.minimize(goal_value(draft, self.goals[position].number), effort.seconds)
            self.bounds.add(position, answer.bound, self.best.values[:position])
        if offered(search, self.goals, self.best):
            self.tell(position)
