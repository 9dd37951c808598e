"""H10: a cohort is attended whole or not at all; topics of one group stay in one group."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.evaluation import Finding, Subject
from scheduler.domain.groups import TopicRule
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.verify.activity import Activities
from scheduler.verify.attendance import Attendance
from scheduler.verify.sentences import all_of
from scheduler.verify.topics import rules_for


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Each cohort attended in part (amount: sessions left out), each topic in several groups (groups too many)."""
    rules = {phase.name: rules_for(week, phase.name) for phase in week.phases}
    for client in week.active_clients:
        sessions = held.groups_of(client.name)
        yield from _cohorts_in_part(client, sessions, held)
        yield from _several_groups(client, sessions, rules.get(client.phase, {}))


def _cohorts_in_part(client: Client, sessions: Activities, held: Attendance) -> Iterator[Finding]:
    for name in sorted({s.title for s in sessions if s.group is not None and s.group.cohort}):
        left_out = [
            session
            for session in held.sessions_of(name)
            if client.first_day <= session.day <= client.last_day and client.name not in session.clients
        ]
        if left_out:
            message = f"{client.name} attends the cohort {name}, but not {all_of(s.when for s in left_out)}."
            yield Finding("H10", Subject(client=client.name, group=name), len(left_out), message)


def _several_groups(client: Client, sessions: Activities, rules: dict[str, TopicRule]) -> Iterator[Finding]:
    for topic, rule in sorted(rules.items()):
        if rule.one_group:
            groups = sorted({s.title for s in sessions if s.group is not None and s.group.topic == topic})
            if len(groups) > 1:
                message = f"{client.name} attends {topic} in {all_of(groups)}; One group asks for one of them."
                yield Finding("H10", Subject(client=client.name), len(groups) - 1, message)
