"""Ctrl-C while the solver works: the first asks for the best schedule so far, the second gives up."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Iterator
from types import FrameType

MESSAGE = b"\nStopping; the best schedule so far will be written. Press Ctrl-C again to give it up.\n"


@contextlib.contextmanager
def stop_on_interrupt() -> Iterator[threading.Event]:
    """An event that the first Ctrl-C sets; the second raises KeyboardInterrupt."""
    stop = threading.Event()

    def handle(signum: int, frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()
        # Not click.echo: a handler that interrupts a print must not print through the same buffer.
        with contextlib.suppress(OSError):
            os.write(2, MESSAGE)

    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.signal(signal.SIGINT, handle)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
