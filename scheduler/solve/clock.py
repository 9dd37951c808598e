"""The time of one run."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """Seconds since the start, seconds left, and whether to stop."""

    def __init__(self, limit: float, stop: threading.Event) -> None:
        self._began = time.monotonic()
        self.limit = limit
        self.stop = stop

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self._began

    @property
    def left(self) -> float:
        return max(0.0, self.limit - self.elapsed)

    @property
    def over(self) -> bool:
        return self.stop.is_set() or self.left <= 0

    @contextmanager
    def keeping_back(self, seconds: float) -> Iterator[None]:
        """Meanwhile the time is over so many seconds earlier."""
        self.limit -= seconds
        try:
            yield
        finally:
            self.limit += seconds

    def share(self, part: float) -> float:
        """Seconds that a part of what is left comes to."""
        return self.left * part
