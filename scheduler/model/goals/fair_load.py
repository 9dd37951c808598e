"""Goal 9: the largest share of a clinician's hours that is used, in whole percent rounded up."""

from __future__ import annotations

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.calendar import DAYS
from scheduler.domain.people import Clinician
from scheduler.model.draft import Draft, total
from scheduler.model.rules.clinicians import busy_on


def value(draft: Draft) -> LinearExprT:
    load = draft.amount(100, "fair load")
    for clinician in draft.week.clinicians:
        busy = [term for day in DAYS for term in busy_on(draft, clinician, day)]
        if busy and available(clinician) > 0:
            draft.cp.add(100 * total(busy) <= available(clinician) * load)
    return load


def available(clinician: Clinician) -> int:
    """Max hours, else Clinician hours before closures, in minutes."""
    if clinician.max_minutes is not None:
        return clinician.max_minutes
    return sum(window.minutes for windows in clinician.hours for window in windows)
