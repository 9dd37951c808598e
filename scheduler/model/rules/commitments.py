"""H2: firm commitments, travel, Starts-Ends: what breaks it at every start is no option; here, at some."""

from __future__ import annotations

from scheduler.model.draft import Draft


def post(draft: Draft) -> None:
    """A client attends a session only at a placement that fits the client."""
    for admission in draft.options.admissions:
        slot = admission.slot
        if len(admission.placements) == len(slot.placements):
            continue
        fitting = [draft.at[slot.key, placement.start] for placement in admission.placements]
        draft.cp.add_bool_or([draft.attend[admission.key].negated(), *fitting])
