"""A group of commands that imports a command's file when it is called, and not for help or completion of names."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from scheduler.cli import failures


class LazyGroup(click.Group):
    """Commands named in `summaries` (name -> one line of help), each in `<package>.<name>`, dashes as underscores."""

    def __init__(self, *args: Any, package: str, summaries: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.package = package
        self.summaries = summaries

    def list_commands(self, context: click.Context) -> list[str]:
        return list(self.summaries)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.summaries:
            return None
        attribute = name.replace("-", "_")
        command: click.Command = getattr(import_module(f"{self.package}.{attribute}"), attribute)
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.summaries:
            near = difflib.get_close_matches(args[0], self.summaries, 1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            context.fail(f"There is no command '{args[0]}'.{hint}")
        return super().resolve_command(context, args)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))

    def invoke(self, context: click.Context) -> Any:
        _print_what_the_console_cannot_show()
        try:
            return super().invoke(context)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except (Exception, KeyboardInterrupt) as error:
            return failures.end(context, error)


def _print_what_the_console_cannot_show() -> None:
    """A name with an accent on an old Windows console is printed escaped; it must not end the run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
