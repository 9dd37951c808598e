"""What the README says of the commands is what they do."""

from __future__ import annotations

import re

import pytest

from scheduler.cli import COMMANDS
from scheduler.cli.exits import Exit
from tests.cli.readme import README, documented, help_of


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_the_readme_is_the_programs_own(command: str) -> None:
    """Every command has its help in the README, word for word."""
    assert documented().get(command) == help_of(command), "run: python -m tests.cli.readme"


def test_no_command_is_documented_that_does_not_exist() -> None:
    """Help texts and `scheduler NAME` lines of the README name only commands there are."""
    named = set(re.findall(r"^(?:\$ )?(?:\.venv/bin/)?scheduler ([a-z][a-z-]*)", README.read_text("utf-8"), re.M))
    assert named <= set(COMMANDS)
    assert set(documented()) <= {"", *COMMANDS}


def test_every_exit_code_is_documented() -> None:
    """The README's table of exit codes lists each code there is, and no other."""
    codes = re.findall(r"^\| (\d+) \| ", README.read_text("utf-8"), re.M)
    assert sorted(map(int, codes)) == sorted(Exit)


def test_commands_for_a_fresh_machine_are_single_lines() -> None:
    """Both commands stand in the README, for Linux and macOS and for Windows, each setting itself up."""
    lines = README.read_text("utf-8").splitlines()
    own = [line for line in lines if line.startswith(("python3 -m venv .venv && ", "py -3 -m venv .venv && "))]
    assert [line.split()[0] for line in own] == ["python3", "py", "python3", "py"]
    assert sum("solve inputs" in line for line in own) == 2
    assert sum(line.endswith("-m pytest -n 2") for line in own) == 2
