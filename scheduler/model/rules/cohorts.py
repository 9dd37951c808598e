"""H10: a cohort is attended whole or not at all; One group topics are attended in one group."""

from __future__ import annotations

from ortools.sat.python.cp_model import IntVar

from scheduler.domain.care_plan import care_plan
from scheduler.domain.people import Client
from scheduler.model.draft import Draft


def post(draft: Draft) -> None:
    for client in draft.options.clients:
        attending = _attendances(draft, client)
        groups = {a.slot.group.name: a.slot.group for a in draft.admissions(client)}
        members = {
            name: _cohort(draft, client, name, attending[name]) for name, group in groups.items() if group.cohort
        }
        for due in care_plan(draft.week, client).topics:
            if due.one_group:
                of_topic = {name: attending[name] for name, group in groups.items() if group.topic == due.topic}
                _one_group(draft, client, due.topic, of_topic, members)


def _attendances(draft: Draft, client: Client) -> dict[str, dict[int, IntVar]]:
    """The client's attendances by group and day."""
    result: dict[str, dict[int, IntVar]] = {}
    for admission in draft.admissions(client):
        result.setdefault(admission.slot.group.name, {})[admission.slot.day] = draft.attend[admission.key]
    return result


def _cohort(draft: Draft, client: Client, group: str, attending: dict[int, IntVar]) -> IntVar:
    """Of the sessions held inside the client's Starts-Ends all, or none; whether it is all."""
    one = _one(attending)
    member = draft.bool(f"{client.name} in cohort {group}") if one is None else one
    for slot in draft.slots(group):
        if not client.first_day <= slot.day <= client.last_day:
            continue
        held = draft.held[slot.key]
        if slot.day in attending and member is not one:
            draft.cp.add_implication(attending[slot.day], member)
            draft.cp.add_bool_or([member.negated(), held.negated(), attending[slot.day]])
        elif slot.day not in attending:
            draft.cp.add_bool_or([member.negated(), held.negated()])
    return member


def _one(attending: dict[int, IntVar]) -> IntVar | None:
    """The one literal of all attendances, if there is but one."""
    literals = {literal.index: literal for literal in attending.values()}
    return next(iter(literals.values())) if len(literals) == 1 else None


def _one_group(
    draft: Draft, client: Client, topic: str, groups: dict[str, dict[int, IntVar]], members: dict[str, IntVar]
) -> None:
    """groups: the client's attendances by day of each group of the topic; members: who is in a cohort says so."""
    if len(groups) < 2:
        return
    chosen = []
    for name, attending in groups.items():
        if name in members:
            chosen.append(members[name])
            continue
        chosen.append(_any(draft, f"{client.name} has {topic} in {name}", attending))
    draft.cp.add_at_most_one(chosen)


def _any(draft: Draft, name: str, attending: dict[int, IntVar]) -> IntVar:
    """A literal, of this name if it is a new one, that is true where any of the attendances is."""
    one = _one(attending)
    if one is not None:
        return one
    attends = draft.bool(name)
    for literal in attending.values():
        draft.cp.add_implication(literal, attends)
    return attends
