"""The end of a run that nobody foresaw: a sentence and a log file without anybody's data, never a bare traceback."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path
from typing import NoReturn

import click

from scheduler.cli.exits import Exit


def end(context: click.Context, error: BaseException) -> NoReturn:
    """Explain the failure on stderr and leave with its exit code."""
    explain(context, error)
    raise click.exceptions.Exit(Exit.INTERRUPTED if isinstance(error, KeyboardInterrupt) else Exit.FAILED)


def explain(context: click.Context, error: BaseException) -> None:
    """Say in a sentence what failed; with --debug, the whole trace before it."""
    if isinstance(error, KeyboardInterrupt):
        click.echo("Interrupted; nothing more was written.", err=True)
        return
    if context.find_root().params.get("debug"):
        click.echo("".join(traceback.format_exception(error)), err=True)
    click.echo(_sentence(error), err=True)


def _sentence(error: BaseException) -> str:
    if isinstance(error, PermissionError) and error.filename:
        return f"error: {error.filename}: no permission, or the file is open in another program."
    if isinstance(error, OSError) and error.filename:
        return f"error: {error.filename}: {error.strerror}."
    if isinstance(error, MemoryError):
        return "error: this machine has not enough memory for this week."
    return (
        f"error: the program failed ({type(error).__name__}); this is a fault of the program, not of your workbook.\n"
        f"{_log(error)}Run `scheduler --debug ...` to see the whole trace."
    )


def _log(error: BaseException) -> str:
    """Write where it happened to a new file; the message of the error stays out, since it may quote the workbook."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    text = "\n".join([f"scheduler, Python {sys.version}", *lines, type(error).__name__, ""])
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="scheduler-failure-", suffix=".log", delete=False
        ) as file:
            file.write(text)
    except OSError:
        return ""
    return f"Where it happened, without any of your data, is in {file.name}\n"
