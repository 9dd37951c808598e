"""A later goal by neighbourhoods of those who would have to move for it to get better (`movers`).

The more of the goal is asked for, the more of them there are: as much is asked as leaves so many that the search comes
to its end. Who was free costs more to move the next time, so that others are found; after a search in vain, whoever
shares most with them is free as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from random import Random

from scheduler.solve.movers import Moved, movers
from scheduler.solve.narrow import plan_of
from scheduler.solve.rounds import Rounds
from scheduler.solve.within_plan import search_within
from scheduler.solve.work import Work

SHARES = (Fraction(1, 10), Fraction(1, 4), Fraction(1, 2), Fraction(1))
"""Of what is left to the bound, how much less is asked for; the more, the more clients have to move."""
LITTLE = 50
"""Thousandths of a session that somebody moves by who need not."""
SIZE, FEWEST = 16, 8
"""Clients to set free at first, but no more than half of them, and at the least."""
GROWTH, SHRINKAGE = 1.5, 0.7
"""How the number changes after a search to the end that brought nothing, and after one that did not come to its end."""
MOST = 0.75
"""Of the clients, to be set free at once; instead of more it may as well be the whole week."""
SOME_MORE = 1.2
"""How many times the size may move, before so much less is asked for."""
WEIGHT, CHANCE = 4, 2
"""What it costs to move somebody, as much again for each time that he or she was free, and by chance a little more."""
MOVERS_PART, SEARCH_PART = 0.4, 0.7
"""Of the time left, for knowing who has to move, and for a search."""
PATIENCE = 3
"""Searches in a row that may bring nothing."""


class Moving:
    """Sets free whom the relaxation moves, one search after another. sizes: clients to set free, by goal's position."""

    def __init__(self, work: Work, rounds: Rounds, over: Callable[[int, float], bool]) -> None:
        self.work, self.rounds, self.over = work, rounds, over
        self.rng = Random(work.settings.seed)
        self.sizes: dict[int, int] = {}

    def go(self, position: int, seconds: float) -> None:
        """For so long at the most, until some searches in a row bring nothing or nobody could move to any use."""
        until = self.work.clock.elapsed + seconds
        vain: dict[str, int] = {}
        fruitless = 0
        self.work.bounds.searched.add(position)
        while fruitless < PATIENCE and not self.over(position, until) and not self.everybody(position):
            free = self._while_asked(position, vain, until)
            if not free or self.over(position, until):
                return
            if fruitless:
                free = self._with_companions(free, self._size(position))
            before = self.work.best.values[: position + 1]
            ended = self._search(free, position, until)
            better = self.work.best.values[: position + 1] < before
            self._resize(position, SHRINKAGE if not ended else 1 if better else GROWTH)
            vain |= {name: vain.get(name, 0) + 1 for name in free}
            fruitless = 0 if better else fruitless + 1

    def everybody(self, position: int) -> bool:
        """Whether searches for the goal end so well that everybody could be set free."""
        return self._size(position) >= MOST * len(self.work.options.clients)

    def _size(self, position: int) -> int:
        return self.sizes.get(position, min(SIZE, len(self.work.options.clients) // 2))

    def _resize(self, position: int, factor: float) -> None:
        size = round(factor * self._size(position))
        self.sizes[position] = max(FEWEST, min(len(self.work.options.clients), size))

    def _while_asked(self, position: int, vain: dict[str, int], until: float) -> list[str]:
        """Those who would have to move; in the meantime other neighbourhoods have a round."""
        with ThreadPoolExecutor(max_workers=1) as pool:
            asked = pool.submit(self._whom, position, vain, until)
            self.rounds.go(position, until, most=1)
            return asked.result()

    def _whom(self, position: int, vain: dict[str, int], until: float) -> list[str]:
        """Those who move most for as much as can be had of the goal without too many moving."""
        work = self.work
        left = work.best.values[position] - work.bounds.bound(position, work.best.values)
        gains = sorted({max(1, int(share * left)) for share in SHARES})
        weights = {
            client.name: WEIGHT * (1 + vain.get(client.name, 0)) + self.rng.randrange(CHANCE)
            for client in work.options.clients
        }
        plan = plan_of(work.options, work.best.schedule_found)
        found = movers(work, position, plan, weights, gains, MOVERS_PART * (until - work.clock.elapsed))
        return self._fitting(found, self._size(position))

    def _fitting(self, found: Sequence[Moved], size: int) -> list[str]:
        moving = [{name: much for name, much in moved.items() if much >= LITTLE} for moved in found]
        few = [moved for moved in moving if len(moved) <= SOME_MORE * size] or moving[:1]
        most = few[-1] if few else {}
        return sorted(most, key=lambda name: (-most[name], name))[:size]

    def _with_companions(self, free: Sequence[str], size: int) -> list[str]:
        """Up to so many, with those who share most with these: sessions, or a clinician's day of meetings."""
        schedule = self.work.best.schedule_found
        shared: list[frozenset[str]] = [frozenset(session.clients) for session in schedule.sessions]
        days: dict[tuple[str, int], set[str]] = {}
        for meeting in schedule.one_on_ones:
            days.setdefault((meeting.clinician, meeting.day), set()).add(meeting.client)
        shared += [frozenset(clients) for clients in days.values()]
        nearness: dict[str, int] = {}
        for clients in shared:
            common = len(clients.intersection(free))
            for name in clients.difference(free):
                nearness[name] = nearness.get(name, 0) + common
        others = [name for name in sorted(nearness) if nearness[name]]
        self.rng.shuffle(others)
        others.sort(key=lambda name: -nearness[name])
        return [*free, *others[: max(0, size - len(free))]]

    def _search(self, free: Sequence[str], position: int, until: float) -> bool:
        """Searches the week with these clients free, and everybody's meetings at any time; True if to the end."""
        plan = plan_of(self.work.options, self.work.best.schedule_found)
        return search_within(self.work, plan, position, SEARCH_PART * (until - self.work.clock.elapsed), free)
