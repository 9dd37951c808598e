"""Ways to solve the same week: ours, and those that a program is usually built with.

Each is a function (week, seconds, workers) -> Trajectory, in a module of its own that is imported only when it runs:
highspy and ortools bring two copies of HiGHS that cannot live in one process.
"""

from __future__ import annotations

from importlib import import_module

from benchmarks.methods.trajectory import Method, Trajectory

__all__ = ["METHODS", "Method", "Trajectory", "method"]

_HOME = {
    "ours": "benchmarks.methods.ours",
    "plain CP-SAT": "benchmarks.methods.plain_cpsat",
    "MIP (HiGHS)": "benchmarks.methods.mip_highs",
    "greedy": "benchmarks.methods.greedy_coordinator",
}

METHODS = tuple(_HOME)
"""The names of the methods, ours first."""


def method(name: str) -> Method:
    """The method of that name."""
    run: Method = import_module(_HOME[name]).run
    return run
