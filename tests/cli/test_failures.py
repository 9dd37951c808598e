"""A failure that nobody foresaw is a sentence and a log file that quotes nothing of the workbook."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from scheduler.cli.lazy import LazyGroup

SECRET = "Jane Doe"


def run(error: BaseException, *options: str) -> Result:
    """The result of a command that raises the error."""

    @click.command()
    def break_down() -> None:
        raise error

    group = LazyGroup(
        "scheduler", package="none", summaries={"break-down": ""}, params=[click.Option(["--debug"], is_flag=True)]
    )
    group.callback = lambda debug: None
    group.get_command = lambda context, name: break_down  # type: ignore[method-assign]
    return CliRunner().invoke(group, [*options, "break-down"])


def test_fault_of_the_program_leaves_a_log_without_the_message() -> None:
    """The log says where it happened; the error's text, which may quote the workbook, is nowhere."""
    result = run(KeyError(SECRET))
    assert result.exit_code == 1
    assert "Traceback" not in result.output and SECRET not in result.output
    log = Path(re.search(r"is in (.+\.log)", result.output)[1])  # type: ignore[index]
    text = log.read_text("utf-8")
    log.unlink()
    assert "in break_down" in text and "KeyError" in text and SECRET not in text


def test_debug_shows_the_trace() -> None:
    """--debug is for those who mend the program."""
    result = run(KeyError(SECRET), "--debug")
    assert result.exit_code == 1
    assert "Traceback" in result.output and SECRET in result.output


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied", "out.xlsx"), "out.xlsx: no permission, or the file is open"),
        (OSError(28, "No space left on device", "out.xlsx"), "out.xlsx: No space left on device."),
        (MemoryError(), "not enough memory"),
    ],
)
def test_what_the_machine_refuses_is_a_sentence(error: BaseException, words: str) -> None:
    """A full disk is no fault of the program, and names the file."""
    result = run(error)
    assert result.exit_code == 1
    assert words in result.output and "fault" not in result.output


def test_interruption_anywhere_is_130() -> None:
    """Ctrl-C outside the search ends at once with the shell's own code for it."""
    assert run(KeyboardInterrupt()).exit_code == 130
