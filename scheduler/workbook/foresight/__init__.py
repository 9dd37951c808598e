"""What no schedule could mend, found without a solver: each a warning with the cell it starts from."""

from __future__ import annotations

from scheduler.domain.issues import Issue
from scheduler.domain.week import Week
from scheduler.workbook.findings import Findings
from scheduler.workbook.foresight.clients import foresee_clients
from scheduler.workbook.foresight.groups import foresee_groups
from scheduler.workbook.foresight.one_on_ones import foresee_one_on_ones
from scheduler.workbook.foresight.slots import Slots
from scheduler.workbook.tables import Tables


def foresee(week: Week, tables: Tables) -> tuple[Issue, ...]:
    """Warnings about groups that can never be held and care plans that can never be met.

    Each is certain: it holds with everybody else gone. What is not warned of may still be impossible.
    """
    findings = Findings(tables)
    slots = Slots(week)
    foresee_groups(week, slots, findings)
    foresee_clients(week, slots, findings)
    foresee_one_on_ones(week, slots, findings)
    return findings.sorted
