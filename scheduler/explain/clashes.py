"""Locks that cannot all hold: a smallest set of their rows, each said in words."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace

from ortools.sat.python import cp_model

from scheduler.domain.calendar import DAY_NAMES, clock
from scheduler.domain.locks import Lock
from scheduler.domain.outcome import Progress
from scheduler.domain.week import Week
from scheduler.explain.budget import Budget
from scheduler.explain.clash_partners import partners
from scheduler.model.build import build
from scheduler.model.options import options_of
from scheduler.solve.call import call

SECONDS = 10.0
"""Longest single check."""


def clash(
    week: Week,
    seconds: float = 60.0,
    progress: Callable[[Progress], None] | None = None,
    stop: threading.Event | None = None,
) -> tuple[str, ...]:
    """One sentence for each lock of a smallest clashing set, by sheet and row; empty when no clash is proven.

    Without any one of these rows the others can hold. A row that is kept because time ran out is said to be so.
    """
    budget = Budget(seconds, progress, stop)
    rows = smallest_clash(week, budget)
    return tuple(_sentence(week, lock, [other for other in rows if other is not lock]) for lock in rows)


def smallest_clash(week: Week, budget: Budget) -> list[Lock]:
    """Locks none of which can be left out: dropped one after another as long as the rest still clash."""
    kept = list(week.locks)
    if not kept or _clashes(week, kept, budget) is not True:
        return []
    for lock in _halved(week, kept, budget):
        rest = [other for other in kept if other is not lock]
        budget.tell(f"Which locks clash ({len(kept)} left)")
        if _clashes(week, rest, budget) is True:
            kept = rest
    return kept


def _halved(week: Week, kept: list[Lock], budget: Budget) -> list[Lock]:
    """Drops halves first, which is quick where many locks have nothing to do with it; returns what is left."""
    size = len(kept) // 2
    while size >= 2:
        for start in range(0, len(kept), size):
            rest = kept[:start] + kept[start + size :]
            if _clashes(week, rest, budget) is True:
                kept[:] = rest
                break
        else:
            size //= 2
            continue
        size = min(size, len(kept) // 2)
    return list(kept)


def _clashes(week: Week, locks: Iterable[Lock], budget: Budget) -> bool | None:
    """Whether no schedule keeps these locks and the hard rules; None: not known in the time."""
    options = options_of(replace(week, locks=tuple(locks)))
    answer = call(build(options).cp, budget.effort(SECONDS), budget.stop)
    if answer.values is not None:
        return False
    if not answer.infeasible:
        return None
    return _also_without_presolve(build(options).cp, budget)


def _also_without_presolve(model: cp_model.CpModel, budget: Budget) -> bool:
    """Presolve has been wrong about infeasible models; without it, only a schedule found speaks against it."""
    solver = cp_model.CpSolver()
    solver.parameters.cp_model_presolve = False
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = budget.effort(SECONDS / 5).seconds
    return solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def _sentence(week: Week, lock: Lock, others: list[Lock]) -> str:
    met = partners(week, lock, others)
    rows = ", ".join(str(other.row) for other in others)
    beside = f"It clashes with row{'s' * (len(others) != 1)} {rows} of Locks" if others else "It clashes by itself"
    return f"Locks row {lock.row}: {in_words(lock)}. {beside}{met}."


def in_words(lock: Lock) -> str:
    """What a lock says."""
    rule = "must" if lock.must else "must never"
    on = f" on {DAY_NAMES[lock.day]}" if lock.day is not None else ""
    at = f" at {clock(lock.start)}" if lock.start is not None else ""
    by = f" with {lock.clinician}" if lock.clinician is not None else ""
    place = f" in {lock.room}" if lock.room is not None else ""
    if lock.client is not None and lock.group is not None:
        return f"{lock.client} {rule} attend {lock.group}{on}"
    if lock.client is not None:
        return f"{lock.service or 'Individual'} of {lock.client} {rule} be{on}{at}{by}{place}"
    return f"{lock.group} {rule} be held{on}{at}{by}{place}"
