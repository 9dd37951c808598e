"""The sheet Goals: each goal's value, proven bound and status, in the order in which they were optimized."""

from __future__ import annotations

from scheduler.domain.evaluation import Evaluation
from scheduler.domain.outcome import GoalResult
from scheduler.domain.rules import GOALS, Goal
from scheduler.report.table import Column, Form, Row, Table, Tone

COLUMNS = (
    Column("Goal"),
    Column("Value", Form.COUNT),
    Column("Bound", Form.COUNT),
    Column("Status"),
    Column("Number", Form.COUNT),
    Column("Unit"),
    Column("Note"),
)


def goals_table(evaluation: Evaluation, results: tuple[GoalResult, ...]) -> Table:
    """One row for each of the nine goals; those that nobody optimized come last, with the value they have."""
    by_number = {goal.number: goal for goal in GOALS}
    rows = [_searched(by_number[result.number], result) for result in results]
    done = {result.number for result in results}
    rows += [_not_searched(goal, evaluation, bool(results)) for goal in GOALS if goal.number not in done]
    return Table("Goals", COLUMNS, tuple(rows))


def _searched(goal: Goal, result: GoalResult) -> Row:
    return Row((goal.title, result.value, result.bound, result.status, goal.number, goal.unit, None))


def _not_searched(goal: Goal, evaluation: Evaluation, others: bool) -> Row:
    note = "left out" if others else None
    cells = (goal.title, evaluation.goals[goal.number - 1], None, "not searched", goal.number, goal.unit, note)
    return Row(cells, Tone.MUTED)
