"""What the command line tells the shell."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes; the README documents each."""

    DONE = 0
    FAILED = 1
    """A file that cannot be written, or a fault of the program."""
    USAGE = 2
    WORKBOOK = 3
    """A workbook has errors, or a schedule cannot be read."""
    CLASH = 4
    """Locks clash: there is no schedule."""
    SHORT = 5
    """With --strict: somebody's care plan is not met."""
    REJECTED = 6
    """Rules are broken: the verifier rejected a schedule."""
    INTERRUPTED = 130
