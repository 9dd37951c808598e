"""Which clients and groups to set free together, while everything else of the schedule stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from random import Random

from scheduler.domain.schedule import Schedule
from scheduler.model.options import Options
from scheduler.solve.fair_load import STAFF_TIME

MOST_GROUPS = 6
FEW_SESSIONS = 4
OF_CARE_PLANS = (1, 2)
MOST_WITH_ANY_STAFF = 3
MOST_UNSETTLED = 250
"""Clients of a site up to which a neighbourhood may hold the weeks of all of them."""
MEMORY, LEAST_WORTH = 0.9, 0.15
"""How slowly the worth of a kind of neighbourhood changes, from 1 for one that always helps, and where it ends."""


@dataclass(frozen=True)
class Neighbourhood:
    """Clients who may get any week, and groups that may meet at any time; kind: of what supply it is.

    settled: everybody else keeps the week as it is; or else may lose some of it.
    """

    clients: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    kind: str = ""
    settled: bool = True

    def apart_from(self, others: Iterable[Neighbourhood]) -> Neighbourhood:
        """The same without what others have."""
        clients = {name for other in others for name in other.clients}
        groups = {name for other in others for name in other.groups}
        return replace(
            self,
            clients=tuple(name for name in self.clients if name not in clients),
            groups=tuple(name for name in self.groups if name not in groups),
        )


Make = Callable[[Schedule, int, tuple[str, ...]], Neighbourhood]


class Neighbourhoods:
    """An endless supply, the same for the same seed; kinds that have helped of late come more often."""

    def __init__(self, options: Options, seed: int) -> None:
        self.options = options
        self.rng = Random(seed)
        self.names = [client.name for client in options.week.active_clients]
        self.groups = sorted(options.slots_of_group)
        self.movable = {slot.group.name for slot in options.slots if slot.movable}
        self.caseloads = _caseloads(options)
        anybody: list[Make] = [self._companions]
        if self.caseloads:
            anybody.append(self._caseload)
        if self.groups:
            anybody.append(self._around_groups)
        self.anybody, self.of_short = anybody, [self._around_short, self._instead_of_a_group, *anybody]
        further = (self._with_any_staff, self._instead_of_a_session, self._around_meetings)
        self.worth = {kind.__name__: 1.0 for kind in (*self.of_short, *further)}

    def next(
        self, schedule: Schedule, size: Callable[[str], int], goal: int, short: tuple[str, ...] = ()
    ) -> Neighbourhood:
        """One for the goal of the number that sets about `size` (of its kind) clients free.

        Of those who are short of the goal, if any.
        """
        kinds = self._kinds(schedule, goal, short)
        make = self.rng.choices(kinds, [self.worth[kind.__name__] for kind in kinds])[0]
        kind = make.__name__
        return replace(make(schedule, size(kind), short), kind=kind)

    def _kinds(self, schedule: Schedule, goal: int, short: tuple[str, ...]) -> list[Make]:
        if not schedule.sessions:
            return self.anybody
        if goal == STAFF_TIME:
            return [self._instead_of_a_session, *self.anybody]
        if not short:
            return self.anybody
        kinds = [self._around_meetings, *self.of_short] if self.caseloads else self.of_short
        if goal in OF_CARE_PLANS and len(self.names) <= MOST_UNSETTLED:
            return [self._with_any_staff, *kinds]
        return kinds

    def learn(self, kind: str, better: bool) -> None:
        """Whether one of a kind helped."""
        self.worth[kind] = max(LEAST_WORTH, MEMORY * self.worth[kind] + (1 - MEMORY) * better)

    def _caseload(self, schedule: Schedule, size: int, short: tuple[str, ...]) -> Neighbourhood:
        return Neighbourhood(self._trim(self.rng.choice(self.caseloads), size))

    def _around_short(self, schedule: Schedule, size: int, short: tuple[str, ...]) -> Neighbourhood:
        """Some who are short, with others who have the seats that they could have, and perhaps groups of theirs."""
        chosen = self.rng.sample(short, min(len(short), max(1, size // 5)))
        wanted = {a.slot.key for name in chosen for a in self.options.admissions_of_client.get(name, ())}
        rivals = {name for s in schedule.sessions if (s.group, s.day) in wanted for name in s.clients}
        clients = self._with_rivals(chosen, rivals, size)
        groups = sorted({group for group, _ in wanted} - (self.movable if self.rng.randrange(4) else set()))
        most = self.rng.choice((0, 2, MOST_GROUPS))
        return Neighbourhood(self._trim(clients, size), tuple(sorted(self.rng.sample(groups, min(len(groups), most)))))

    def _around_meetings(self, schedule: Schedule, size: int, short: tuple[str, ...]) -> Neighbourhood:
        """Some who are short, each with all who have the time of the clinicians whom he or she could meet, and perhaps
        groups that these lead."""
        free: list[str] = []
        clinicians: set[str] = set()
        for name in self.rng.sample(short, len(short)):
            mine = {c for d in self.options.demands_of_client.get(name, ()) for c in d.clinicians}
            rivals = {meeting.client for meeting in schedule.one_on_ones if meeting.clinician in mine}
            free = self._with_rivals(list(dict.fromkeys([*free, name])), rivals, size)
            clinicians |= mine
            if len(free) >= size:
                break
        led = {s.group for s in schedule.sessions if not clinicians.isdisjoint(s.facilitators)} - self.movable
        most = self.rng.choice((0, 2, MOST_GROUPS))
        return Neighbourhood(self._filled(free, size), tuple(sorted(self.rng.sample(sorted(led), min(len(led), most)))))

    def _with_rivals(self, chosen: list[str], rivals: set[str], size: int) -> list[str]:
        """Those chosen, and so many of their rivals as there is room for."""
        others = sorted(rivals - set(chosen))
        return [*chosen, *self.rng.sample(others, min(len(others), max(0, size - len(chosen))))]

    def _instead_of_a_group(self, schedule: Schedule, size: int, short: tuple[str, ...]) -> Neighbourhood:
        """A group with all who attend it, so that its clinicians and rooms are to be had for groups of the short."""
        members: dict[str, set[str]] = {}
        for session in schedule.sessions:
            members.setdefault(session.group, set()).update(session.clients)
        some = self.rng.sample(sorted(members), min(len(members), 4))
        closing = min(some, key=lambda group: (len(members[group]), group))
        chosen = self.rng.sample(short, min(len(short), max(2, size // 3)))
        wanted = {a.slot.group.name for name in chosen for a in self.options.admissions_of_client.get(name, ())}
        groups = self.rng.sample(sorted(wanted - {closing}), min(len(wanted - {closing}), MOST_GROUPS))
        clients = sorted(members[closing] | set(chosen))
        return Neighbourhood(self._filled(clients, size), tuple(sorted({closing, *groups})))

    def _instead_of_a_session(self, schedule: Schedule, size: int, short: tuple[str, ...]) -> Neighbourhood:
        """A small session with all who attend it, and who attends what they could attend instead."""
        some = self.rng.sample(schedule.sessions, min(len(schedule.sessions), FEW_SESSIONS))
        closing = min(some, key=lambda session: (len(session.clients), session.group, session.day))
        free = list(closing.clients)
        instead = {a.slot.key for name in free for a in self.options.admissions_of_client.get(name, ())}
        others = {n for s in schedule.sessions if (s.group, s.day) in instead for n in s.clients} - set(free)
        free += self.rng.sample(sorted(others), min(len(others), max(0, size - len(free))))
        groups = sorted({group for group, _ in instead} - self.movable - {closing.group})
        chosen = self.rng.sample(groups, min(len(groups), MOST_GROUPS))
        return Neighbourhood(tuple(sorted(free)), tuple(sorted({closing.group, *chosen})))

    def _with_any_staff(self, schedule: Schedule, size: int, short: tuple[str, ...]) -> Neighbourhood:
        """A few who are short, whoever leads whatever group at its times, and seats that others need not have.

        What one of the short lacks may be led by somebody for whom a chain of others has to stand in.
        """
        chosen = self.rng.sample(short, min(len(short), self.rng.randint(1, MOST_WITH_ANY_STAFF)))
        return Neighbourhood(tuple(sorted(chosen)), tuple(sorted(set(self.groups) - self.movable)), settled=False)

    def _around_groups(self, schedule: Schedule, size: int, short: tuple[str, ...]) -> Neighbourhood:
        groups = self.rng.sample(self.groups, min(len(self.groups), 2))
        slots = [slot for group in groups for slot in self.options.slots_of_group[group]]
        admitted = {a.client.name for slot in slots for a in self.options.admissions_of_slot.get(slot.key, ())}
        return Neighbourhood(self._trim(sorted(admitted), size), tuple(sorted(groups)))

    def _companions(self, schedule: Schedule, size: int, short: tuple[str, ...]) -> Neighbourhood:
        """Clients who sit together."""
        return Neighbourhood(self._trim(list(self._near_one(schedule)), size))

    def _near_one(self, schedule: Schedule) -> Iterator[str]:
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
        return self._filled(self.rng.sample(names, size) if len(names) > size else names, size)

    def _filled(self, names: list[str], size: int) -> tuple[str, ...]:
        """The names, and others up to so many."""
        chosen = list(names)
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
