"""From a right schedule to the best that the time allows: neighbourhood by neighbourhood, and whole where it fits."""

from __future__ import annotations

from collections.abc import Callable

from scheduler.domain.outcome import Settings
from scheduler.domain.rules import Goal
from scheduler.model.build import build, goal_value
from scheduler.model.options import Options
from scheduler.solve.bounds import Bounds
from scheduler.solve.call import Effort
from scheduler.solve.clock import Clock
from scheduler.solve.effort import effort_for
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.narrow import around, plan_of
from scheduler.solve.neighbourhoods import Neighbourhood, Neighbourhoods
from scheduler.solve.polish import held_search, polish

WHOLE_SIZE = 60_000
"""Options up to which the whole week is also searched at once, which alone can prove the later goals."""
WHOLE_PART = 0.6
LEAST_SECONDS = 3.0
"""With less time left, presolving the whole week would take all of it."""
FEWEST, MOST = 5, 60
"""Clients that a neighbourhood sets free."""
ROUND_WORK = 1.0
PATIENCE = 6
"""Neighbourhoods in a row without a gain after which a goal is left for the next."""


class Improvement:
    """Works on the first goal that is not proven, then on those after it, as long as there is time."""

    def __init__(
        self,
        options: Options,
        goals: tuple[Goal, ...],
        bounds: Bounds,
        best: Incumbent,
        settings: Settings,
        clock: Clock,
        tell: Callable[[int], None],
    ) -> None:
        self.options, self.goals, self.bounds, self.best = options, goals, bounds, best
        self.settings, self.clock, self.tell = settings, clock, tell
        self.neighbourhoods = Neighbourhoods(options, settings.seed)
        self.size = min(FEWEST, len(self.neighbourhoods.names))

    def run(self) -> None:
        position = self.bounds.first_open(self.best.values)
        while position is not None and not self.clock.over:
            if self._fits_whole() and self.clock.left > LEAST_SECONDS:
                self._whole(position)
            if not self.bounds.proven(position, self.best.values):
                self._neighbourhoods(position)
            following = self.bounds.first_open(self.best.values, position + 1)
            position = following if following is not None else self.bounds.first_open(self.best.values)

    def _fits_whole(self) -> bool:
        return self.options.size <= WHOLE_SIZE

    def _neighbourhoods(self, position: int) -> None:
        """Sets some clients free at a time until that has not helped for a while."""
        fruitless = 0
        while fruitless < PATIENCE and not self.clock.over:
            if self.bounds.proven(position, self.best.values):
                return
            fruitless = 0 if self._round(position) else fruitless + 1

    def _round(self, position: int) -> bool:
        """One random neighbourhood, larger after each that could be searched to the end."""
        proven, better = self._set_free(position, self.neighbourhoods.next(self.best.schedule_found, self.size))
        most = min(MOST, len(self.neighbourhoods.names))
        self.size = min(most, self.size + 1) if proven else max(min(FEWEST, most), self.size - 1)
        return better

    def _set_free(self, position: int, free: Neighbourhood) -> tuple[bool, bool]:
        """Whether the neighbourhood was searched to the end, and whether that gave a better schedule."""
        plan = plan_of(self.options, self.best.schedule_found)
        options = around(self.options, plan, free.clients, free.groups, free.meetings)
        linearization = 0 if options.movable else 2
        seed = self.neighbourhoods.rng.randrange(1000)
        effort = Effort(self.clock.left, 1, seed, linearization, ROUND_WORK, quick=True)
        answer, better = polish(options, self.goals, position, self.best, effort, self.clock)
        if better:
            self.tell(position)
        return answer is not None and answer.proven, better

    def _whole(self, position: int) -> None:
        """The whole week at once for one goal, those before it held: finds what no neighbourhood does, and proves."""
        seconds = self.clock.share(WHOLE_PART)
        effort = effort_for(self.options, seconds, self.settings)
        draft = build(self.options)
        search = held_search(draft, self.goals, position, self.best, effort, self.clock)
        if search is None:
            return
        answer = search.minimize(goal_value(draft, self.goals[position].number), effort.seconds)
        self.bounds.add(position, answer.bound, self.best.values[:position])
        if self.best.offer(search.schedule, search.goal_values(self.goals)):
            self.tell(position)
