"""Goals 1 and 2 over time as one picture: a row an instance, a line a method, dashes for what is proven."""

from __future__ import annotations

import math
from html import escape

from benchmarks.measured import Measured
from benchmarks.methods import METHODS

COLORS = dict(zip(METHODS, ("#0b6e4f", "#c1440e", "#3a6ea5", "#8a8a8a"), strict=True))
WIDTH, HEIGHT, LEFT, TOP, GAP = 380, 120, 70, 60, 46
FIRST = 0.1
"""Seconds at the left edge; both axes are logarithmic, that of values with 0 at the bottom."""


def svg(runs: list[Measured]) -> str:
    """The picture of the first seed of each kind."""
    shown: dict[str, list[Measured]] = {}
    for run in runs:
        if run.seed == min(other.seed for other in runs if other.kind == run.kind):
            shown.setdefault(run.kind, []).append(run)
    parts = [_legend()]
    for row, (kind, of_kind) in enumerate(shown.items()):
        for goal in (1, 2):
            x, y = LEFT + (goal - 1) * (WIDTH + LEFT), TOP + row * (HEIGHT + GAP)
            parts.append(_panel(f"{kind}: goal {goal}", of_kind, goal, x, y))
    width, height = 2 * (WIDTH + LEFT) + 20, TOP + len(shown) * (HEIGHT + GAP)
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="sans-serif" font-size="11">\n<rect width="100%" height="100%" fill="white"/>\n{body}\n</svg>\n'
    )


def _legend() -> str:
    entries = [
        f'<line x1="{LEFT + i * 130}" x2="{LEFT + 24 + i * 130}" y1="20" y2="20" stroke="{color}" stroke-width="2"/>'
        f'<text x="{LEFT + 30 + i * 130}" y="24">{escape(name)}</text>'
        for i, (name, color) in enumerate(COLORS.items())
    ]
    return "\n".join([*entries, f'<text x="{LEFT + 540}" y="24">dashed: bound; seconds across, log scales</text>'])


def _panel(title: str, runs: list[Measured], goal: int, x: int, y: int) -> str:
    limit = max(run.limit for run in runs)
    highest = max([10, *(goals[goal - 1] for run in runs for _, goals in run.points)])

    def across(seconds: float) -> float:
        part = math.log(max(FIRST, min(seconds, limit)) / FIRST) / math.log(limit / FIRST)
        return x + WIDTH * part

    def up(value: float) -> float:
        return y + HEIGHT - HEIGHT * math.log1p(max(0.0, value)) / math.log1p(highest)

    parts = [f'<text x="{x}" y="{y - 6}" font-weight="bold">{escape(title)}</text>']
    for seconds in (0.1, 1, 10, 60, 300):
        if seconds <= limit:
            at = across(seconds)
            parts.append(f'<line x1="{at:.1f}" x2="{at:.1f}" y1="{y}" y2="{y + HEIGHT}" stroke="#ddd"/>')
            parts.append(f'<text x="{at:.1f}" y="{y + HEIGHT + 13}" text-anchor="middle">{seconds:g}</text>')
    for value in (0, *(10**n for n in range(7) if 10**n <= highest and up(0) - up(10**n) > 11)):
        at = up(value)
        parts.append(f'<line x1="{x}" x2="{x + WIDTH}" y1="{at:.1f}" y2="{at:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{x - 6}" y="{at + 4:.1f}" text-anchor="end">{value:,}</text>')
    for run in runs:
        values = [(at, goals[goal - 1]) for at, goals in improving(run)]
        bounds = [(at, run.bound(goal, at)) for at in sorted({at for at, _, _ in run.bounds})]
        for line, dash in ((values, ""), ([(a, b) for a, b in bounds if b is not None], ' stroke-dasharray="4 3"')):
            steps = _steps([(across(at), up(value)) for at, value in line], across(limit))
            if steps:
                color = COLORS[run.method]
                parts.append(f'<polyline points="{steps}" fill="none" stroke="{color}" stroke-width="1.6"{dash}/>')
    return "\n".join(parts)


def improving(run: Measured) -> list[tuple[float, tuple[int, ...]]]:
    """The points at which the run had a better schedule than before."""
    best: list[tuple[float, tuple[int, ...]]] = []
    for seconds, goals in sorted(run.points):
        if not best or goals < best[-1][1]:
            best.append((seconds, goals))
    return best


def _steps(line: list[tuple[float, float]], end: float) -> str:
    """A line that keeps its value until the next one, to the right edge."""
    corners: list[tuple[float, float]] = []
    for at, value in line:
        if corners:
            corners.append((at, corners[-1][1]))
        corners.append((at, value))
    if corners:
        corners.append((end, corners[-1][1]))
    return " ".join(f"{at:.1f},{value:.1f}" for at, value in corners)
