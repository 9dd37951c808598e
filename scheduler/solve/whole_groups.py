"""Groups of which only the whole is of use for a care plan, as of a class that meets twice a week.

Whoever needs as many sessions of a One group topic as a group has, and no hours or days, has met nothing with a part of
it. For goal 1 one choice for each client and group is enough then, where the whole week has one for each session. That
is a third of the columns of an outline, and those that HiGHS needs most of its time for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scheduler.domain.care_plan import TopicDue, care_plan
from scheduler.domain.people import Client
from scheduler.model.options import Admission, Options
from scheduler.solve.needed import MANY_OPTIONS, MOSTLY, wants_hours

ClientInGroup = tuple[str, str]


def taken_whole(options: Options) -> Options | None:
    """The options with one choice for each client and group where half of the attendances or more are so; else None.

    Where not even all of a group's sessions are enough for a client, it is left out for that client.
    """
    if options.size < MANY_OPTIONS or options.whole:
        return None
    whole, of_no_use = _whole_and_of_no_use(options)
    merged = sum((a.client.name, a.slot.group.name) in whole for a in options.admissions)
    if MOSTLY * merged < len(options.admissions) or merged == len(whole):
        return None
    kept = tuple(a for a in options.admissions if (a.client.name, a.slot.group.name) not in of_no_use)
    return replace(options, admissions=kept, whole=frozenset(whole))


def first_goal_alike(options: Options, whole: Options) -> bool:
    """Whether goal 1 of the options can't be better than that of the same taken whole.

    Without what is of no use for anybody's plan only others may be too few then for Min clients.
    """
    sized = {group.name for group in options.week.active_groups if group.min_clients > 1 and not group.must_run}
    filling = {a.slot.group.name for a in options.admissions} & sized
    fewer = {a.slot.group.name for a in set(options.admissions).difference(whole.admissions)}
    return not any(
        group in fewer or not (len(whole.slots_of_group[group]) == 1 or _as_one(whole, group)) for group in filling
    )


def all_taken_whole(options: Options, group: str) -> bool:
    """Whether everybody who could be in the group attends all or none of its sessions in the client's Starts-Ends."""
    slots = options.slots_of_group[group]
    there = {(a.client.name, group) for slot in slots for a in options.admissions_of_slot.get(slot.key, ())}
    return bool(there) and there <= options.whole


def _as_one(options: Options, group: str) -> bool:
    """Whether the same clients are in every session of the cohort that anybody is in."""
    slots = options.slots_of_group[group]
    in_each = {frozenset(a.client.name for a in options.admissions_of_slot.get(slot.key, ())) for slot in slots}
    return slots[0].group.cohort and len(in_each) == 1 and all_taken_whole(options, group)


def _whole_and_of_no_use(options: Options) -> tuple[set[ClientInGroup], set[ClientInGroup]]:
    """Of whom one choice is enough in which group, and who has no use for which."""
    locked = {name for lock in options.week.locks for name in (lock.group, lock.client) if name is not None}
    whole: set[ClientInGroup] = set()
    of_no_use: set[ClientInGroup] = set()
    for client in options.clients:
        if client.name in locked:
            continue
        for due, admissions in _by_group(options, client):
            group = admissions[0].slot.group
            if group.name in locked:
                continue
            if len(admissions) < due.least:
                of_no_use.add((client.name, group.name))
            elif len(admissions) == due.least and _nothing_less(options, client, admissions):
                whole.add((client.name, group.name))
    return whole, of_no_use


def _by_group(options: Options, client: Client) -> Iterator[tuple[TopicDue, tuple[Admission, ...]]]:
    """Of each group of whose topic the client needs sessions in one group, what is needed and what it has to offer."""
    plan = care_plan(options.week, client)
    if wants_hours(options, client, plan):
        return
    due_of_topic = {due.topic: due for due in plan.topics if due.least > 0 and due.one_group}
    for admissions in options.admissions_by_group(client).values():
        due = due_of_topic.get(admissions[0].slot.group.topic)
        if due is not None:
            yield due, admissions


def _nothing_less(options: Options, client: Client, admissions: tuple[Admission, ...]) -> bool:
    """Whether a cohort is of no use to the client when some of its sessions are not held, which may let one in."""
    group = admissions[0].slot.group
    slots = options.slots_of_group[group.name]
    return not group.cohort or len(admissions) == sum(client.first_day <= s.day <= client.last_day for s in slots)
