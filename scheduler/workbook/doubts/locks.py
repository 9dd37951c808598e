"""Doubts about rows of Locks that cannot do what they seem to say."""

from __future__ import annotations

from scheduler.domain.calendar import DAY_NAMES, clock
from scheduler.domain.locks import Lock
from scheduler.domain.people import INDIVIDUAL
from scheduler.domain.week import Week
from scheduler.workbook.findings import Findings


def doubt_locks(week: Week, findings: Findings) -> None:
    """Record locks about somebody or something that rests this week, or at a day or time that cannot be."""
    for lock in week.locks:
        _doubt_resting(week, lock, findings)
        _doubt_service(week, lock, findings)
        _doubt_group_time(week, lock, findings)


def _doubt_resting(week: Week, lock: Lock, findings: Findings) -> None:
    if lock.client is not None and not week.client_by_name[lock.client].active:
        reason = week.client_by_name[lock.client].inactive_reason
        findings.warn("Locks", lock.row, "Client", f'"{lock.client}" is not scheduled this week ({reason})')
    if lock.group is not None and not week.group_by_name[lock.group].active:
        findings.warn("Locks", lock.row, "Group", f'the group "{lock.group}" rests this week (Active is no)')


def _doubt_service(week: Week, lock: Lock, findings: Findings) -> None:
    if lock.client is None or lock.group is not None:
        return
    service = lock.service or INDIVIDUAL
    client = week.client_by_name[lock.client]
    has = service == INDIVIDUAL and client.individual_sessions > 0
    has = has or any(a.client == client.name and a.service == service and a.sessions > 0 for a in week.appointments)
    if not has:
        message = f'"{client.name}" has no session of the service "{service}" this week'
        findings.warn("Locks", lock.row, "Service" if lock.service else "Client", message)


def _doubt_group_time(week: Week, lock: Lock, findings: Findings) -> None:
    if lock.group is None or not lock.must:
        return
    group = week.group_by_name[lock.group]
    if lock.day is not None and lock.day not in group.days:
        message = f'the group "{group.name}" may not meet on {DAY_NAMES[lock.day]} (Days of the sheet Groups)'
        findings.warn("Locks", lock.row, "Day", message)
    if lock.start is not None and group.starts is not None and lock.start not in group.starts:
        starts = ", ".join(map(clock, group.starts))
        findings.warn("Locks", lock.row, "Start", f'the group "{group.name}" may start at {starts} only')
