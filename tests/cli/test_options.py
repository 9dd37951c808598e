"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running_week import files, run


@pytest.mark.parametrize("name", ["out.xls", "out.csv", "out.ods"])
def test_no_folder_is_made_for_another_kind_of_file(name: str, tmp_path: Path) -> None:
    """`-o out.xls` asks for a file that is never written; a folder of that name would be a riddle."""
    week, schedule = files(tmp_path)
    for arguments in (("solve", week), ("repair", week, schedule), ("example", "template")):
        result = run(*arguments, "-o", tmp_path / name)
        assert (result.exit_code, "ends in .xlsx, or a folder" in " ".join(result.output.split())) == (2, True)
    assert not (tmp_path / name).exists()


def test_folders_may_have_a_dot(tmp_path: Path) -> None:
    """A date as people write it is a folder's name; so is any folder that is there."""
    (tmp_path / "old.xls").mkdir()
    for name in ("week 30.11", "old.xls"):
        assert run("example", "template", "-o", tmp_path / name).exit_code == 0
        assert (tmp_path / name / "template.xlsx").is_file()


def test_a_copy_of_a_workbook_with_macros_is_one_too(tmp_path: Path) -> None:
    """Everything is kept in a copy, macros too, and Excel opens them by the name of .xlsm only."""
    week, schedule = files(tmp_path)
    macros = week.rename(week.with_suffix(".xlsm"))
    for arguments in (("lock", macros, schedule, "--groups", "all"), ("next", macros, schedule)):
        assert run(*arguments, "-o", tmp_path / "new.xlsx").exit_code == 2
        assert run(*arguments, "-o", tmp_path / "new.xlsm").exit_code == 0
    plain = macros.rename(week)
    assert run("next", plain, schedule, "-o", tmp_path / "another.xlsm").exit_code == 2
    assert run("compare", schedule, schedule, "-o", tmp_path / "another.xlsm").exit_code == 2
    assert not (tmp_path / "new.xlsx").exists() and not (tmp_path / "another.xlsm").exists()


@pytest.mark.parametrize("name", ["new", "new.xls"])
def test_a_new_workbook_is_named_as_one(name: str, tmp_path: Path) -> None:
    """A file that Excel would not open by its name is not written."""
    week, schedule = files(tmp_path)
    asked = (
        ("lock", week, schedule, "--groups", "all", "-o"),
        ("next", week, schedule, "-o"),
        ("compare", schedule, schedule, "-o"),
        ("repair", week, schedule, "--away", "Ann: Fri", "--write-input"),
    )
    for arguments in asked:
        assert run(*arguments, tmp_path / name).exit_code == 2
    assert not (tmp_path / name).exists()
