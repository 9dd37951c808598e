"""How many sessions of each topic a client must and may attend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from scheduler.domain.groups import TopicRule
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.verify.activity import Activity


def rules_for(week: Week, phase: str) -> dict[str, TopicRule]:
    """The rule of each topic: the phase's own row, else the row for every phase."""
    general = {rule.topic: rule for rule in week.topic_rules if rule.phase is None}
    return general | {rule.topic: rule for rule in week.topic_rules if rule.phase == phase}


def needs_of(client: Client) -> dict[str, int]:
    """Sessions needed by topic, from the client's Needs."""
    needs: dict[str, int] = {}
    for topic, sessions in client.needs:
        needs[topic] = max(sessions, needs.get(topic, 0))
    return needs


def minima(rules: Mapping[str, TopicRule], client: Client) -> dict[str, int]:
    """The sessions that the care plan asks for, topics in sorted order, those without a minimum left out."""
    least = {topic: rule.min_sessions for topic, rule in rules.items()}
    for topic, sessions in needs_of(client).items():
        least[topic] = max(sessions, least.get(topic, 0))
    return {topic: n for topic, n in sorted(least.items()) if n > 0 and topic not in client.avoid_topics}


def maximum(rule: TopicRule, client: Client) -> int | None:
    """The most sessions of the rule's topic; None: no limit. A larger need raises it."""
    if rule.max_sessions is None:
        return None
    return max(rule.max_sessions, needs_of(client).get(rule.topic, 0))


def attended(sessions: Iterable[Activity]) -> Counter[str]:
    """Sessions attended by topic."""
    return Counter(session.group.topic for session in sessions if session.group is not None)
