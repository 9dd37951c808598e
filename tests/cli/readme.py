"""The help texts of the README, as the program prints them: `python -m tests.cli.readme` brings them up to date."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from scheduler.cli import COMMANDS, main

README = Path(__file__).resolve().parents[2] / "README.md"
BLOCK = re.compile(r"```text\n\$ scheduler ?(?P<command>[a-z-]*) -h\n(?P<help>.*?)```\n", re.DOTALL)


def help_of(command: str) -> str:
    """What `scheduler COMMAND -h` prints on a terminal of 80 columns; command blank: the help of the whole."""
    arguments = [command, "-h"] if command else ["-h"]
    result = CliRunner(env={"COLUMNS": "80"}).invoke(main, arguments, prog_name="scheduler")
    assert result.exit_code == 0, result.output
    return result.stdout


def documented() -> dict[str, str]:
    """The help texts in the README by command."""
    return {match["command"]: match["help"] for match in BLOCK.finditer(README.read_text(encoding="utf-8"))}


def update() -> None:
    """Rewrite every help text in the README; a command without a section gets one, in the order of the program."""
    text = README.read_text(encoding="utf-8")
    following = "## The schedule workbook"
    for command in reversed(COMMANDS):
        if f"\n### {command}\n" not in text:
            text = text.replace(f"\n{following}\n", f"\n### {command}\n\n{_block(command)}\n{following}\n", 1)
        following = f"### {command}"
    text = BLOCK.sub(lambda match: _block(match["command"]), text)
    README.write_text(text, encoding="utf-8", newline="\n")


def _block(command: str) -> str:
    name = f"scheduler {command}".strip()
    return f"```text\n$ {name} -h\n{help_of(command)}```\n"


if __name__ == "__main__":
    update()
