"""Where the schedule of a workbook goes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

DEFAULT = Path("outputs")
MACROS = ".xlsm"


class Targets:
    """The output file of each workbook of one run: never a workbook itself, never one file twice."""

    def __init__(self, workbooks: Sequence[Path], output: Path | None) -> None:
        self.workbooks = tuple(path.resolve() for path in workbooks)
        self.output = output
        self.taken: set[Path] = set()
        _refuse_unwritable((output.parent if _is_file(output) else output) if output else DEFAULT)
        if output is None or not _is_file(output):
            return
        if len(workbooks) > 1:
            raise click.UsageError(f"Several workbooks need a folder to write to; -o {output} is a file.")
        if output.resolve() in self.workbooks:
            raise click.UsageError("The schedule may not replace the workbook itself; name another file with -o.")

    def of(self, workbook: Path, monday: date) -> Path:
        """The file to write for a workbook's week; its folder exists when this returns."""
        if self.output is not None and _is_file(self.output):
            path = self.output
        else:
            path = self._in_folder(self.output or DEFAULT, f"{workbook.stem} {monday.isoformat()}")
        path.parent.mkdir(parents=True, exist_ok=True)
        self.taken.add(path.resolve())
        return path

    def _in_folder(self, folder: Path, name: str) -> Path:
        """Workbooks of one name from several folders must not replace each other's schedule."""
        path, number = folder / f"{name}.xlsx", 2
        while path.resolve() in self.taken or path.resolve() in self.workbooks:
            path, number = folder / f"{name} ({number}).xlsx", number + 1
        return path


def refuse_copy(copy: Path, workbook: Path, *others: Path) -> None:
    """A copy of a workbook replaces none of the files at hand; Excel opens macros by the name of `.xlsm` only."""
    if copy.resolve() in {path.resolve() for path in (workbook, *others)}:
        raise click.UsageError(f"{copy} may not replace the files it is made from; name another file.")
    if (copy.suffix.lower() == MACROS) != (workbook.suffix.lower() == MACROS):
        raise click.UsageError(f"{workbook} ends in {workbook.suffix}, and so must {copy}, its copy.")


def _refuse_unwritable(folder: Path) -> None:
    """Say so before the search, not after it; the folder itself is made only when there is something to put in it."""
    there = folder.absolute()
    while not there.exists():
        there = there.parent
    if not there.is_dir():
        raise click.UsageError(
            f"{there} is a file, not a folder; name a folder, or a file that ends in .xlsx, with -o."
        )
    if not os.access(there, os.W_OK):
        raise click.ClickException(f"{there} may not be written to; name another folder with -o.")


def _is_file(output: Path) -> bool:
    return output.suffix.lower() == ".xlsx" and not output.is_dir()
