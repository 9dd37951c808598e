"""A few sessions for each client to choose from, others for the next one.

Where everybody may attend nearly anything, a few dozen sessions are as good to a client as hundreds, as long as not all
have the same ones; and an outline of these is small enough for HiGHS, which finds in seconds what neighbourhoods do not
in a minute. It is a guide: what is proven of a few says nothing of all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from scheduler.domain.care_plan import care_plan
from scheduler.model.options import Admission, Options
from scheduler.solve.narrow import Plan
from scheduler.solve.needed import MOSTLY

FEW = 20
"""Sessions for each client beside those of the plan and of topics that the care plan names."""


def mostly_sessions(options: Options) -> bool:
    """Whether most of what there is to choose are sessions to attend, not times of meetings: these stay as they are."""
    return MOSTLY * len(options.admissions) >= options.size


def with_few_sessions(options: Options, plan: Plan, seed: int) -> Options:
    """The options with few sessions for each client: those of the plan, of topics that are due, and by chance some of
    the others, groups with open seats in the plan first. Of a group there are all of its sessions or none."""
    rng = Random(seed)
    taken = Counter((group, day) for _, group, day in plan.attending)
    kept = set[tuple[str, str, int]]()
    for client in options.clients:
        due = {topic.topic for topic in care_plan(options.week, client).topics if topic.least > 0}
        groups = _by_group(options.admissions_of_client.get(client.name, ()))
        needed = {name for name, there in groups.items() if _is_needed(there, plan, due)}
        others = sorted(set(groups) - needed)
        rng.shuffle(others)
        others.sort(key=lambda name: not _is_open(groups[name], taken))
        chosen = (*needed, *_first(others, groups))
        kept |= {admission.key for name in chosen for admission in groups[name]}
    return replace(options, admissions=tuple(a for a in options.admissions if a.key in kept))


def _by_group(admissions: tuple[Admission, ...]) -> dict[str, list[Admission]]:
    result: defaultdict[str, list[Admission]] = defaultdict(list)
    for admission in admissions:
        result[admission.slot.group.name].append(admission)
    return result


def _is_needed(there: list[Admission], plan: Plan, due: set[str]) -> bool:
    return there[0].slot.group.topic in due or any(admission.key in plan.attending for admission in there)


def _is_open(there: list[Admission], taken: Counter[tuple[str, int]]) -> bool:
    """Whether the plan leaves seats in all of the group's sessions."""
    return all(taken[admission.slot.key] < admission.slot.group.max_clients for admission in there)


def _first(names: list[str], groups: dict[str, list[Admission]]) -> Iterator[str]:
    """Of these groups the first, as many as have a few sessions together."""
    sessions = 0
    for name in names:
        if sessions >= FEW:
            return
        sessions += len(groups[name])
        yield name
