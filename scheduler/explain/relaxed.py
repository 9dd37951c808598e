"""The widened model with a switch for every restriction: which is the least to change so that plans are met?"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass

from ortools.sat.python.cp_model import LinearExprT

from scheduler.domain.schedule import Schedule
from scheduler.domain.week import Week
from scheduler.explain.guards import post_guards
from scheduler.explain.lifts import STEP, Kind, Lift
from scheduler.explain.switches import Switches
from scheduler.explain.wide_options import wide_options
from scheduler.model.build import build
from scheduler.model.care import care_of
from scheduler.model.draft import total
from scheduler.model.measures import counted
from scheduler.solve.call import Effort, call
from scheduler.solve.extract import extract
from scheduler.solve.hint import decisions

FIRST = 10_000
"""Fewer and cheaper lifts come before fewer hours for the targets."""


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


class Relaxed:
    """The question over one week and schedule; each answer can be excluded, so that the next one is another."""

    def __init__(
        self,
        week: Week,
        schedule: Schedule,
        targets: frozenset[str],
        wish: Wish,
        fixed: frozenset[str],
        allowed: frozenset[Kind] = frozenset(Kind),
    ) -> None:
        self.week = week
        self.draft = build(wide_options(week, schedule, targets, fixed))
        self.switches = Switches(self.draft.cp)
        post_guards(self.draft, week, targets, self.switches)
        self._post_wish(wish)
        self._allow(allowed)
        self.hints = decisions(self.draft, schedule)
        self.impossible = False
        self.spent = total(counted(self.draft, client) for client in week.active_clients if client.name in targets)

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

    def cheapest(self, effort: Effort, stop: threading.Event | None = None) -> Repair | None:
        """The least to change, or None: impossible (then `impossible` is True) or not found in time."""
        cp = self.draft.cp
        cp.clear_hints()
        for index, value in self.hints.items():
            cp.add_hint(cp.get_int_var_from_proto_index(index), value)
        cp.minimize(FIRST * self.switches.price + self.spent)
        answer = call(cp, effort, stop)
        cp.clear_objective()
        self.impossible = answer.infeasible
        values = answer.values
        if values is None:
            return None
        used = tuple(
            (lift, values[switch.amount.index])
            for lift, switch in sorted(self.switches.by_lift.items())
            if values[switch.on.index]
        )
        price = sum(lift.price + (amount if lift.kind in STEP else 0) for lift, amount in used)
        return Repair(used, extract(self.draft, lambda variable: values[variable.index]), price, answer.proven)

    def exclude(self, lifts: Iterable[Lift]) -> None:
        """No later answer contains all of these lifts."""
        literals: list[LinearExprT] = [self.switches.by_lift[lift].on for lift in lifts]
        self.draft.cp.add(total(literals) <= len(literals) - 1)
