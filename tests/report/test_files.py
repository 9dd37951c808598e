"""Files are written whole or not at all, beside the one asked for where that is locked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scheduler.report.files import write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    """The folder holds the one file, readable by its owner only."""
    path = tmp_path / "week.xlsx"
    path.write_bytes(b"old")
    assert write_whole(path, b"new") == path
    assert path.read_bytes() == b"new" and names(tmp_path) == ["week.xlsx"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_a_locked_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The content is saved under the first free number, and that path returned."""
    path = tmp_path / "week.xlsx"
    path.write_bytes(b"open in Excel")
    (tmp_path / "week (2).xlsx").write_bytes(b"earlier")
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if Path(target) == path:
            raise PermissionError(13, "used by another process")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    assert write_whole(path, b"new") == tmp_path / "week (3).xlsx"
    assert path.read_bytes() == b"open in Excel"
    assert names(tmp_path) == ["week (2).xlsx", "week (3).xlsx", "week.xlsx"]


def test_what_is_there_is_kept_when_asked(tmp_path: Path) -> None:
    """overwrite=False saves beside it."""
    path = tmp_path / "week.xlsx"
    path.write_bytes(b"old")
    assert write_whole(path, b"new", overwrite=False) == tmp_path / "week (2).xlsx"
    assert path.read_bytes() == b"old"


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up half way leaves the old file and no litter."""
    path = tmp_path / "week.xlsx"
    path.write_bytes(b"old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old" and names(tmp_path) == ["week.xlsx"]
