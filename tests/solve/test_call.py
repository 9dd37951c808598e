"""A search that is not patient ends once it finds nothing better for a while."""

from __future__ import annotations

import time

from ortools.sat.python import cp_model

from scheduler.solve.call import Effort, call

SECONDS = 60.0
PIGEONS, HOLES = 14, 13


def hopeless_to_prove() -> cp_model.CpModel:
    """One pigeon more than holes: that one stays out is found at once, and not proven for very long without cuts."""
    model = cp_model.CpModel()
    sits = [[model.new_bool_var("") for _ in range(HOLES)] for _ in range(PIGEONS)]
    for hole in range(HOLES):
        for one in range(PIGEONS):
            for other in range(one):
                model.add_bool_or(~sits[one][hole], ~sits[other][hole])
    out = [model.new_bool_var("") for _ in range(PIGEONS)]
    for pigeon, row in enumerate(sits):
        model.add_bool_or(*row, out[pigeon])
    model.minimize(sum(out))
    return model


def test_an_impatient_search_ends_long_before_its_time_with_what_it_has() -> None:
    began = time.monotonic()
    effort = Effort(SECONDS, linearization=0, quick=True, patient=False)
    answer = call(hopeless_to_prove(), effort)
    assert time.monotonic() - began < SECONDS / 2
    assert answer.values is not None
    assert not answer.proven


def test_a_search_that_proves_no_more_than_is_known_ends_soon() -> None:
    """That at least none stays out was known."""
    began = time.monotonic()
    answer = call(hopeless_to_prove(), Effort(SECONDS, workers=2, linearization=1, above=PIGEONS - HOLES))
    assert time.monotonic() - began < SECONDS / 2
    assert answer.bound is not None
    assert answer.bound <= PIGEONS - HOLES
