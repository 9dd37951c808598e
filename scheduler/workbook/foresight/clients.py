"""Care plans that no schedule could meet, even with every other client gone."""

from __future__ import annotations

from scheduler.domain.calendar import DAY_NAMES, hours
from scheduler.domain.care_plan import CarePlan, care_plan
from scheduler.domain.groups import Group
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.workbook.findings import Findings
from scheduler.workbook.foresight.best_week import BestWeek, best_week
from scheduler.workbook.foresight.one_on_ones import appointments_by_client, possible_counted_minutes
from scheduler.workbook.foresight.presence import commitments_by_client, presence
from scheduler.workbook.foresight.slots import Slots


def foresee_clients(week: Week, slots: Slots, findings: Findings) -> None:
    """Record each active client who has no group, or whose hours, days or topics are out of reach."""
    commitments = commitments_by_client(week)
    appointments = appointments_by_client(week)
    for client in week.active_clients:
        plan = care_plan(week, client)
        groups = [group for group in week.active_groups if admits(group, client)]
        if not groups:
            if plan.min_minutes or plan.min_days:
                message = f'no group admits the client "{client.name}" (phase, tracks, tags, topics, program week)'
                findings.warn("Clients", client.row, "Client", message)
            continue
        best = best_week(week, slots, groups, plan, presence(client, commitments[client.name]))
        freed = best_week(week, slots, groups, plan, presence(client, ())) if commitments[client.name] else best
        _hours(client, plan, best, freed, possible_counted_minutes(client, appointments[client.name]), findings)
        _days(client, plan, best, freed, findings)
        _topics(client, plan, best, findings)


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


def _hours(client: Client, plan: CarePlan, best: BestWeek, freed: BestWeek, beside: int, findings: Findings) -> None:
    most = best.minutes + beside
    if most >= plan.min_minutes:
        return
    why = _reason(freed.minutes + beside >= plan.min_minutes)
    given = f"{hours(most)} hours at most{_account(best, beside)}"
    message = f'"{client.name}" can be given {given}, and {hours(plan.min_minutes)} are due: {why}'
    findings.warn("Clients", client.row, "Client", message)


def _account(best: BestWeek, beside: int) -> str:
    """Where the hours lie, where days are what limits them."""
    parts = [f"{DAY_NAMES[day]} {hours(minutes)}" for day, minutes in enumerate(best.by_day) if minutes]
    if sum(best.by_day) != best.minutes:
        return ""
    if beside:
        parts.append(f"individual sessions and appointments {hours(beside)}")
    return f" ({', '.join(parts) or 'no group at all'})"


def _days(client: Client, plan: CarePlan, best: BestWeek, freed: BestWeek, findings: Findings) -> None:
    if best.days >= plan.min_days:
        return
    why = _reason(freed.days >= plan.min_days)
    message = f'"{client.name}" can be given {best.days} days at most, and {plan.min_days} are due: {why}'
    findings.warn("Clients", client.row, "Client", message)


def _topics(client: Client, plan: CarePlan, best: BestWeek, findings: Findings) -> None:
    needs = dict(client.needs)
    for topic in plan.topics:
        possible = best.sessions_of(topic.topic)
        if possible < topic.least:
            column = "Needs" if topic.topic in needs else "Client"
            message = f'"{client.name}" can attend {possible} sessions of the topic "{topic.topic}" at most'
            findings.warn("Clients", client.row, column, f"{message}, and {topic.least} are due")


def _reason(commitments_alone: bool) -> str:
    if commitments_alone:
        return "the firm commitments leave no more"
    return "the groups that admit the client hold no more in the client's tracks and days"
