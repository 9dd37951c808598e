"""H4: without Mix tracks, one track of the client is served by all groups attended and holds all their sessions."""

from __future__ import annotations

from ortools.sat.python.cp_model import IntVar

from scheduler.model.draft import Draft, total
from scheduler.model.options import Admission


def post(draft: Draft) -> None:
    if draft.week.program.mix_tracks:
        return
    for admission in draft.options.admissions:
        if len(admission.client.tracks) > 1 and admission.client.name not in draft.options.settled:
            _one_track(draft, admission)


def _one_track(draft: Draft, admission: Admission) -> None:
    attending = draft.attend[admission.key]
    everywhere = set(admission.tracks)
    if len(everywhere) < len(admission.client.tracks):
        somewhere = sorted({track for placement in admission.placements for track in placement.tracks})
        draft.cp.add_bool_or([attending.negated(), *_tracks(draft, admission, somewhere)])
    if not admission.slot.movable:
        return
    if draft.apart:
        _apart(draft, admission)
        return
    for placement in admission.placements:
        if len(placement.tracks) < len(admission.client.tracks):
            there = draft.at[admission.slot.key, placement.start]
            literals = _tracks(draft, admission, placement.tracks)
            draft.cp.add_bool_or([attending.negated(), there.negated(), *literals])


def _apart(draft: Draft, admission: Admission) -> None:
    """At all starts that the same tracks hold together, as far as one of them is the client's."""
    there = draft.there[admission.slot.key, draft.attend[admission.key].index]
    alike: dict[tuple[str, ...], list[IntVar]] = {}
    for placement in admission.placements:
        alike.setdefault(placement.tracks, []).append(there[placement.start])
    for tracks, literals in alike.items():
        if len(tracks) < len(admission.client.tracks):
            draft.cp.add(total(literals) <= total(_tracks(draft, admission, tracks)))


def _tracks(draft: Draft, admission: Admission, tracks: list[str] | tuple[str, ...]) -> list[IntVar]:
    return [draft.track[admission.client.name, track] for track in tracks]
