"""The widened model with a switch for every restriction: which is the least to change so that plans are met?"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.schedule import Schedule
from scheduler.explain.guards import post_guards
from scheduler.explain.lifts import STEP, Kind, Lift
from scheduler.explain.switches import Switches
from scheduler.explain.wide_options import Basis, wide_options
from scheduler.model.build import build
from scheduler.model.care import care_of
from scheduler.model.draft import total
from scheduler.model.measures import counted
from scheduler.solve.call import Effort, call
from scheduler.solve.extract import extract
from scheduler.solve.handing_out import RoomsShort
from scheduler.solve.hint import begin_with, decisions
from scheduler.solve.values import value_of

GENTLE_SECONDS = 1.0
PER_LOSS = 10
"""What a session lost by a client who is no target weighs against minutes more for a target."""


@dataclass(frozen=True)
class Wish:
    """What is to hold: these clients' plans met, and at least so many sessions of these groups held."""

    clients: frozenset[str]
    sessions: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Repair:
    """A cheapest set of lifts (cheapest only if proven), with a schedule of the widened week that uses no others."""

    lifts: tuple[tuple[Lift, int], ...]
    schedule: Schedule
    price: int
    proven: bool

    def of_kinds(self, kinds: frozenset[Kind]) -> Repair:
        """The repair with its lifts of these kinds alone, to be told of."""
        return replace(self, lifts=tuple(pair for pair in self.lifts if pair[0].kind in kinds))


class Relaxed:
    """The question over one week and schedule; each answer can be excluded, so that the next one is another."""

    def __init__(
        self,
        basis: Basis,
        schedule: Schedule,
        targets: frozenset[str],
        wish: Wish,
        fixed: frozenset[str],
        allowed: frozenset[Kind] = frozenset(Kind),
    ) -> None:
        self.week = week = basis.week
        # The model has to say who sits in the new room, so it chooses the room of each individual session.
        self.draft = build(replace(wide_options(basis, schedule, targets, fixed), rooms_chosen=True))
        self.switches = Switches(self.draft.cp)
        post_guards(self.draft, week, targets, self.switches)
        self._post_wish(wish)
        self._allow(allowed)
        self.hints = decisions(self.draft, schedule)
        self.impossible = False
        self.quick = len(targets) < 2
        self.spent = self._spent(targets, fixed)

    def _post_wish(self, wish: Wish) -> None:
        for client in self.draft.week.active_clients:
            if client.name in wish.clients:
                self.draft.cp.add(care_of(self.draft, client).met == 1)
        for group, least in wish.sessions:
            self.draft.cp.add(total(self.draft.held[slot.key] for slot in self.draft.slots(group)) >= least)

    def _allow(self, allowed: frozenset[Kind]) -> None:
        for lift, switch in self.switches.by_lift.items():
            if lift.kind not in allowed:
                self.draft.cp.add(switch.on == 0)

    def _spent(self, targets: frozenset[str], fixed: frozenset[str]) -> LinearExprT:
        """What a repair takes beside its lifts: hours of the targets, and what fixed clients lose."""
        draft = self.draft
        hours = [counted(draft, client) for client in self.week.active_clients if client.name in targets]
        kept = [literal for key, literal in draft.attend.items() if key[0] in fixed]
        kept += [literal for key, literal in draft.given.items() if key[0] in fixed]
        return total(hours) + PER_LOSS * (len(kept) - total(kept))

    def cheapest(self, effort: Effort, stop: threading.Event | None = None, gentle: bool = True) -> Repair | None:
        """The least to change, or None: impossible (then `impossible` is True) or not found in time.

        gentle: with as little as possible changed beside it.
        """
        # What one client needs is a small question, for which presolving a large site would take most of the time.
        effort = replace(effort, quick=self.quick)
        cp = self.draft.cp
        begin_with(cp, self.hints)
        cp.minimize(self.switches.price)
        answer = call(cp, effort, stop)
        cp.clear_objective()
        self.impossible = answer.infeasible
        if answer.values is None:
            return None
        values = self._gentlest(answer.values, effort, stop) if gentle else answer.values
        used = tuple(
            (lift, values[switch.amount.index])
            for lift, switch in sorted(self.switches.by_lift.items())
            if values[switch.on.index] and lift.kind is not Kind.COMMITMENT_DAY
        )
        price = sum(lift.price + (amount if lift.kind in STEP else 0) for lift, amount in used)
        try:
            found = extract(self.draft, lambda variable: values[variable.index])
        except RoomsShort:
            return None
        return Repair(used, found, price, answer.proven)

    def _gentlest(self, values: tuple[int, ...], effort: Effort, stop: threading.Event | None) -> tuple[int, ...]:
        """The same lifts at the same price, with as little else changed as a short search finds."""
        if isinstance(self.spent, int):
            return values
        cp = self.draft.cp.clone()
        for switch in self.switches.by_lift.values():
            if not values[switch.on.index]:
                cp.add(switch.on == 0)
        cp.add(self.switches.price <= value_of(self.switches.price, values))
        begin_with(cp, {index: values[index] for index in self.hints})
        cp.minimize(self.spent)
        answer = call(cp, replace(effort, seconds=min(effort.seconds, GENTLE_SECONDS)), stop)
        return answer.values or values

    def exclude(self, lifts: Iterable[Lift]) -> None:
        """No later answer contains all of these lifts."""
        literals: list[LinearExprT] = [self.switches.by_lift[lift].on for lift in lifts]
        self.draft.cp.add(total(literals) <= len(literals) - 1)
