"""From a right schedule to the best that the time allows: neighbourhood by neighbourhood, and whole where it fits."""

from __future__ import annotations

from collections.abc import Callable

from scheduler.domain.outcome import Settings
from scheduler.domain.rules import Goal
from scheduler.model.build import build, goal_value
from scheduler.model.options import Options
from scheduler.solve.alone import Alone
from scheduler.solve.bounds import Bounds
from scheduler.solve.clock import Clock
from scheduler.solve.effort import effort_for, several
from scheduler.solve.first_two import FIRST_TWO, FirstTwo
from scheduler.solve.incumbent import Incumbent
from scheduler.solve.polish import held_search, offered
from scheduler.solve.rounds import FIRST_PATIENCE, Rounds

SMALL_SIZE, FEW_CLIENTS = 6_000, 40
"""Options up to which, or clients below which, the whole week is searched at once before any neighbourhood."""
WHOLE_SIZE = 60_000
"""Options up to which it is at all."""
WHOLE_PART = 0.4
ALONE_PART = 0.2
"""Of the time left, for bounds of the later goals from what each client could have alone."""
LEAST_SECONDS = 3.0
"""With less time left, presolving the whole week would take all of it."""


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
        self.rounds = Rounds(options, goals, bounds, best, settings, clock, tell, alone, self._fits_whole())
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
            self.rounds.go(position)
            if not whole_first:
                self._whole(position)
            following = self.bounds.first_open(self.best.values, position + 1)
            position = following if following is not None else self.bounds.first_open(self.best.values)

    def first_two(self, seconds: float, patience: int = FIRST_PATIENCE) -> None:
        """Works on goals 1 and 2 for so long at the most, or until so many neighbourhoods in a row have not helped."""
        until = self.clock.elapsed + seconds
        for position in range(FIRST_TWO):
            self.rounds.go(position, until, patience)

    def _small(self) -> bool:
        return self.options.size <= SMALL_SIZE or len(self.options.clients) < FEW_CLIENTS

    def _fits_whole(self) -> bool:
        return self.options.size <= WHOLE_SIZE

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
