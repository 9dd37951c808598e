"""Sites of 10 to 1,000 clients, drawn from a seed, as the rows of an input workbook.

Each is built around a planned week, so that how many of its care plans can be met at least is known beforehand.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.generator.client_rows import client_rows
from benchmarks.generator.group_rows import FREE_SHARE, group_rows, topic_rule_rows
from benchmarks.generator.plan import Plan, plan_of
from benchmarks.generator.shape import shape_of
from benchmarks.generator.shortages import SHORTAGES, shorten
from benchmarks.generator.site_rows import (
    appointment_rows,
    clinician_rows,
    closure_rows,
    commitment_rows,
    hours_rows,
    keep_apart_rows,
    lock_rows,
    phase_rows,
    program_rows,
    room_rows,
    track_rows,
)
from benchmarks.sheets import Sheets
from scheduler.domain.schedule import Schedule

__all__ = ["SHORTAGES", "TIMES", "PlannedSite", "planned_site", "site"]

TIMES = tuple(FREE_SHARE)


@dataclass(frozen=True)
class PlannedSite:
    """A site's rows, and a schedule that keeps every hard rule and meets the care plans of `plans_met` clients."""

    sheets: Sheets
    schedule: Schedule
    plans_met: int


def site(clients: int, seed: int, times: str = "fixed", short: str | None = None, holiday: bool = False) -> Sheets:
    """The rows of a site's workbook by sheet; the same arguments give the same rows.

    times: `fixed`, `half` or `free`. short: None, `staff`, `evening` or `rooms`. holiday: Thanksgiving week.
    """
    rng, plan = _drawn(clients, seed, holiday, with_evening=short == "evening")
    sheets = _sheets(rng, plan, clients, seed, times)
    if short is not None:
        # What had been promised may now be what nobody can keep.
        sheets["Locks"] = []
        shorten(sheets, plan, short)
    return sheets


def planned_site(clients: int, seed: int, times: str = "fixed", holiday: bool = False) -> PlannedSite:
    """A site that is not short of anything, with the planned schedule it was built around."""
    rng, plan = _drawn(clients, seed, holiday)
    return PlannedSite(_sheets(rng, plan, clients, seed, times), plan.schedule(), plan.plans_met)


def _drawn(clients: int, seed: int, holiday: bool, with_evening: bool = False) -> tuple[Random, Plan]:
    rng = Random(f"{clients} clients, seed {seed}")
    shape = shape_of(rng, clients, holiday, with_evening)
    return rng, plan_of(rng, shape, clients)


def _sheets(rng: Random, plan: Plan, clients: int, seed: int, times: str) -> Sheets:
    groups = group_rows(rng, plan, times)
    return {
        "Program": program_rows(plan.shape, clients, seed),
        "Tracks": track_rows(plan.shape),
        "Phases": phase_rows(plan.shape),
        "Topic rules": topic_rule_rows(rng, plan),
        "Groups": groups,
        "Clinicians": clinician_rows(rng, plan),
        "Clinician hours": hours_rows(plan),
        "Rooms": room_rows(plan),
        "Clients": client_rows(rng, plan),
        "Commitments": commitment_rows(plan),
        "Appointments": appointment_rows(rng, plan),
        "Closures": closure_rows(rng, plan),
        "Keep apart": keep_apart_rows(rng, plan),
        "Locks": lock_rows(rng, plan),
        "Goals": [],
    }
