"""A few sessions for each client to choose from, others for the next one.

Where everybody may attend nearly anything, a few dozen sessions are as good to a client as hundreds, as long as not all
have the same ones; and an outline of these is small enough for HiGHS, which finds in seconds what neighbourhoods do not
in a minute. It is a guide: what is proven of a few says nothing of all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from scheduler.domain.care_plan import care_plan
from scheduler.model.options import Admission, Options
from scheduler.solve.needed import MOSTLY, asked_for

FEW = 20
"""Sessions for each client beside those that are asked for by name."""
MANY = 60_000
"""Attendances from which on HiGHS needs long for an outline of all."""


def few_of_many(options: Options, seed: int) -> Options | None:
    """The options with few sessions for each client, where there are many; None: all had better be looked at."""
    if len(options.admissions) <= MANY:
        return None
    few = with_few_sessions(options, seed)
    return few if len(few.admissions) < len(options.admissions) else None


def mostly_sessions(options: Options) -> bool:
    """Whether most of what there is to choose are sessions to attend, not times of meetings: these stay as they are."""
    return MOSTLY * len(options.admissions) >= options.size


def with_few_sessions(options: Options, seed: int) -> Options:
    """The options with few sessions for each client, of a group all or none.

    Those of topics that are due and of groups that a lock or last week names, and by chance some of the others.
    """
    rng = Random(seed)
    asked = asked_for(options.week)
    kept = set[tuple[str, str, int]]()
    for client in options.clients:
        due = {topic.topic for topic in care_plan(options.week, client).topics if topic.least > 0}
        groups = options.admissions_by_group(client)
        needed = {name for name in groups if groups[name][0].slot.group.topic in due or name in asked[client.name]}
        others = sorted(set(groups) - needed)
        rng.shuffle(others)
        kept |= {admission.key for name in (*needed, *_first(others, groups)) for admission in groups[name]}
    return replace(options, admissions=tuple(a for a in options.admissions if a.key in kept))


def _first(names: list[str], groups: dict[str, tuple[Admission, ...]]) -> Iterator[str]:
    """Of these groups the first, as many as have a few sessions together."""
    sessions = 0
    for name in names:
        if sessions >= FEW:
            return
        sessions += len(groups[name])
        yield name
