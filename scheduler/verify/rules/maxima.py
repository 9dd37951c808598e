"""H11: no client exceeds the hours, days and topics of the phase and the authorization (counted minutes)."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.calendar import DAY_NAMES, hours
from scheduler.domain.evaluation import Finding, Subject
from scheduler.domain.groups import TopicRule
from scheduler.domain.people import Client, Phase
from scheduler.domain.week import Week
from scheduler.verify.activity import Activities, by_day, treatment_days
from scheduler.verify.attendance import Attendance
from scheduler.verify.topics import attended, maximum, rules_for


def broken(week: Week, held: Attendance) -> Iterator[Finding]:
    """Each maximum exceeded; amount: minutes, days or sessions beyond it."""
    rules = {phase.name: rules_for(week, phase.name) for phase in week.phases}
    for client in week.active_clients:
        activities = held.of_client(client.name)
        phase = week.phase_by_name.get(client.phase)
        if phase is not None:
            yield from _hours(client, phase, activities)
            yield from _days(client, phase, activities)
        yield from _topics(client, rules.get(client.phase, {}), activities)


def _hours(client: Client, phase: Phase, activities: Activities) -> Iterator[Finding]:
    total = sum(activity.counted_minutes for activity in activities)
    for name, most in (("Max hours", phase.max_minutes), ("Authorized hours", client.authorized_minutes)):
        if most is not None and total > most:
            message = f"{client.name} has {hours(total)} counted hours; {name} is {hours(most)}."
            yield Finding("H11", Subject(client=client.name), total - most, message)
    limits = (
        ("Max hours per day", phase.max_minutes_per_day),
        ("Authorized hours per day", client.authorized_minutes_per_day),
    )
    for day, of_day in by_day(activities).items():
        minutes = sum(activity.counted_minutes for activity in of_day)
        for name, most in limits:
            if most is not None and minutes > most:
                what = f"{hours(minutes)} counted hours on {DAY_NAMES[day]}"
                message = f"{client.name} has {what}; {name} is {hours(most)}."
                yield Finding("H11", Subject(client=client.name, day=day), minutes - most, message)


def _days(client: Client, phase: Phase, activities: Activities) -> Iterator[Finding]:
    days = treatment_days(activities)
    for name, most in (("Max days", phase.max_days), ("Authorized days", client.authorized_days)):
        if most is not None and len(days) > most:
            on = ", ".join(DAY_NAMES[day] for day in days)
            message = f"{client.name} has {len(days)} treatment days ({on}); {name} is {most}."
            yield Finding("H11", Subject(client=client.name), len(days) - most, message)


def _topics(client: Client, rules: dict[str, TopicRule], activities: Activities) -> Iterator[Finding]:
    for topic, times in sorted(attended(activities).items()):
        most = maximum(rules[topic], client) if topic in rules else None
        if most is not None and times > most:
            message = f"{client.name} attends {times} sessions of {topic}; the most is {most}."
            yield Finding("H11", Subject(client=client.name), times - most, message)
