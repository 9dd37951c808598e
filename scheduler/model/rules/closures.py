"""H14: nothing happens in a closure.

Closures of the program leave no placement and no start in the options; those of a clinician leave no start of an
individual session there, and `clinicians` keeps sessions off them; those of a room close its pool in `rooms`.
"""

from __future__ import annotations

from scheduler.model.draft import Draft


def post(draft: Draft) -> None:
    """Nothing is left to post."""
