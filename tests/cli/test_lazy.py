"""Commands are found by name and imported only when they are called."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from scheduler.cli import COMMANDS, main

HEAVY = ("ortools", "pandas", "openpyxl", "numpy")


def loaded_by(*arguments: str) -> set[str]:
    """Modules that a fresh interpreter has loaded after the command."""
    code = (
        "import sys\nfrom scheduler.cli import main\n"
        f"main({list(arguments)!r}, standalone_mode=False)\n"
        "print('\\n' + ' '.join(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    return set(run.stdout.splitlines()[-1].split())


def test_help_imports_no_command_and_no_library() -> None:
    """`scheduler -h` loads neither the solver nor any command."""
    loaded = loaded_by("-h")
    assert not loaded.intersection(HEAVY)
    assert not loaded.intersection(f"scheduler.cli.{name.replace('-', '_')}" for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_exit_codes(name: str) -> None:
    """Each registered command exists, explains itself and documents its exit codes."""
    result = CliRunner().invoke(main, [name, "-h"])
    assert result.exit_code == 0
    assert "Exit codes" in result.output


def test_help_of_commands_imports_no_library() -> None:
    """Help and usage errors of a command come without the solver and the spreadsheet libraries."""
    code = "import sys\nfrom scheduler.cli import main\n"
    for name in COMMANDS:
        code += f"main([{name!r}, '-h'], standalone_mode=False)\n"
    code += "print('\\n' + ' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert not set(run.stdout.splitlines()[-1].split()).intersection(HEAVY)


def test_misspelt_command_is_answered_with_the_nearest() -> None:
    """`slove` is a usage error that names `solve`."""
    result = CliRunner().invoke(main, ["slove"])
    assert result.exit_code == 2
    assert "Did you mean 'solve'?" in result.output


def test_version_is_that_of_the_package() -> None:
    """`--version` prints the one constant."""
    import scheduler

    assert CliRunner().invoke(main, ["--version"]).output.split()[-1] == scheduler.__version__
