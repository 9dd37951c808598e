"""Progress is one rewritten line on a terminal and few plain lines elsewhere."""

from __future__ import annotations

import io
import time

from scheduler.cli import progress
from scheduler.domain.outcome import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_line_says_goal_value_bound_and_time() -> None:
    """Each part appears when it is known, and a closed gap is called proven."""
    assert progress.line_of(Progress("Waiting", None, None, 3.4), 3.4) == "   3 s  Waiting"
    assert progress.line_of(Progress("Waiting", 120, None, 3.4), 3.4) == "   3 s  Waiting: 120"
    assert progress.line_of(Progress("Waiting", 120, 90, 12), 12) == "  12 s  Waiting: 120 (at least 90)"
    assert progress.line_of(Progress("Waiting", 120, 120, 12), 12) == "  12 s  Waiting: 120 (proven)"


def test_pipe_gets_a_line_for_each_goal_and_one_every_few_seconds() -> None:
    """A thousand improvements of one goal within a second are one line."""
    stream = io.StringIO()
    with progress.shown(stream) as show:
        for number in range(1000):
            show(Progress("Waiting", 1000 - number, 0, number / 1000))
        show(Progress("Waiting", 0, 0, 7))
        show(Progress("Crowding", 3, 0, 7))
    assert [line.split()[2] for line in stream.getvalue().splitlines()] == ["Waiting:", "Waiting:", "Crowding:"]


def test_terminal_line_is_rewritten_and_cleared_without_escape_codes() -> None:
    """A shorter text wipes the longer one before it, and nothing is left at the end."""
    stream = Terminal()
    with progress.shown(stream) as show:
        show(Progress("Care plans missed", 12, 3, 1))
        show(Progress("Waiting", 5, None, 2))
    assert "\x1b" not in stream.getvalue()
    assert "\n" not in stream.getvalue()
    parts = stream.getvalue().split("\r")
    assert len(parts[2]) == len(parts[1])
    assert parts[-2].strip() == "" and parts[-1] == ""


def test_seconds_run_on_while_nothing_new_is_found() -> None:
    """A terminal shows that the program is alive."""
    stream = Terminal()
    with progress.shown(stream) as show:
        show(Progress("Waiting", 5, None, 7))
        time.sleep(1.2)
    assert "   8 s  Waiting: 5" in stream.getvalue()
