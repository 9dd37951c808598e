"""Parallel sessions stand side by side, never on top of each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scheduler.report.page.side_by_side import side_by_side

SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda s: (s[0], s[0] + s[1])), max_size=14)


def test_neighbours_share_the_width() -> None:
    """Two at nine share; the one alone after them has all of it; a third that overlaps both joins them."""
    assert side_by_side([(540, 600), (540, 600), (660, 720)]) == [(0, 2), (1, 2), (0, 1)]
    assert side_by_side([(540, 600), (540, 630), (600, 660)]) == [(0, 2), (1, 2), (0, 2)]
    assert side_by_side([(540, 600), (540, 600), (600, 660)]) == [(0, 2), (1, 2), (0, 1)]
    assert side_by_side([]) == []


@given(SPANS.map(sorted))
def test_no_two_blocks_overlap(spans: list[tuple[int, int]]) -> None:
    """Blocks of overlapping times have different lanes of one common count."""
    places = side_by_side(spans)
    assert len(places) == len(spans)
    for n, (start, end) in enumerate(spans):
        assert places[n][0] < places[n][1]
        for k in range(n):
            if spans[k][1] > start and spans[k][0] < end:
                assert places[k][0] != places[n][0]
                assert places[k][1] == places[n][1]
