"""Doubts about topics that are named but that no group and no clinician has."""

from __future__ import annotations

from collections.abc import Iterable

from scheduler.domain.people import INDIVIDUAL
from scheduler.domain.week import Week
from scheduler.workbook.cells.names import Names
from scheduler.workbook.findings import Findings

Use = tuple[str, int, str, str]
"""Sheet, row, column, topic."""


def doubt_topics(week: Week, findings: Findings) -> None:
    """Record topics that nothing defines, needs that no active group meets, and topics that nothing uses."""
    offered = _names({group.topic: None for group in week.active_groups})
    defined = _names({group.topic: None for group in week.groups})
    services = {appointment.service for appointment in week.appointments}
    for sheet, row, column, topic in _taught(week):
        if defined.find(topic) is None and topic != INDIVIDUAL and topic not in services:
            hint = defined.did_you_mean(topic)
            report = findings.warn if hint else findings.note
            report(sheet, row, column, f'no group or appointment has the topic "{topic}"{hint}')
    taught = {topic for _, _, _, topic in _taught(week)}
    due = {rule.row for rule in week.topic_rules if rule.min_sessions > 0}
    for sheet, row, column, topic in _used(week):
        if defined.find(topic) is None and topic not in taught:
            message = f'no group has the topic "{topic}", and no clinician lists it{defined.did_you_mean(topic)}'
            findings.warn(sheet, row, column, message)
        elif offered.find(topic) is None and (column == "Needs" or (sheet == "Topic rules" and row in due)):
            message = f'no active group has the topic "{topic}": the need cannot be met{offered.did_you_mean(topic)}'
            findings.warn(sheet, row, column, message)


def _names(topics: Iterable[str]) -> Names:
    names = Names("topic", "the sheet Groups")
    for topic in topics:
        names.add(topic)
    return names


def _taught(week: Week) -> list[Use]:
    return [("Clinicians", who.row, "Topics", topic) for who in week.clinicians for topic in who.topics or ()]


def _used(week: Week) -> list[Use]:
    needs = [("Clients", who.row, "Needs", topic) for who in week.active_clients for topic, _ in who.needs]
    avoided = [("Clients", who.row, "Avoid topics", topic) for who in week.clients for topic in who.avoid_topics]
    rules = [("Topic rules", rule.row, "Topic", rule.topic) for rule in week.topic_rules]
    return [*rules, *needs, *avoided]
