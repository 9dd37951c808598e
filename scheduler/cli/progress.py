"""What the solver is doing, on stderr: one rewritten line on a terminal, else a plain line now and then."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from scheduler.domain.outcome import Progress

SECONDS_BETWEEN_LINES = 5.0
WIDTH = 78


@contextmanager
def shown(stream: TextIO | None = None) -> Iterator[Callable[[Progress], None]]:
    """A function that shows progress for as long as the block lasts; the line is cleared at its end."""
    target = stream or sys.stderr
    if not target.isatty():
        yield _PlainLines(target)
        return
    line, done = _RewrittenLine(target), threading.Event()
    clock = threading.Thread(target=line.tick, args=(done,), daemon=True)
    clock.start()
    try:
        yield line
    finally:
        done.set()
        clock.join()
        line.clear()


def line_of(progress: Progress, seconds: float) -> str:
    """`12 s  Care shortfall: 120 (at least 60)`."""
    parts = f"{seconds:4.0f} s  {progress.goal}"
    if progress.value is not None:
        parts += f": {progress.value}"
        if progress.bound is not None:
            parts += " (proven)" if progress.bound == progress.value else f" (at least {progress.bound})"
    return parts


class _PlainLines:
    """For files and pipes: a line whenever the goal changes, else at most one every few seconds."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.goal = ""
        self.next_line = 0.0

    def __call__(self, progress: Progress) -> None:
        if progress.goal == self.goal and progress.seconds < self.next_line:
            return
        self.goal, self.next_line = progress.goal, progress.seconds + SECONDS_BETWEEN_LINES
        print(line_of(progress, progress.seconds), file=self.stream, flush=True)


class _RewrittenLine:
    """For terminals: spaces rather than escape codes wipe the old text, so that every console shows it."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.width = 0
        self.last: Progress | None = None
        self.came = 0.0
        self.lock = threading.Lock()

    def __call__(self, progress: Progress) -> None:
        self.last, self.came = progress, time.monotonic()
        self.draw(line_of(progress, progress.seconds))

    def tick(self, done: threading.Event) -> None:
        """Let the seconds run on while the solver finds nothing new."""
        while not done.wait(1.0):
            if self.last is not None:
                self.draw(line_of(self.last, self.last.seconds + time.monotonic() - self.came))

    def draw(self, text: str) -> None:
        with self.lock:
            text = text[:WIDTH]
            self.stream.write("\r" + text.ljust(self.width))
            self.stream.flush()
            self.width = len(text)

    def clear(self) -> None:
        self.draw("")
        self.stream.write("\r")
        self.stream.flush()
