"""What a client's care plan asks for this week: phase and client put together, Starts-Ends and excused days applied."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.domain.groups import TopicRule
from scheduler.domain.people import Client
from scheduler.domain.week import Week

ROUNDING = 15
"""Scaled minima are rounded down to a quarter of an hour."""


@dataclass(frozen=True, slots=True)
class TopicDue:
    """Sessions of a topic in the week; most None: no limit."""

    topic: str
    least: int
    most: int | None
    one_group: bool


@dataclass(frozen=True, slots=True)
class CarePlan:
    """Minutes and counts after scaling and caps; None: no limit."""

    min_minutes: int
    target_minutes: int
    max_minutes: int | None
    min_days: int
    max_days: int
    min_minutes_per_day: int
    max_minutes_per_day: int | None
    max_days_between: int | None
    topics: tuple[TopicDue, ...]


def care_plan(week: Week, client: Client) -> CarePlan:
    """The care plan of a client for this week (contract, section 4)."""
    phase = week.phase_by_name[client.phase]
    least = phase.min_minutes if client.min_minutes is None else client.min_minutes
    target = max(least, phase.target_minutes)
    present, usual = _days_present(week, client)
    if _partly_away(week, client):
        least, target = (_scaled(minutes, present, usual) for minutes in (least, target))
    longest = _least_of(phase.max_minutes, client.authorized_minutes)
    return CarePlan(
        min_minutes=least,
        target_minutes=target if longest is None else min(target, longest),
        max_minutes=longest,
        min_days=min(phase.min_days, present) if _partly_away(week, client) else phase.min_days,
        max_days=phase.max_days if client.authorized_days is None else min(phase.max_days, client.authorized_days),
        min_minutes_per_day=phase.min_minutes_per_day,
        max_minutes_per_day=_least_of(phase.max_minutes_per_day, client.authorized_minutes_per_day),
        max_days_between=phase.max_days_between,
        topics=_topics(week, client),
    )


def excused_days(week: Week) -> frozenset[int]:
    """Days on which the whole program is closed and clients are excused."""
    return frozenset(day for closure in week.closures if closure.excused for day in closure.days)


def _partly_away(week: Week, client: Client) -> bool:
    return client.first_day > 0 or client.last_day < 6 or bool(excused_days(week))


def _days_present(week: Week, client: Client) -> tuple[int, int]:
    """(days of the client's first track on which the client is there, all days of that track)."""
    usual = week.track_by_name[client.tracks[0]].days
    away = excused_days(week)
    present = [day for day in usual if client.first_day <= day <= client.last_day and day not in away]
    return len(present), len(usual)


def _scaled(minutes: int, present: int, usual: int) -> int:
    return minutes * present // usual // ROUNDING * ROUNDING


def _least_of(*limits: int | None) -> int | None:
    return min((limit for limit in limits if limit is not None), default=None)


def _topics(week: Week, client: Client) -> tuple[TopicDue, ...]:
    """Rules of the client's phase before those of every phase; Needs raise the minimum, and the maximum with it."""
    rules: dict[str, TopicRule] = {}
    for phase in (None, client.phase):
        rules.update({rule.topic: rule for rule in week.topic_rules if rule.phase == phase})
    needs = dict(client.needs)
    result = []
    for topic in sorted({*rules, *needs}):
        rule = rules.get(topic) or TopicRule(None, topic)
        least = max(rule.min_sessions, needs.get(topic, 0))
        most = rule.max_sessions
        if most is not None:
            most = max(most, needs.get(topic, 0))
        if topic in client.avoid_topics:
            least = 0
        result.append(TopicDue(topic, least, most, rule.one_group))
    return tuple(result)
