"""Options that several commands have, each spelled and worded once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from scheduler.cli.reading import WORKBOOK
from scheduler.cli.target import MACROS

Option = Callable[[Any], Any]
"""What is put above a command, as click's own options are."""

_OTHER_FILES = frozenset({".xls", ".xlsm", ".xlsb", ".xltx", ".ods", ".csv", ".pdf", ".html", ".json", ".txt"})
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
    return click.option("-o", "--output", type=_FileOrFolder(path_type=Path), metavar="FILE|DIR", help=text)


def new_workbook(metavar: str, text: str) -> Option:
    """A workbook that the program makes, by that very name."""
    return click.option("-o", "--output", type=_NewWorkbook(".xlsx"), metavar=metavar, help=text)


def copy(metavar: str) -> Option:
    """A copy of the week's workbook, by that very name."""
    return click.option("-o", "--output", type=COPY, metavar=metavar, required=True)


class _FileOrFolder(click.Path):
    """What ends in `.xlsx` is a file, all else a folder: but nobody means a folder by `week.xls`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if path.suffix.lower() in _OTHER_FILES and not path.is_dir():
            self.fail(f"{path} is no name for a workbook; name a file that ends in .xlsx, or a folder.", param, ctx)
        return path


class _NewWorkbook(click.Path):
    """A file that Excel will open by its name."""

    def __init__(self, *suffixes: str) -> None:
        super().__init__(path_type=Path, dir_okay=False)
        self.suffixes = suffixes

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if path.suffix.lower() not in self.suffixes:
            self.fail(f"{path} is no name for a workbook; name a file that ends in {self.suffixes[0]}.", param, ctx)
        return path


COPY = _NewWorkbook(".xlsx", MACROS)
