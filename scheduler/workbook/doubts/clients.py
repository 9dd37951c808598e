"""Doubts about single rows of Clients."""

from __future__ import annotations

from datetime import timedelta

from scheduler.domain.calendar import hours
from scheduler.domain.care_plan import care_plan
from scheduler.domain.people import Client
from scheduler.domain.week import Week
from scheduler.workbook.findings import Findings


def doubt_clients(week: Week, findings: Findings) -> None:
    """Record clients who may be one, and active ones whose cells contradict each other."""
    _doubt_ids(week, findings)
    for client in week.active_clients:
        _doubt_clinicians(client, findings)
        _doubt_hours(week, client, findings)
        for topic, _ in client.needs:
            if topic in client.avoid_topics:
                findings.warn("Clients", client.row, "Needs", f'the client needs the topic "{topic}" and avoids it too')
        if client.program_week is not None and client.program_week < 1 and client.first_day == 0:
            sunday = week.program.monday + timedelta(days=6)
            message = f"Admitted is after this week (which ends {sunday}), but Starts does not say so"
            findings.warn("Clients", client.row, "Admitted", message)


def _doubt_ids(week: Week, findings: Findings) -> None:
    """A number loses its leading zeros where one cell holds it as text and another does not."""
    first: dict[str, Client] = {}
    for client in week.clients:
        known = first.setdefault(client.name.lstrip("0"), client)
        if known is not client:
            message = f'"{client.name}" and "{known.name}" (row {known.row}) differ in leading zeros only: one client?'
            findings.warn("Clients", client.row, "Client", message)


def _doubt_clinicians(client: Client, findings: Findings) -> None:
    for column, name in (("Primary clinician", client.primary_clinician), ("Cover clinician", client.cover_clinician)):
        if name is not None and name in client.avoid_clinicians:
            message = f'"{name}" is among the clinicians that the client avoids: the session cannot be held with them'
            findings.warn("Clients", client.row, column, message)
    if client.cover_clinician is not None and client.cover_clinician == client.primary_clinician:
        findings.warn("Clients", client.row, "Cover clinician", "the same as the primary clinician")


def _doubt_hours(week: Week, client: Client, findings: Findings) -> None:
    phase, plan = week.phase_by_name[client.phase], care_plan(week, client)
    least = plan.min_minutes
    if client.authorized_minutes is not None and client.authorized_minutes < least:
        message = f"{hours(client.authorized_minutes)} hours are authorized, fewer than the {hours(least)} due"
        findings.warn("Clients", client.row, "Authorized hours", message)
    if client.min_minutes is not None and phase.max_minutes is not None and client.min_minutes > phase.max_minutes:
        message = f'Min hours is more than the Max hours ({hours(phase.max_minutes)}) of the phase "{phase.name}"'
        findings.warn("Clients", client.row, "Min hours", message)
    if client.authorized_days is not None and client.authorized_days < plan.min_days:
        message = f"{client.authorized_days} days are authorized, fewer than the {plan.min_days} due"
        findings.warn("Clients", client.row, "Authorized days", message)
