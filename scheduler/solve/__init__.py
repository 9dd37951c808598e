"""Finds a schedule: goals in strict order, the best schedule so far kept, a bound for every goal."""

from scheduler.solve.week import solve

__all__ = ["solve"]
