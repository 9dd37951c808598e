"""The generated weeks that methods are measured on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generator import site
from benchmarks.generator.by_topics import site_by_topics
from scheduler.domain.week import Week
from scheduler.workbook import read_week
from scheduler.workbook.template import write_workbook

SEEDS = 5


@dataclass(frozen=True)
class Instance:
    """A site by the arguments of the generator."""

    clients: int
    seed: int
    times: str = "fixed"
    short: str | None = None
    holiday: bool = False
    groups: int = 0
    """So many groups and clients with topics to attend; 0: clients with hours, and the groups that these ask for."""

    @property
    def kind(self) -> str:
        """What it shares with the other seeds."""
        if self.groups:
            return f"{self.clients} clients, topics in {self.groups} groups"
        circumstances = [self.times, *([f"short of {self.short}"] if self.short else []), *["holiday"] * self.holiday]
        return f"{self.clients} clients, {', '.join(circumstances)}"

    @property
    def name(self) -> str:
        return f"{self.kind}, seed {self.seed}"

    def week(self) -> Week:
        """The week as a coordinator's workbook gives it: written, and read again."""
        sheets = (
            site_by_topics(self.clients, self.groups, self.seed)
            if self.groups
            else site(self.clients, self.seed, self.times, self.short, self.holiday)
        )
        with TemporaryDirectory() as folder:
            path = Path(folder) / "site.xlsx"
            write_workbook(path, sheets)
            return read_week(path)


def _kinds(seed: int) -> list[Instance]:
    """Every kind once, small before large."""
    fixed = [Instance(clients, seed) for clients in (25, 60, 120, 250, 500, 1000)]
    free = [Instance(clients, seed, times) for times in ("half", "free") for clients in (60, 120, 250)]
    short = [Instance(clients, seed, short="staff") for clients in (60, 120)]
    return [*fixed, *free, *short, Instance(60, seed, holiday=True)]


QUICK = tuple(
    instance
    for instance in _kinds(1)
    if (instance.times == "fixed" and not (instance.short and instance.clients > 60)) or instance.clients == 60
)
"""One seed of most kinds."""

WHOLE = tuple(instance for seed in range(1, SEEDS + 1) for instance in _kinds(seed))
"""Every kind, five seeds each."""

BY_TOPICS = tuple(Instance(865, seed, groups=500) for seed in range(1, SEEDS + 1))
"""As many people and groups as one of the timetables of universities that others solve."""
