"""Care plans: what each client gets against what is asked, each requirement that is short, and the accounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from scheduler.domain.calendar import DAY_NAMES
from scheduler.domain.evaluation import ClientAccount, Shortfall
from scheduler.domain.groups import TopicRule
from scheduler.domain.people import Client, Phase
from scheduler.domain.rules import Requirement
from scheduler.domain.schedule import Kind
from scheduler.domain.week import Week
from scheduler.verify.activity import Activities, by_day, treatment_days
from scheduler.verify.attendance import Attendance
from scheduler.verify.must_run import must_run_shortfalls
from scheduler.verify.placement import rank_of_track
from scheduler.verify.requests import Request
from scheduler.verify.requirements import Requirements, excused_days, requirements_of
from scheduler.verify.topics import attended, minima, rules_for

HOUR = 60
"""What a missing day, a missing topic session and a day of a gap count in goal 2."""


@dataclass(frozen=True, slots=True)
class CarePlans:
    """accounts: by name, one per active client, in the week's order; shortfalls: of clients; must_run: of groups."""

    accounts: Mapping[str, ClientAccount]
    shortfalls: tuple[Shortfall, ...]
    must_run: tuple[Shortfall, ...]


def care_plans_of(week: Week, held: Attendance) -> CarePlans:
    """What every active client gets and lacks, and the Must run sessions that are not held."""
    excused = excused_days(week)
    topic_rules = {phase.name: rules_for(week, phase.name) for phase in week.phases}
    accounts: dict[str, ClientAccount] = {}
    shortfalls: list[Shortfall] = []
    for client in week.active_clients:
        phase = week.phase_by_name[client.phase]
        due = requirements_of(week, client, phase, excused)
        short = tuple(_shortfalls(client, phase, due, topic_rules[phase.name], held))
        accounts[client.name] = _account(week, client, due, held, short)
        shortfalls.extend(short)
    return CarePlans(accounts, tuple(shortfalls), tuple(must_run_shortfalls(week, held)))


def _shortfalls(
    client: Client, phase: Phase, due: Requirements, rules: Mapping[str, TopicRule], held: Attendance
) -> Iterator[Shortfall]:
    activities = held.of_client(client.name)
    minutes = sum(activity.counted_minutes for activity in activities)
    days = treatment_days(activities)
    yield from _short(client, Requirement.HOURS, "", due.min_minutes, minutes, 1)
    yield from _short(client, Requirement.DAYS, "", due.min_days, len(days), HOUR)
    yield from _short_days(client, phase, activities, days)
    yield from _long_gaps(client, phase, days)
    yield from _requests_not_held(client, held.requests[client.name], activities)
    given = attended(activities)
    for topic, needed in minima(rules, client).items():
        yield from _short(client, Requirement.TOPIC, topic, needed, given[topic], HOUR)


def _short(
    client: Client, requirement: Requirement, detail: str, needed: int, given: int, worth: int
) -> Iterator[Shortfall]:
    """A shortfall if anything is missing; worth: minutes in goal 2 of each unit missing."""
    missing = needed - given
    if missing > 0:
        yield Shortfall(client.name, requirement, detail, needed, given, missing, worth * missing)


def _short_days(client: Client, phase: Phase, activities: Activities, days: tuple[int, ...]) -> Iterator[Shortfall]:
    """All that counts on a treatment day adds to its length, one-on-ones too."""
    of_day = by_day(activities)
    for day in days:
        minutes = sum(activity.counted_minutes for activity in of_day[day])
        yield from _short(client, Requirement.DAY_LENGTH, DAY_NAMES[day], phase.min_minutes_per_day, minutes, 1)


def _long_gaps(client: Client, phase: Phase, days: tuple[int, ...]) -> Iterator[Shortfall]:
    """needed is the most days between, given the days between: here missing is what is too much."""
    most = phase.max_days_between
    if most is None:
        return
    for first, second in pairwise(days):
        between = second - first - 1
        if between > most:
            detail = f"{DAY_NAMES[first]}-{DAY_NAMES[second]}"
            excess = between - most
            yield Shortfall(client.name, Requirement.GAP, detail, most, between, excess, HOUR * excess)


def _requests_not_held(client: Client, requests: tuple[Request, ...], activities: Activities) -> Iterator[Shortfall]:
    given = [activity.request for activity in activities if activity.request is not None]
    for request in requests:
        requirement = Requirement.INDIVIDUAL if request.kind is Kind.INDIVIDUAL else Requirement.APPOINTMENT
        times = sum(answer is request for answer in given)
        yield from _short(client, requirement, request.service, request.sessions, times, request.minutes)


def _account(
    week: Week, client: Client, due: Requirements, held: Attendance, short: tuple[Shortfall, ...]
) -> ClientAccount:
    activities = held.of_client(client.name)
    individual = [a for a in activities if a.kind is Kind.INDIVIDUAL and a.request is not None]
    return ClientAccount(
        client=client.name,
        track=_track(week, client, held),
        counted_minutes=sum(activity.counted_minutes for activity in activities),
        min_minutes=due.min_minutes,
        target_minutes=due.target_minutes,
        days=len(treatment_days(activities)),
        min_days=due.min_days,
        individual_held=len(individual),
        individual_needed=client.individual_sessions,
        met=not short,
        shortfall_minutes=sum(shortfall.minutes for shortfall in short),
    )


def _track(week: Week, client: Client, held: Attendance) -> str | None:
    rank = rank_of_track(week, client, held.groups_of(client.name))
    return None if rank is None or rank >= len(client.tracks) else client.tracks[rank]
