"""What the past breaks now is reported, not undone: rules are asked of it only as far as it leaves them possible.

Constraints that speak of the past get a slack, and the slack of all is made as small as can be before anything else.
What is wholly in the future keeps every rule as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model import LinearExprT

from scheduler.model.draft import total

MOST = 100_000
"""More than any sum in a week's model (minutes of a program's clinicians) can be beyond its limit."""


def relieve(cp: cp_model.CpModel, first: int, past: dict[int, int]) -> LinearExprT:
    """Loosens the constraints from number `first` on where they speak of past variables (values by index).

    Returns the slack in use, to be made small.
    """
    return total(slack for number in range(first, len(cp.proto.constraints)) for slack in _loosen(cp, number, past))


def _loosen(cp: cp_model.CpModel, number: int, past: dict[int, int]) -> list[LinearExprT]:
    constraint = cp.proto.constraints[number]
    if constraint.has_no_overlap():
        _keep_latest(cp, constraint.no_overlap.intervals, 1, past)
        return []
    if constraint.has_cumulative():
        _keep_latest_uses(cp, constraint.cumulative, past)
        return []
    if constraint.has_at_most_one():
        _keep_one(constraint.at_most_one.literals, past)
        return []
    if constraint.has_bool_or() and _speaks(constraint.bool_or.literals, past):
        return [_literal_for(cp, constraint.bool_or.literals)]
    if constraint.has_bool_and() and _speaks([*constraint.enforcement_literal, *constraint.bool_and.literals], past):
        slack = cp.new_bool_var("")
        constraint.enforcement_literal.append(slack.negated().index)
        return [slack]
    if constraint.has_linear() and _speaks(constraint.linear.vars, past):
        return _both_ways(cp, constraint.linear)
    return []


def _speaks(references: Iterable[int], past: dict[int, int]) -> bool:
    return any(_variable(reference) in past for reference in references)


def _variable(reference: int) -> int:
    """The variable's index of a literal; negated ones count from -1 down."""
    return reference if reference >= 0 else -reference - 1


def _true(reference: int, past: dict[int, int]) -> bool:
    value = past.get(_variable(reference))
    return value is not None and bool(value) == (reference >= 0)


def _literal_for(cp: cp_model.CpModel, literals: list[int]) -> LinearExprT:
    slack = cp.new_bool_var("")
    literals.append(slack.index)
    return slack


def _both_ways(cp: cp_model.CpModel, linear: Any) -> list[LinearExprT]:
    slacks = []
    for coefficient in (-1, 1):
        slack = cp.new_int_var(0, MOST, "")
        linear.vars.append(slack.index)
        linear.coeffs.append(coefficient)
        slacks.append(slack)
    return list(slacks)


def _keep_one(literals: list[int], past: dict[int, int]) -> None:
    """Of several that were true together one stays: it excludes the future ones as well as all of them."""
    kept, seen = [], False
    for reference in literals:
        if not _true(reference, past):
            kept.append(reference)
        elif not seen:
            kept.append(reference)
            seen = True
    _put(literals, kept)


def _keep_latest(cp: cp_model.CpModel, intervals: list[int], most: int, past: dict[int, int]) -> list[int]:
    """Of the past intervals those that end last stay: nothing of the future begins before them. Returns positions."""
    places = [place for place, interval in enumerate(intervals) if _happened(cp, interval, past)]
    places.sort(key=lambda place: (-_end(cp, intervals[place]), place))
    gone = set(places[most:])
    kept = [place for place in range(len(intervals)) if place not in gone]
    if gone:
        _put(intervals, [intervals[place] for place in kept])
    return kept


def _keep_latest_uses(cp: cp_model.CpModel, cumulative: Any, past: dict[int, int]) -> None:
    demands = [demand.offset for demand in cumulative.demands]
    kept = _keep_latest(cp, cumulative.intervals, cumulative.capacity.offset, past)
    if len(kept) < len(demands):
        cumulative.demands.clear()
        for place in kept:
            cumulative.demands.add().offset = demands[place]


def _happened(cp: cp_model.CpModel, interval: int, past: dict[int, int]) -> bool:
    presence = cp.proto.constraints[interval].enforcement_literal
    return len(presence) == 1 and _true(presence[0], past)


def _end(cp: cp_model.CpModel, interval: int) -> int:
    """The end of an interval whose times are known, as those of the past are."""
    size, start = cp.proto.constraints[interval].interval.size, cp.proto.constraints[interval].interval.start
    return int(start.offset + size.offset)


def _put(field: list[int], values: list[int]) -> None:
    field.clear()
    field.extend(values)
