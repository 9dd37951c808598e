"""H13: two clients kept apart never share a session."""

from __future__ import annotations

from scheduler.model.draft import Draft


def post(draft: Draft) -> None:
    for pair in draft.week.keep_apart:
        for slot in draft.options.slots:
            first = draft.attend.get((pair.client_a, *slot.key))
            second = draft.attend.get((pair.client_b, *slot.key))
            if first is not None and second is not None and first is not second:
                draft.cp.add_at_most_one([first, second])
