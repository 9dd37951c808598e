"""The time that explanations may take, shared out as it is used."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from scheduler.domain.outcome import Progress
from scheduler.solve.call import Effort


class Budget:
    """Seconds from now on, an event that ends them early, and somebody to tell how far it is."""

    def __init__(
        self,
        seconds: float,
        progress: Callable[[Progress], None] | None = None,
        stop: threading.Event | None = None,
        seed: int = 1,
    ) -> None:
        self.began = time.monotonic()
        self.seconds = seconds
        self.progress = progress or (lambda _: None)
        self.stop = stop or threading.Event()
        self.seed = seed

    @property
    def left(self) -> float:
        return 0.0 if self.stop.is_set() else self.seconds - (time.monotonic() - self.began)

    @property
    def over(self) -> bool:
        return self.left <= 0

    def effort(self, most: float) -> Effort:
        """An effort of at most so many seconds, and of no more than are left."""
        return Effort(max(0.1, min(most, self.left)), 1, self.seed)

    def tell(self, what: str) -> None:
        self.progress(Progress(what, None, None, time.monotonic() - self.began))
