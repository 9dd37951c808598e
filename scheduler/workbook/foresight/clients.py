"""Care plans that no schedule could meet, even with every other client gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from scheduler.domain.calendar import DAY_NAMES, hours
from scheduler.domain.care_plan import CarePlan, care_plan
from scheduler.domain.groups import Group
from scheduler.domain.people import Client, Commitment
from scheduler.domain.week import Week
from scheduler.workbook.findings import Findings
from scheduler.workbook.foresight.best_week import BestWeek, best_week
from scheduler.workbook.foresight.one_on_ones import appointments_by_client, possible_counted_minutes
from scheduler.workbook.foresight.presence import commitments_by_client, presence
from scheduler.workbook.foresight.slots import Slots
from scheduler.workbook.wording import counted


def foresee_clients(week: Week, slots: Slots, findings: Findings) -> None:
    """Record each active client who has no group, or whose hours, days or topics are out of reach."""
    commitments = commitments_by_client(week)
    appointments = appointments_by_client(week)
    for client in week.active_clients:
        groups = [group for group in week.active_groups if admits(group, client)]
        outlook = Outlook(week, slots, client, care_plan(week, client), groups, commitments[client.name])
        if groups:
            _hours(outlook, possible_counted_minutes(client, appointments[client.name]), findings)
            _days(outlook, findings)
            _topics(outlook, findings)
        elif outlook.plan.min_minutes or outlook.plan.min_days:
            message = f'no group admits the client "{client.name}" (phase, tracks, tags, topics, program week)'
            findings.warn("Clients", client.row, "Client", message)


@dataclass
class Outlook:
    """What one client could be given at best: as things are, and if no commitment bound the client."""

    week: Week
    slots: Slots
    client: Client
    plan: CarePlan
    groups: Sequence[Group]
    commitments: Sequence[Commitment]

    @cached_property
    def best(self) -> BestWeek:
        return self._week_under(self.commitments)

    @cached_property
    def freed(self) -> BestWeek:
        return self._week_under(()) if self.commitments else self.best

    def _week_under(self, commitments: Iterable[Commitment]) -> BestWeek:
        return best_week(self.week, self.slots, self.groups, self.plan, presence(self.client, commitments))


def admits(group: Group, client: Client) -> bool:
    """Whether the group admits the client at all (H3), its times and modality on a day aside."""
    weeks = group.program_weeks
    return (
        client.phase in group.phases
        and any(track in group.tracks for track in client.tracks)
        and set(group.required_tags) <= set(client.tags)
        and not set(group.forbidden_tags) & set(client.tags)
        and group.topic not in client.avoid_topics
        and (weeks is None or _in_weeks(client.program_week, weeks))
    )


def _in_weeks(week: int | None, ranges: tuple[tuple[int, int | None], ...]) -> bool:
    return week is not None and any(first <= week and (last is None or week <= last) for first, last in ranges)


def _hours(outlook: Outlook, beside: int, findings: Findings) -> None:
    client, due = outlook.client, outlook.plan.min_minutes
    most = outlook.best.minutes + beside
    if most >= due:
        return
    why = _reason(outlook.freed.minutes + beside >= due)
    given = f"{hours(most)} hours at most{_account(outlook.best, beside)}"
    message = f'"{client.name}" can be given {given}, and {hours(due)} are due: {why}'
    findings.warn("Clients", client.row, "Client", message)


def _account(best: BestWeek, beside: int) -> str:
    """Where the hours lie, where days are what limits them."""
    if sum(best.by_day) != best.minutes:
        return ""
    parts = [f"{DAY_NAMES[day]} {hours(minutes)}" for day, minutes in enumerate(best.by_day) if minutes]
    if beside:
        parts.append(f"individual sessions and appointments {hours(beside)}")
    return f" ({', '.join(parts) or 'no group at all'})"


def _days(outlook: Outlook, findings: Findings) -> None:
    client, due = outlook.client, outlook.plan.min_days
    if outlook.best.days >= due:
        return
    why = _reason(outlook.freed.days >= due)
    message = f'"{client.name}" can be given {counted(outlook.best.days, "day")} at most, and {due} are due: {why}'
    findings.warn("Clients", client.row, "Client", message)


def _topics(outlook: Outlook, findings: Findings) -> None:
    client, needs = outlook.client, dict(outlook.client.needs)
    offered = {group.topic for group in outlook.week.active_groups}
    # Of a topic that no group has this week one warning tells, and not one for each client.
    for topic in (topic for topic in outlook.plan.topics if topic.topic in offered):
        possible = outlook.best.sessions_of(topic.topic)
        if possible < topic.least:
            column = "Needs" if topic.topic in needs else "Client"
            most = f'{counted(possible, "session")} of the topic "{topic.topic}" at most'
            due = f"{topic.least} {'is' if topic.least == 1 else 'are'} due"
            message = f'"{client.name}" can attend {most}, and {due}'
            findings.warn("Clients", client.row, column, message)


def _reason(commitments_alone: bool) -> str:
    if commitments_alone:
        return "the firm commitments leave no more"
    return "the groups that admit the client hold no more in the client's tracks and days"
