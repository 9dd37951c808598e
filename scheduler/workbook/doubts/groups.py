"""Doubts about single rows of Groups."""

from __future__ import annotations

from scheduler.domain.calendar import DAY_NAMES
from scheduler.domain.groups import Group
from scheduler.domain.week import Week
from scheduler.workbook.cells.names import Names
from scheduler.workbook.findings import Findings


def doubt_groups(week: Week, findings: Findings) -> None:
    """Record active groups whose cells contradict each other or name what nobody and nothing has."""
    tags = Names("tag", "the sheet Clients")
    for client in week.clients:
        for tag in client.tags:
            tags.add(tag)
    features = Names("feature", "the sheet Rooms")
    for room in week.rooms:
        for feature in room.features:
            features.add(feature)
    for group in week.active_groups:
        _doubt_days(week, group, findings)
        _doubt_leaders(group, findings)
        _doubt_unknown(group, findings, "Client tags", (*group.required_tags, *group.forbidden_tags), tags)
        _doubt_unknown(group, findings, "Features", group.features, features)


def _doubt_days(week: Week, group: Group, findings: Findings) -> None:
    usual = {day for track in group.tracks for day in week.track_by_name[track].days}
    idle = [DAY_NAMES[day] for day in group.days if day not in usual]
    if idle:
        message = f"none of its tracks meets on {', '.join(idle)}: the group cannot either"
        findings.warn("Groups", group.row, "Days", message)


def _doubt_leaders(group: Group, findings: Findings) -> None:
    if group.facilitators == 0:
        if group.lead:
            message = "Facilitators is 0, so that nobody leads the group, not even one of these"
            findings.warn("Groups", group.row, "Lead", message)
        return
    if group.clinicians is None:
        return
    if len(group.clinicians) < group.facilitators:
        message = f"{len(group.clinicians)} named, and Facilitators asks for {group.facilitators}: it cannot be held"
        findings.warn("Groups", group.row, "Clinicians", message)
    if group.lead and not set(group.lead) & set(group.clinicians):
        findings.warn("Groups", group.row, "Lead", "none of these is among its Clinicians: it cannot be held")


def _doubt_unknown(group: Group, findings: Findings, column: str, used: tuple[str, ...], known: Names) -> None:
    for name in used:
        if known.find(name) is None:
            hint = known.did_you_mean(name)
            report = findings.warn if hint or column == "Features" else findings.note
            report("Groups", group.row, column, f'no {known.kind} "{name}" in {known.place}{hint}')
