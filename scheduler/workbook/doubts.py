"""Warnings about cells that are each right but hardly meant together."""

from __future__ import annotations

from scheduler.domain.week import Week
from scheduler.workbook.findings import Findings


def find_doubts(week: Week, findings: Findings) -> None:
    """Record what a coordinator should look at again; nothing here forbids a schedule."""
