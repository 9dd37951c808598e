"""Why plans are short, what would mend them, which locks clash, what a change would do, and how many more fit.

explain(tables, week, outcome) -> Explanation      # reasons and tried remedies
"""

from scheduler.explain.explanation import explain

__all__ = ["explain"]
