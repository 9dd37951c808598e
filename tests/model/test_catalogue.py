"""Every rule and goal of the catalogue has its file in the model, under its name."""

from __future__ import annotations

from pathlib import Path

import scheduler.model.goals
import scheduler.model.rules
from scheduler.domain.rules import GOALS, HARD_RULES
from scheduler.model.goals import GOAL_VALUES
from scheduler.model.rules import RULES


def _modules(package: object) -> set[str]:
    folder = Path(str(package.__file__)).parent  # type: ignore[attr-defined]
    return {file.stem for file in folder.glob("*.py")} - {"__init__"}


def test_hard_rules_have_a_file_each() -> None:
    """The files of model/rules are those of the catalogue, and all are posted."""
    assert _modules(scheduler.model.rules) == {rule.name for rule in HARD_RULES}
    assert [post.__module__.rsplit(".", 1)[-1] for post in RULES] == [rule.name for rule in HARD_RULES]


def test_goals_have_a_file_each() -> None:
    """The files of model/goals are those of the catalogue, numbered as there."""
    assert _modules(scheduler.model.goals) == {goal.name for goal in GOALS}
    named = {number: value.__module__.rsplit(".", 1)[-1] for number, value in GOAL_VALUES.items()}
    assert named == {goal.number: goal.name for goal in GOALS}
