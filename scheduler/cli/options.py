"""Options that several commands have, each spelled and worded once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from scheduler.cli.reading import WORKBOOK

Option = Callable[[Any], Any]
"""What is put above a command, as click's own options are."""

_SECONDS = click.FloatRange(min=0, min_open=True)

quiet = click.option("-q", "--quiet", is_flag=True, help="No progress, warnings or notes.")


def time_limit(default: int, text: str) -> Option:
    return click.option("--time-limit", type=_SECONDS, default=default, show_default=True, metavar="SECONDS", help=text)


def explain_limit(text: str) -> Option:
    return click.option("--explain-limit", type=_SECONDS, default=30, show_default=True, metavar="SECONDS", help=text)


def workers(text: str = "Threads that search.") -> Option:
    return click.option("--workers", type=click.IntRange(min=1), metavar="N", help=text)


seed = click.option(
    "--seed", type=click.IntRange(0, 2**31 - 1), default=1, show_default=True, metavar="N", help="Seed of the search."
)


def previous(text: str = "Last week's schedule, if the week was solved with it.") -> Option:
    return click.option("--previous", type=WORKBOOK, metavar="LAST", help=text)


def present(text: str) -> Option:
    """The schedule of the week as it is."""
    return click.option("--schedule", type=WORKBOOK, metavar="FILE", help=text)


def as_json(text: str = "Print one JSON object on stdout.") -> Option:
    return click.option("--json", "as_json", is_flag=True, help=text)


def output(text: str) -> Option:
    """A file, or a folder in which the program names it."""
    return click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE|DIR", help=text)


def output_file(metavar: str, text: str | None = None, *, required: bool = False) -> Option:
    """A file of that very name."""
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.option("-o", "--output", type=kind, metavar=metavar, help=text, required=required)
