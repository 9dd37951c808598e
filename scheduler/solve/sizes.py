"""How many clients a neighbourhood sets free: as many as can be searched to the end, found out by trying.

What is searched to the end takes a fraction of the time of what is not, and many small steps find more than a few large
ones. Kinds of neighbourhoods differ in how hard they are, and so does what is asked of them.
"""

from __future__ import annotations

from scheduler.solve.first_two import FIRST_TWO

FEWEST, MOST = 5, 60
GROWTH, SHRINKAGE = 1, 4
"""Clients more after a neighbourhood that was searched to the end, and fewer after one that was not."""


class Sizes:
    """Clients to set free by kind of neighbourhood and goal, at most as many as there are.

    Goals 1 and 2 are worked on as one, whatever the kind.
    """

    def __init__(self, clients: int) -> None:
        self.fewest, self.most = min(FEWEST, clients), min(MOST, clients)
        self._known: dict[tuple[str, int], int] = {}

    def of(self, kind: str, position: int) -> int:
        """Clients for the next of the kind, for the goal at the position."""
        return self._known.get(self._key(kind, position), self.fewest)

    def learn(self, kind: str, position: int, proven: bool) -> None:
        """What became of one of the kind. proven: it was searched to the end."""
        size = self.of(kind, position) + (GROWTH if proven else -SHRINKAGE)
        self._known[self._key(kind, position)] = max(self.fewest, min(self.most, size))

    def _key(self, kind: str, position: int) -> tuple[str, int]:
        return ("", 0) if position < FIRST_TWO else (kind, position)
