"""Goal 7: clients above Ideal clients."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.model.draft import Draft, total


def value(draft: Draft) -> LinearExprT:
    terms = []
    for slot in draft.options.slots:
        attending = draft.attendances(slot)
        most = min(len(attending), slot.group.max_clients) - slot.group.ideal_clients
        if most > 0:
            crowd = draft.amount(most, f"crowd {slot.key}")
            draft.cp.add(crowd + slot.group.ideal_clients >= total(attending))
            terms.append(crowd)
    return total(terms)
