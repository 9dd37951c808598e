"""Rows say what a model says, so that HiGHS comes to the optimum that CP-SAT does."""

from __future__ import annotations

import random
import sys
import threading
import time

import pytest
from ortools.sat.python.cp_model import CpModel, CpSolver, LiteralT

from scheduler.solve.mip_call import MipAnswer, asked_about, mip_call, question_of


def _model(seed: int) -> CpModel:
    """Twelve literals and an amount under each kind of constraint, some of them enforced by literals."""
    chance = random.Random(seed)
    model = CpModel()
    literals = [model.new_bool_var(f"x{n}") for n in range(12)]
    amount = model.new_int_var(-3, 30, "amount")
    either = literals + [~literal for literal in literals]

    def some(number: int) -> list[LiteralT]:
        return chance.sample(either, number)

    weights = [chance.randint(-3, 9) for _ in literals]
    weighted = sum(weight * literal for weight, literal in zip(weights, literals, strict=True))
    model.add(weighted + amount >= 14)
    model.add(amount >= chance.randint(3, 9)).only_enforce_if(some(2))
    model.add(amount <= chance.randint(0, 5)).only_enforce_if(some(1))
    model.add_bool_or(some(3)).only_enforce_if(some(1))
    model.add_bool_and(some(2)).only_enforce_if(some(1))
    model.add_at_most_one(literals[:3])
    model.add_exactly_one(literals[4:7])
    most = model.new_bool_var("most")
    model.add_max_equality(most, literals[7:])
    model.minimize(3 * amount + sum(chance.randint(1, 8) * literal for literal in literals) - 5 * most + 7)
    return model


@pytest.mark.parametrize("seed", range(6))
def test_the_bound_is_the_optimum(seed: int) -> None:
    model, solver = _model(seed), CpSolver()
    solver.parameters.num_workers = 1
    assert solver.status_name(solver.solve(model)) == "OPTIMAL"
    answer = mip_call(model, 20.0)
    assert answer.bound == solver.objective_value
    assert answer.values is not None
    model.clear_objective()
    for index, value in enumerate(answer.values):
        model.add(model.get_int_var_from_proto_index(index) == value)
    assert solver.status_name(solver.solve(model)) == "OPTIMAL", "its solution is one of the model"


def test_what_is_enforced_binds_only_where_its_literal_is_true() -> None:
    """Both at once cost nothing while nobody asks for one at the most."""
    model = CpModel()
    one, two, asked = (model.new_bool_var(name) for name in ("one", "two", "asked"))
    model.add_at_most_one(one, two).only_enforce_if(asked)
    model.minimize(10 * asked - one - two)
    assert mip_call(model, 20.0).bound == -2


def test_of_a_model_without_solution_nothing_is_said() -> None:
    model = CpModel()
    literal = model.new_bool_var("x")
    model.add(2 * literal == 1)
    model.minimize(literal)
    assert mip_call(model, 20.0) == MipAnswer()


def test_bounds_and_solutions_are_told_as_they_come() -> None:
    heard: list[tuple[str, list[int]]] = []
    answer = asked_about(question_of(_model(2), 20.0), told=lambda word, numbers: heard.append((word, numbers)))
    assert answer.values is not None
    assert [numbers[0] for word, numbers in heard if word == "bound"][-1] == answer.bound
    assert tuple([numbers for word, numbers in heard if word == "values"][-1]) == answer.values


def test_once_stopped_it_ends() -> None:
    stop = threading.Event()
    stop.set()
    began = time.monotonic()
    assert mip_call(_model(1), 600.0, stop.is_set) == MipAnswer()
    assert time.monotonic() - began < 60


def test_where_no_process_can_be_started_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert mip_call(_model(1), 20.0) == MipAnswer()
