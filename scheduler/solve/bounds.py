"""What has been proven of each goal, and under which values of the goals before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from scheduler.domain.outcome import GoalResult
from scheduler.domain.rules import Goal


@dataclass(frozen=True)
class _Proof:
    """No schedule whose earlier goals are at most `held` has a value below `bound`."""

    bound: int
    held: tuple[int, ...]


@dataclass
class Bounds:
    """Proofs by goal, `goals` in their order of worth. A proof counts for every schedule that is as good before it."""

    goals: tuple[Goal, ...]
    searched: set[int] = field(default_factory=set)
    _proofs: dict[int, list[_Proof]] = field(default_factory=dict)

    def add(self, position: int, bound: int | None, held: tuple[int, ...]) -> None:
        """Notes a bound of the goal at a position, found with the goals before it held at these values."""
        self.searched.add(position)
        if bound is not None:
            self._proofs.setdefault(position, []).append(_Proof(bound, held))

    def sharing(self, goals: int) -> Bounds:
        """Those of fewer options, for which what is proven of all counts; of so many first goals also the reverse."""
        proofs = {p: list(known) for p, known in self._proofs.items()}
        proofs |= {p: self._proofs.setdefault(p, []) for p in range(goals)}
        return Bounds(self.goals, set(self.searched), proofs)

    def bound(self, position: int, values: tuple[int, ...]) -> int:
        """The best bound that counts for a schedule of these values; every goal is at least 0."""
        bounds = [
            proof.bound
            for proof in self._proofs.get(position, ())
            if all(mine <= held for mine, held in zip(values, proof.held, strict=False))
        ]
        return min(max([0, *bounds]), values[position])

    def always(self, position: int) -> int:
        """What is proven of the goal whatever the values of those before it."""
        return max([0, *(proof.bound for proof in self._proofs.get(position, ()) if not proof.held)])

    def proven(self, position: int, values: tuple[int, ...]) -> bool:
        return self.bound(position, values) >= values[position]

    def first_open(self, values: tuple[int, ...], after: int = 0) -> int | None:
        """The first goal from a position on that is not proven for these values."""
        return next((p for p in range(after, len(self.goals)) if not self.proven(p, values)), None)

    def results(self, values: tuple[int, ...]) -> tuple[GoalResult, ...]:
        """Value, bound and status of every goal, in order."""
        return tuple(self._result(position, goal, values) for position, goal in enumerate(self.goals))

    def _result(self, position: int, goal: Goal, values: tuple[int, ...]) -> GoalResult:
        bound = self.bound(position, values)
        known = position in self.searched or bool(self._proofs.get(position)) or bound > 0 or values[position] == 0
        return GoalResult(
            goal.number, goal.title, values[position], bound if known else None, bound >= values[position]
        )
