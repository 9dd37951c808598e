"""Colours of tracks: tints of the Okabe-Ito palette, which colour-blind people can tell apart."""

from __future__ import annotations

from scheduler.domain.week import Week

_OKABE_ITO = ("56B4E9", "E69F00", "009E73", "CC79A7", "F0E442", "0072B2", "D55E00", "999999")
_PAPER = 0.55
"""How much white is mixed in, so that black text reads well on it, also on a grey printer."""


def track_colors(week: Week) -> dict[str, str]:
    """The tint (ARGB) of each track, in the order of the sheet Tracks; they repeat after eight."""
    return {track.name: _tint(_OKABE_ITO[place % len(_OKABE_ITO)]) for place, track in enumerate(week.tracks)}


def _tint(color: str) -> str:
    parts = (int(color[place : place + 2], 16) for place in (0, 2, 4))
    return "FF" + "".join(f"{round(part + (255 - part) * _PAPER):02X}" for part in parts)
