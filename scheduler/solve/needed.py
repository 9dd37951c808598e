"""Attendances that some care plan, lock or last week's schedule asks for.

Where clients have topics to attend rather than hours, hardly any session is anything to a client: of 865 people and 500
groups one attendance in twenty. Without the others a schedule is found many times sooner, and goals 1, 2, 4 and 5 are
the same, since without an attendance that nothing asks for a schedule is as right and as good in these. Not so where
it fills a session up to Min clients; and of later goals an attendance between two others spares Waiting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from scheduler.domain.care_plan import CarePlan, care_plan
from scheduler.domain.people import Client
from scheduler.domain.rules import Goal
from scheduler.domain.week import Week
from scheduler.model.options import Admission, Options
from scheduler.model.rules.minimum_size import locked_to_be_held

ALIKE, CHANGES = (1, 2, 3, 4, 5), 3
"""Goals that no attendance makes better that nothing asks for; with last week's schedule it may keep a session held."""


MANY_OPTIONS, MOSTLY = 10_000, 2
"""Options from which on, and how many times as many as care plans ask for there have to be, that these are worth
looking at by themselves."""


def needed_if_few(options: Options) -> Options | None:
    """The needed options, if there are many and these are few of them; None: all had better be looked at at once."""
    size = options.size
    if size < MANY_OPTIONS or MOSTLY * attendances_without_hours(options) < (MOSTLY - 1) * size:
        return None
    needed = needed_only(options)
    return needed if MOSTLY * needed.size <= size else None


def attendances_without_hours(options: Options) -> int:
    """How many attendances are of clients of whom no hours and days are asked; hardly any of the others is left out."""
    return sum(
        len(options.admissions_of_client.get(client.name, ()))
        for client in options.clients
        if not wants_hours(options, client, care_plan(options.week, client))
    )


def needed_only(options: Options) -> Options:
    """The options without the attendances that no client's care plan, lock or last week asks for."""
    return replace(options, admissions=tuple(_needed(options)))


def goals_alike(options: Options, needed: Options, goals: tuple[Goal, ...]) -> int:
    """How many of the first goals have the same bounds with the needed options alone: none if what is left out could
    fill a session up to Min clients."""
    changes = options.week.previous is not None
    alike = takewhile(lambda goal: goal.number in ALIKE and not (changes and goal.number == CHANGES), goals)
    return len(list(alike)) if _none_fills(options, needed) else 0


def _none_fills(options: Options, needed: Options) -> bool:
    """Whether no session that somebody needs may need for its Min clients an attendance that is left out."""
    filled = (slot for slot in needed.slots if slot.group.min_clients > 1 and not slot.group.must_run)
    return not any(
        0 < len(needed.admissions_of_slot.get(slot.key, ())) < len(options.admissions_of_slot[slot.key])
        and not locked_to_be_held(options.week, slot)
        for slot in filled
    )


def _needed(options: Options) -> Iterator[Admission]:
    asked = asked_for(options.week)
    for client in options.clients:
        plan = care_plan(options.week, client)
        topics = {due.topic for due in plan.topics if due.least > 0}
        counts = wants_hours(options, client, plan)
        for admission in options.admissions_of_client.get(client.name, ()):
            group = admission.slot.group
            if group.topic in topics or (counts and group.counted_minutes > 0) or group.name in asked[client.name]:
                yield admission


def wants_hours(options: Options, client: Client, plan: CarePlan) -> bool:
    """Whether hours or days of the client are asked for, so that any session that counts may be of use."""
    on_treatment_days = options.week.program.individual_on_treatment_days and client.name in options.demands_of_client
    return (
        plan.target_minutes > 0
        or plan.min_days > 0
        or plan.min_minutes_per_day > 0
        or plan.max_days_between is not None
        or on_treatment_days
    )


def asked_for(week: Week) -> defaultdict[str, set[str]]:
    """Groups by client that a lock or last week's schedule names."""
    asked: defaultdict[str, set[str]] = defaultdict(set)
    for lock in week.locks:
        if lock.must and lock.client is not None and lock.group is not None:
            asked[lock.client].add(lock.group)
    for session in week.previous.sessions if week.previous is not None else ():
        for name in session.clients:
            asked[name].add(session.group)
    return asked
