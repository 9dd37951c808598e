"""Which clients and groups to set free together, while everything else of the schedule stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from scheduler.domain.schedule import Schedule
from scheduler.model.options import Options

OF_SHORT = 0.8
"""Part of the neighbourhoods that begin with somebody who is short, while anybody is."""
MOST_GROUPS = 6


@dataclass(frozen=True)
class Neighbourhood:
    """Clients who may get any week, groups that may meet at any time, clients whose meetings alone may change."""

    clients: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()


class Neighbourhoods:
    """An endless supply, the same for the same seed; `size` is how many clients one of them sets free."""

    def __init__(self, options: Options, seed: int) -> None:
        self.options = options
        self.rng = Random(seed)
        self.names = [client.name for client in options.week.active_clients]
        self.groups = sorted(options.slots_of_group)
        self.movable = {slot.group.name for slot in options.slots if slot.movable}
        self.caseloads = _caseloads(options)

    def next(self, schedule: Schedule, size: int, short: tuple[str, ...] = ()) -> Neighbourhood:
        """One around clients who are short of something; without any, around a caseload, a group, or companions."""
        if short and self.rng.random() < OF_SHORT:
            return self._around_short(schedule, size, short)
        kind = self.rng.randrange(3)
        if kind == 0 and self.caseloads:
            return Neighbourhood(self._trim(self.rng.choice(self.caseloads), size))
        if kind == 1 and self.groups:
            return self._around_groups(size)
        return Neighbourhood(self._trim(list(self._companions(schedule)), size))

    def _around_short(self, schedule: Schedule, size: int, short: tuple[str, ...]) -> Neighbourhood:
        """Some who are short, with others who have the seats that they could have, and perhaps groups of theirs."""
        chosen = self.rng.sample(short, min(len(short), max(1, size // 5)))
        wanted = {a.slot.key for name in chosen for a in self.options.admissions_of_client.get(name, ())}
        rivals = {name for s in schedule.sessions if (s.group, s.day) in wanted for name in s.clients}
        others = sorted(rivals - set(chosen))
        clients = [*chosen, *self.rng.sample(others, min(len(others), size - len(chosen)))]
        groups = sorted({group for group, _ in wanted} - (self.movable if self.rng.randrange(4) else set()))
        most = self.rng.choice((0, 2, MOST_GROUPS))
        return Neighbourhood(self._trim(clients, size), tuple(sorted(self.rng.sample(groups, min(len(groups), most)))))

    def _around_groups(self, size: int) -> Neighbourhood:
        groups = self.rng.sample(self.groups, min(len(self.groups), 2))
        slots = [slot for group in groups for slot in self.options.slots_of_group[group]]
        admitted = {a.client.name for slot in slots for a in self.options.admissions_of_slot.get(slot.key, ())}
        return Neighbourhood(self._trim(sorted(admitted), size), tuple(sorted(groups)))

    def _companions(self, schedule: Schedule) -> Iterator[str]:
        """A client, then those of the same sessions, then anybody."""
        seen = {self.rng.choice(self.names)}
        yield from seen
        start = next(iter(seen))
        for session in schedule.sessions:
            if start in session.clients:
                fresh = [name for name in session.clients if name not in seen]
                seen.update(fresh)
                yield from fresh
        rest = [name for name in self.names if name not in seen]
        self.rng.shuffle(rest)
        yield from rest

    def _trim(self, names: list[str], size: int) -> tuple[str, ...]:
        """So many of the names, filled up with others."""
        chosen = self.rng.sample(names, size) if len(names) > size else list(names)
        others = [name for name in self.names if name not in set(chosen)]
        chosen += self.rng.sample(others, min(len(others), max(0, size - len(chosen))))
        return tuple(sorted(chosen))


def _caseloads(options: Options) -> list[list[str]]:
    """Clients by each clinician who may hold something of theirs."""
    by_clinician: dict[str, set[str]] = {}
    for demand in options.demands:
        for clinician in demand.clinicians:
            by_clinician.setdefault(clinician, set()).add(demand.client.name)
    return [sorted(clients) for _, clients in sorted(by_clinician.items())]
