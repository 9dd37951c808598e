"""Switches of a widened model: on when a restriction is lifted, with the amount by which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ortools.sat.python.cp_model import CpModel, IntVar, LinearExprT

from scheduler.explain.lifts import MOST_STEPS, PER_STEP, STEP, Kind, Lift
from scheduler.model.draft import total


@dataclass(frozen=True)
class Switch:
    """on: the restriction is lifted; amount: by how many steps (the same as on where a kind has no steps)."""

    on: IntVar
    amount: IntVar


@dataclass
class Switches:
    """Every switch of one model, made when it is first asked for."""

    cp: CpModel
    by_lift: dict[Lift, Switch] = field(default_factory=dict)

    def of(self, lift: Lift) -> Switch:
        if lift not in self.by_lift:
            on = self.cp.new_bool_var(f"lift {lift.kind}")
            amount = on
            if lift.kind in STEP:
                amount = self.cp.new_int_var(0, MOST_STEPS, f"amount {lift.kind}")
                self.cp.add(amount <= MOST_STEPS * on)
            self.by_lift[lift] = Switch(on, amount)
            if lift.kind is Kind.COMMITMENT_DAY:
                whole = Lift(Kind.COMMITMENT, lift.who, row=lift.row)
                self.cp.add_implication(on, self.of(whole).on)
        return self.by_lift[lift]

    def require(self, literals: Iterable[IntVar], obstacles: Iterable[tuple[Lift, ...]]) -> None:
        """All the literals together are true only if every obstacle is lifted."""
        negated = [literal.negated() for literal in literals]
        for any_of in obstacles:
            self.cp.add_bool_or([*negated, *(self.of(lift).on for lift in any_of)])

    @property
    def price(self) -> LinearExprT:
        terms: list[LinearExprT] = []
        for lift, switch in sorted(self.by_lift.items()):
            terms.append(lift.price * switch.on)
            if lift.kind in STEP:
                terms.append(PER_STEP * switch.amount)
        return total(terms)
