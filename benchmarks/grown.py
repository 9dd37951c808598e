"""The real programs of `inputs/` with more clients than they have seats for, other times, or fewer hours of staff."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from scheduler.domain.people import Clinician
from scheduler.domain.week import Week
from scheduler.workbook import read_week

INPUTS = Path(__file__).resolve().parent.parent / "inputs"
STAFF_PERCENT = 60
"""What is left of each clinician's hours where staff is short."""
QUARTER = 15


@dataclass(frozen=True)
class Grown:
    """A program of `inputs/` by the name of its workbook; percent: of its clients.

    free: every group at any time of its days; short: of staff.
    """

    program: str
    percent: int
    seed: int
    free: bool = False
    short: bool = False

    @property
    def kind(self) -> str:
        """What it shares with the other seeds."""
        circumstances = [f"{self.percent} % of its clients", *["free"] * self.free, *["short of staff"] * self.short]
        return f"{self.program}, {', '.join(circumstances)}"

    @property
    def name(self) -> str:
        return f"{self.kind}, seed {self.seed}"

    @property
    def clients(self) -> int:
        return len(self.week().clients)

    def week(self) -> Week:
        """The program's week without last week's schedule and locks, changed as this says."""
        week = replace(read_week(INPUTS / f"{self.program}.xlsx"), locks=(), previous=None)
        week = _with_more_clients(week, self.percent, Random(self.name))
        if self.short:
            week = replace(week, clinicians=tuple(_with_fewer_hours(clinician) for clinician in week.clinicians))
        if self.free:
            week = replace(week, groups=tuple(replace(group, starts=None) for group in week.groups))
        return week


def _with_more_clients(week: Week, percent: int, rng: Random) -> Week:
    """Each further client has the care plan of one who is there and the commitments of another of the same tracks."""
    clients, commitments, appointments = list(week.clients), list(week.commitments), list(week.appointments)
    for number in range(len(week.clients) * percent // 100 - len(week.clients)):
        like = rng.choice(week.clients)
        busy_like = rng.choice([client for client in week.clients if client.tracks == like.tracks])
        name = f"{like.name}-{number + 1}"
        clients.append(replace(like, name=name, display_name=""))
        commitments += [replace(c, client=name) for c in week.commitments if c.client == busy_like.name]
        appointments += [replace(a, client=name) for a in week.appointments if a.client == like.name]
    return replace(week, clients=tuple(clients), commitments=tuple(commitments), appointments=tuple(appointments))


def _with_fewer_hours(clinician: Clinician) -> Clinician:
    there = sum(window.minutes for windows in clinician.hours for window in windows)
    most = there if clinician.max_minutes is None else clinician.max_minutes
    return replace(clinician, max_minutes=most * STAFF_PERCENT // 100 // QUARTER * QUARTER)


GROWN = (
    Grown("ark-behavioral-health", 200, seed=1),
    Grown("ark-behavioral-health", 200, seed=1, short=True),
    Grown("ark-behavioral-health", 300, seed=1),
    Grown("banyan-massachusetts", 150, seed=1, free=True),
    Grown("massachusetts-center-for-addiction", 150, seed=1),
    Grown("massachusetts-center-for-addiction", 200, seed=1),
    Grown("ucsf", 150, seed=1, free=True, short=True),
    Grown("greater-boston-behavioral-health", 200, seed=1, short=True),
)
"""One seed of each kind."""
