"""Where blocks stand in a day of the grid, so that sessions of the same time are side by side."""

from __future__ import annotations

from collections.abc import Sequence


def side_by_side(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each (start, end) of one day, sorted by start: its lane and how many lanes its neighbourhood has.

    A neighbourhood is a run of spans that overlap directly or through others. script.js does the same when blocks
    are hidden or shown.
    """
    lanes: list[int] = []
    counts: list[int] = []
    run_from, run_end, free_from = 0, 0, []  # type: int, int, list[int]
    for n, (start, end) in enumerate(spans):
        if start >= run_end:
            counts += [len(free_from)] * (n - run_from)
            run_from, free_from = n, []
        lane = next((k for k, free in enumerate(free_from) if free <= start), len(free_from))
        free_from[lane : lane + 1] = [end]
        lanes.append(lane)
        run_end = max(run_end, end)
    counts += [len(free_from)] * (len(spans) - run_from)
    return list(zip(lanes, counts, strict=True))
