"""The schedule of a workbook goes where the user wants it, and never over anything of the user's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
import pytest

from scheduler.cli.target import Targets

MONDAY = date(2026, 11, 30)


def test_default_is_named_after_workbook_and_monday(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without -o: outputs/<workbook name> <week>.xlsx in the current folder, which is made."""
    monkeypatch.chdir(tmp_path)
    target = Targets([Path("in/site.xlsx")], None).of(Path("in/site.xlsx"), MONDAY)
    assert target == Path("outputs/site 2026-11-30.xlsx")
    assert (tmp_path / "outputs").is_dir()


def test_output_with_suffix_is_a_file_and_else_a_folder(tmp_path: Path) -> None:
    """-o week.xlsx names the file; -o anything else names its folder."""
    book = tmp_path / "site.xlsx"
    assert Targets([book], tmp_path / "out.XLSX").of(book, MONDAY) == tmp_path / "out.XLSX"
    assert Targets([book], tmp_path / "a" / "b").of(book, MONDAY) == tmp_path / "a" / "b" / "site 2026-11-30.xlsx"


def test_existing_folder_with_a_workbooks_suffix_is_a_folder(tmp_path: Path) -> None:
    """A folder called `x.xlsx` is a folder."""
    folder = tmp_path / "x.xlsx"
    folder.mkdir()
    assert Targets([Path("site.xlsx")], folder).of(Path("site.xlsx"), MONDAY).parent == folder


def test_two_workbooks_of_one_name_get_two_files(tmp_path: Path) -> None:
    """Schedules of one run never replace each other."""
    books = [Path("north/site.xlsx"), Path("south/site.xlsx")]
    targets = Targets(books, tmp_path)
    names = [targets.of(book, MONDAY).name for book in books]
    assert names == ["site 2026-11-30.xlsx", "site 2026-11-30 (2).xlsx"]


def test_workbook_is_never_the_target(tmp_path: Path) -> None:
    """-o naming the workbook itself is a usage error; a name that happens to be one is stepped aside from."""
    book = tmp_path / "site 2026-11-30.xlsx"
    with pytest.raises(click.UsageError, match="may not replace"):
        Targets([book], book)
    other = tmp_path / "site.xlsx"
    assert Targets([book, other], tmp_path).of(other, MONDAY).name == "site 2026-11-30 (2).xlsx"


def test_one_file_for_several_workbooks_is_a_usage_error() -> None:
    """Two schedules do not fit in one file."""
    with pytest.raises(click.UsageError, match="Several workbooks"):
        Targets([Path("a.xlsx"), Path("b.xlsx")], Path("out.xlsx"))


def test_folder_that_is_a_file_is_refused_before_the_search(tmp_path: Path) -> None:
    """Nobody waits a minute to hear that nothing can be written."""
    taken = tmp_path / "plain.txt"
    taken.touch()
    for output in (taken, taken / "deeper", taken / "out.xlsx"):
        with pytest.raises(click.UsageError, match="is a file, not a folder"):
            Targets([Path("site.xlsx")], output)


def test_folder_without_permission_is_refused_before_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nearest folder there is decides; nothing is made yet."""
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != tmp_path)
    with pytest.raises(click.ClickException, match="may not be written to"):
        Targets([Path("site.xlsx")], tmp_path / "new" / "newer")
    assert list(tmp_path.iterdir()) == []
