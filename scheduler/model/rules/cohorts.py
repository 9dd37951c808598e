"""H10: a cohort is attended whole or not at all; One group topics are attended in one group."""

from __future__ import annotations

from ortools.sat.python.cp_model import IntVar

from scheduler.domain.care_plan import care_plan
from scheduler.domain.groups import Group
from scheduler.domain.people import Client
from scheduler.model.draft import Draft


def post(draft: Draft) -> None:
    for client in draft.options.clients:
        groups = {a.slot.group.name: a.slot.group for a in draft.admissions(client)}
        members = {name: _cohort(draft, client, group) for name, group in groups.items() if group.cohort}
        for due in care_plan(draft.week, client).topics:
            if due.one_group:
                _one_group(draft, client, [g for g in groups.values() if g.topic == due.topic], members)


def _attendances(draft: Draft, client: Client, group: Group) -> dict[int, IntVar]:
    return {a.slot.day: draft.attend[a.key] for a in draft.admissions(client) if a.slot.group.name == group.name}


def _cohort(draft: Draft, client: Client, group: Group) -> IntVar:
    """Of the sessions held inside the client's Starts-Ends all, or none; whether it is all."""
    attending = _attendances(draft, client, group)
    member = draft.bool(f"{client.name} in cohort {group.name}")
    for slot in draft.slots(group.name):
        if not client.first_day <= slot.day <= client.last_day:
            continue
        held = draft.held[slot.key]
        if slot.day in attending:
            draft.cp.add_implication(attending[slot.day], member)
            draft.cp.add_bool_or([member.negated(), held.negated(), attending[slot.day]])
        else:
            draft.cp.add_bool_or([member.negated(), held.negated()])
    return member


def _one_group(draft: Draft, client: Client, groups: list[Group], members: dict[str, IntVar]) -> None:
    if len(groups) < 2:
        return
    chosen = []
    for group in groups:
        if group.name in members:
            chosen.append(members[group.name])
            continue
        attends = draft.bool(f"{client.name} has {group.topic} in {group.name}")
        chosen.append(attends)
        for literal in _attendances(draft, client, group).values():
            draft.cp.add_implication(literal, attends)
    draft.cp.add_at_most_one(chosen)
