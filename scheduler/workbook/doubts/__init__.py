"""Warnings about cells that are each right but hardly meant together; nothing here forbids a schedule."""

from __future__ import annotations

from scheduler.domain.week import Week
from scheduler.workbook.doubts.clients import doubt_clients
from scheduler.workbook.doubts.groups import doubt_groups
from scheduler.workbook.doubts.locks import doubt_locks
from scheduler.workbook.doubts.site import doubt_site
from scheduler.workbook.doubts.times import doubt_times
from scheduler.workbook.doubts.topics import doubt_topics
from scheduler.workbook.findings import Findings


def find_doubts(week: Week, findings: Findings) -> None:
    """Record what a coordinator should look at again."""
    doubt_site(week, findings)
    doubt_groups(week, findings)
    doubt_topics(week, findings)
    doubt_clients(week, findings)
    doubt_locks(week, findings)
    doubt_times(week, findings)
