"""Goal 8: facilitator minutes of held group sessions."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.model.draft import Draft, total


def value(draft: Draft) -> LinearExprT:
    return total(slot.group.minutes * slot.group.facilitators * draft.held[slot.key] for slot in draft.options.slots)
