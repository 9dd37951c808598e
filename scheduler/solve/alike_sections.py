"""Fewer to choose from where a topic has parallel sections: to a client one is as good as another.

A few sections of each topic, day and start are enough for a client, other sections for the next one. Only a large site
is searched so, where it makes a question several times smaller.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from scheduler.domain.care_plan import care_plan
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.model.options import Admission, Options
from scheduler.solve.narrow import Plan

MOST_SECTIONS = 2


def with_few_sections(options: Options, plan: Plan, clients: Iterable[str], turn: int = 0) -> Options:
    """The options with a few sections of each topic, day and start for each of these clients.

    Those with open seats, in turn from client to client and from one `turn` to the next; what the client attends in the
    plan stays, and so do cohorts and topics that must be had in one group.
    """
    taken = Counter((group, day) for _, group, day in plan.attending)
    left_out: set[tuple[str, str, int]] = set()
    for place, name in enumerate(sorted(set(clients)), start=turn):
        admissions = options.admissions_of_client.get(name, ())
        if not admissions:
            continue
        for alike in alike_sections(options.week, admissions[0].client, admissions):
            if len(alike) > MOST_SECTIONS:
                left_out |= _beyond(alike, plan, taken, place)
    if not left_out:
        return options
    return replace(options, admissions=tuple(a for a in options.admissions if a.key not in left_out))


def alike_sections(week: Week, client: Client, admissions: Iterable[Admission]) -> list[list[Admission]]:
    """The client's admissions, those together that are sections of one topic at one time and count alike.

    Sections that have to be had whole, or of which a lock speaks, are by themselves.
    """
    whole = {due.topic for due in care_plan(week, client).topics if due.one_group}
    locked = {lock.group for lock in week.locks if lock.group is not None}
    sections: dict[object, list[Admission]] = {}
    for admission in admissions:
        group, slot = admission.slot.group, admission.slot
        by_itself = group.cohort or slot.movable or group.topic in whole or group.name in locked
        likeness = (group.topic, slot.day, slot.placements[0], group.minutes, group.counted_minutes)
        sections.setdefault(admission.key if by_itself else likeness, []).append(admission)
    return list(sections.values())


def _beyond(
    alike: list[Admission], plan: Plan, taken: Counter[tuple[str, int]], place: int
) -> set[tuple[str, str, int]]:
    """What of the alike sections the client has to do without: fuller ones come first, so that sessions fill up."""
    seats = {a.key: a.slot.group.max_clients - taken[a.slot.key] for a in alike}
    free = [a for a in alike if seats[a.key] > 0 and a.slot.key in plan.starts]
    free.sort(key=lambda a: (-taken[a.slot.key], a.slot.group.name))
    before, first = place % max(1, sum(seats[a.key] for a in free)), 0
    while free and before >= seats[free[first].key]:
        before -= seats[free[first].key]
        first += 1
    kept = {a.key for a in (free[first:] + free[:first])[:MOST_SECTIONS]}
    return {a.key for a in alike if a.key not in kept and a.key not in plan.attending}
