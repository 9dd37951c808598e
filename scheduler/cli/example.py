"""`scheduler example`."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import click

from scheduler.cli import options

TEMPLATE = "template"


@click.command(epilog="Exit codes: 0 written; 2 usage (also when the file exists already).")
@click.argument("name", required=False)
@click.option("--list", "list_names", is_flag=True, help="List the names.")
@options.output("Where to write (default: <NAME>.xlsx here).")
def example(name: str | None, list_names: bool, output: Path | None) -> None:
    """Write the ready workbook NAME, or `template`, a blank one with drop-downs.

    The clients, clinicians and rooms of the ready workbooks are invented.
    """
    if list_names:
        click.echo("\n".join([*sorted(ready_workbooks()), TEMPLATE]))
        return
    if name is None:
        raise click.UsageError("Name a workbook; `scheduler example --list` lists them.")
    name = name.removesuffix(".xlsx")
    target = _target(name, output)
    if name == TEMPLATE:
        from scheduler.workbook.template import write_template

        write_template(target)
    else:
        shutil.copyfile(_ready(name), target)
    click.echo(f"Written: {target}")


def ready_workbooks() -> dict[str, Path]:
    """The ready workbooks by name: inside the installed package, or `inputs/` of the source tree."""
    package = Path(__file__).resolve().parent.parent
    folder = package / "examples"
    if not folder.is_dir():
        folder = package.parent / "inputs"
    return {path.stem: path for path in folder.glob("*.xlsx") if not path.name.startswith("~$")}


def _ready(name: str) -> Path:
    found = ready_workbooks()
    if name not in found:
        near = difflib.get_close_matches(name, [*found, TEMPLATE], 1)
        hint = f"Did you mean '{near[0]}'?" if near else "`scheduler example --list` lists them."
        raise click.UsageError(f"There is no ready workbook '{name}'. {hint}")
    return found[name]


def _target(name: str, output: Path | None) -> Path:
    """The file to write; one that exists is never replaced, since somebody may have filled it in."""
    target = Path(f"{name}.xlsx") if output is None else output
    if target.is_dir() or target.suffix.lower() != ".xlsx":
        target = target / f"{name}.xlsx"
    if target.exists():
        raise click.UsageError(f"{target} exists already; name another file with -o.")
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
