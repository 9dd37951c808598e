"""The verifier has one file for each rule and goal of the catalogue, under its name."""

from __future__ import annotations

from pathlib import Path

import scheduler.verify
from scheduler.domain.rules import GOALS, HARD_RULES
from scheduler.verify.goals import GOAL_VALUES
from scheduler.verify.rules import CHECKS

HERE = Path(scheduler.verify.__file__).parent


def files_in(folder: str) -> set[str]:
    return {path.stem for path in (HERE / folder).glob("*.py")} - {"__init__"}


def test_each_rule_has_its_file_and_its_check():
    """Rules are found by the name of the catalogue, in its order."""
    assert files_in("rules") == {rule.name for rule in HARD_RULES}
    assert list(CHECKS) == [rule.name for rule in HARD_RULES]


def test_each_goal_has_its_file_and_its_value():
    """Goals are found by the name of the catalogue, goal 1 first."""
    assert files_in("goals") == {goal.name for goal in GOALS}
    assert list(GOAL_VALUES) == [goal.name for goal in GOALS]


def test_each_file_speaks_of_its_own_rule_only():
    """A file of rules names the id of its rule and no other as the rule of a finding."""
    for rule in HARD_RULES:
        text = (HERE / "rules" / f"{rule.name}.py").read_text(encoding="utf-8")
        assert text.startswith(f'"""{rule.id}:')
        others = {other.id for other in HARD_RULES} - {rule.id}
        assert not [other for other in others if f'"{other}"' in text]


def test_the_verifier_imports_the_domain_and_itself_only():
    """No solver, no spreadsheet, no model."""
    allowed = ("scheduler.domain", "scheduler.verify", "__future__", "collections", "dataclasses", "itertools")
    for path in HERE.rglob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(("from ", "import ")):
                assert line.split()[1].startswith(allowed), f"{path.name}: {line}"
