"""The value of an expression for known values of the variables."""

from __future__ import annotations

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model import LinearExprT


def value_of(expression: LinearExprT, values: tuple[int, ...]) -> int:
    """The expression's value, values being those of all variables by index."""
    if isinstance(expression, int):
        return expression
    flat = cp_model.FlatIntExpr(expression)
    terms = zip(flat.vars, flat.coeffs, strict=True)
    return int(flat.offset + sum(coefficient * values[variable.index] for variable, coefficient in terms))
