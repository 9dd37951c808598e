"""H12: at most Same topic per day sessions of one topic on a day of a client."""

from __future__ import annotations

from scheduler.model.draft import Draft, total


def post(draft: Draft) -> None:
    most = draft.week.program.same_topic_per_day
    if most == 0:
        return
    for client in draft.options.clients:
        same: dict[tuple[int, str], list] = {}  # type: ignore[type-arg]
        for admission in draft.admissions(client):
            key = (admission.slot.day, admission.slot.group.topic)
            same.setdefault(key, []).append(draft.attend[admission.key])
        for _, attending in sorted(same.items()):
            if most == 1 and len(attending) > 1:
                draft.cp.add_at_most_one(attending)
            elif len(attending) > most:
                draft.cp.add(total(attending) <= most)
