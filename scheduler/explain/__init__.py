"""Why plans are short, what would mend them, which locks clash, and how many more clients fit.

explain(tables, week, outcome) -> Explanation      # reasons, and remedies that were tried
clash(week) -> sentences                           # a smallest set of lock rows that cannot all hold
capacity(week, phase, tracks) -> Capacity          # how many more clients of a kind could be admitted
"""

from scheduler.explain.capacity import Capacity, capacity
from scheduler.explain.clashes import clash
from scheduler.explain.explanation import explain

__all__ = ["Capacity", "capacity", "clash", "explain"]
