"""A model of CP-SAT as the rows of a mixed integer program, so that a solver of such can bound it.

Every kind of constraint that outlines have has its rows; of domains with gaps the hull. What has none is left out, so
that the rows say nothing that the model does not say, and what is proven of them holds for the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ortools.sat.python.cp_model import CpModel

from scheduler.mip.rows import INFINITY, LinearRows

ENDLESS = 2**60
"""From which on an end of a domain is none."""


def linear_rows(model: CpModel) -> LinearRows:
    """The rows of a model that minimizes."""
    proto = model.proto
    result = LinearRows()
    for variable in proto.variables:
        domain = list(variable.domain)
        result.lower.append(domain[0])
        result.upper.append(domain[-1])
    result.costs = [0] * len(result.lower)
    for variable, coefficient in zip(proto.objective.vars, proto.objective.coeffs, strict=True):
        result.costs[variable] += coefficient
    result.offset = round(proto.objective.offset)
    for constraint in proto.constraints:
        # The rows of the others would hold also where a literal that enforces them is false.
        kinds = _ENFORCEABLE if constraint.enforcement_literal else (*_ENFORCEABLE, *_UNCONDITIONAL)
        for has, add in kinds:
            if getattr(constraint, has)():
                add(result, constraint)
                break
    return result


def _linear(result: LinearRows, constraint: Any) -> None:
    """Enforced by literals, each end is loosened by as much as it could be missed for each literal that is false."""
    linear = constraint.linear
    terms = list(zip(linear.vars, linear.coeffs, strict=True))
    domain, literals = list(linear.domain), list(constraint.enforcement_literal)
    least, most = domain[0], domain[-1]
    if not literals:
        result.add(terms, least if least > -ENDLESS else -INFINITY, most if most < ENDLESS else INFINITY)
        return
    lower, upper = result.between(terms)
    if most < upper:
        slack = upper - most
        result.add([*terms, *((literal, slack) for literal in literals)], -INFINITY, most + slack * len(literals))
    if least > lower:
        slack = least - lower
        result.add([*terms, *((literal, -slack) for literal in literals)], least - slack * len(literals), INFINITY)


def _bool_or(result: LinearRows, constraint: Any) -> None:
    _any_of(result, constraint.bool_or.literals, constraint)


def _bool_and(result: LinearRows, constraint: Any) -> None:
    for literal in constraint.bool_and.literals:
        _any_of(result, [literal], constraint)


def _any_of(result: LinearRows, literals: Iterable[int], constraint: Any) -> None:
    unless = [-literal - 1 for literal in constraint.enforcement_literal]
    result.add([(literal, 1) for literal in [*literals, *unless]], 1, INFINITY)


def _at_most_one(result: LinearRows, constraint: Any) -> None:
    result.add([(literal, 1) for literal in constraint.at_most_one.literals], -INFINITY, 1)


def _exactly_one(result: LinearRows, constraint: Any) -> None:
    result.add([(literal, 1) for literal in constraint.exactly_one.literals], 1, 1)


def _maximum(result: LinearRows, constraint: Any) -> None:
    """Not less than each expression; and where none can be negative, not more than all of them together."""
    target, expressions = constraint.lin_max.target, list(constraint.lin_max.exprs)
    aim = list(zip(target.vars, target.coeffs, strict=True))
    parts = [list(zip(part.vars, part.coeffs, strict=True)) for part in expressions]
    minus = [[(variable, -coefficient) for variable, coefficient in part] for part in parts]
    for part, expression in zip(minus, expressions, strict=True):
        result.add([*aim, *part], expression.offset - target.offset, INFINITY)
    if all(result.between(part)[0] + whole.offset >= 0 for part, whole in zip(parts, expressions, strict=True)):
        together = sum(expression.offset for expression in expressions)
        result.add([*aim, *(term for part in minus for term in part)], -INFINITY, together - target.offset)


_Kinds = tuple[tuple[str, Callable[[LinearRows, Any], None]], ...]

_ENFORCEABLE: _Kinds = (
    ("has_linear", _linear),
    ("has_bool_or", _bool_or),
    ("has_bool_and", _bool_and),
)
_UNCONDITIONAL: _Kinds = (
    ("has_at_most_one", _at_most_one),
    ("has_exactly_one", _exactly_one),
    ("has_lin_max", _maximum),
)
