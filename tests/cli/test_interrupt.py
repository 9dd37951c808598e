"""The first Ctrl-C asks for the best schedule so far, the second gives up."""

from __future__ import annotations

import signal
import threading

import pytest

from scheduler.cli.interrupt import stop_on_interrupt


def test_first_interrupt_sets_the_event_and_the_second_raises() -> None:
    """One Ctrl-C is a request, two are an order."""
    with stop_on_interrupt() as stop:
        signal.raise_signal(signal.SIGINT)
        assert stop.is_set()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_handler_is_put_back() -> None:
    """After the block Ctrl-C means what it meant before."""
    before = signal.getsignal(signal.SIGINT)
    with stop_on_interrupt():
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before


def test_other_threads_get_an_event_and_no_handler() -> None:
    """A notebook's worker thread, where signals cannot be handled, can still solve."""
    got: list[bool] = []

    def work() -> None:
        with stop_on_interrupt() as stop:
            got.append(stop.is_set())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert got == [False]
