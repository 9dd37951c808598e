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


def most_of(expression: LinearExprT, model: cp_model.CpModel) -> int:
    """An upper bound of the expression from the domains of its variables."""
    if isinstance(expression, int):
        return expression
    flat = cp_model.FlatIntExpr(expression)
    most = flat.offset
    for variable, coefficient in zip(flat.vars, flat.coeffs, strict=True):
        domain = list(model.proto.variables[variable.index].domain)
        most += coefficient * (domain[-1] if coefficient > 0 else domain[0])
    return int(most)
