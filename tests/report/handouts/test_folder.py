"""A folder of hand-outs is complete or absent, and only ours is ever replaced."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scheduler.report.handouts.folder import FolderInUse, write_folder

FIRST = {"pdf/clients/C01.pdf": b"one", "timetable.html": b"two"}


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.name[0] != "."}


def test_written_and_replaced_whole(tmp_path: Path) -> None:
    """A second run leaves nothing of the first, and no temporary folder beside it."""
    write_folder(tmp_path / "out", FIRST)
    assert files_in(tmp_path / "out") == set(FIRST)
    write_folder(tmp_path / "out", {"b.html": b"new"})
    assert files_in(tmp_path / "out") == {"b.html"}
    assert (tmp_path / "out" / "b.html").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_we_did_not_write_is_left_alone(tmp_path: Path) -> None:
    """A file of somebody else's, in our folder or in any other, stops the writing and stays."""
    write_folder(tmp_path / "out", FIRST)
    (tmp_path / "out" / "pdf" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderInUse, match=r"notes\.txt"):
        write_folder(tmp_path / "out", {"b.html": b"new"})
    assert files_in(tmp_path / "out") == {*FIRST, "pdf/notes.txt"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """The name of a file is refused in words."""
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(FolderInUse, match="name a folder"):
        write_folder(tmp_path / "out", FIRST)


def test_an_empty_folder_and_what_systems_drop_are_no_obstacle(tmp_path: Path) -> None:
    """An empty folder is taken; an Excel lock file or a thumbnail cache in ours does not count."""
    (tmp_path / "out").mkdir()
    write_folder(tmp_path / "out", FIRST)
    (tmp_path / "out" / "~$hours.xlsx").write_text("", encoding="utf-8")
    (tmp_path / "out" / ".DS_Store").write_text("", encoding="utf-8")
    write_folder(tmp_path / "out", FIRST)
    assert files_in(tmp_path / "out") == set(FIRST)


def test_absent_after_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up midway leaves no folder, and leaves an earlier one as it was."""
    write_folder(tmp_path / "old", FIRST)
    real = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        if self.name == "b.html":
            raise OSError(28, "No space left on device")
        return real(self, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    for name in ("new", "old"):
        with pytest.raises(OSError, match="No space"):
            write_folder(tmp_path / name, {"a.html": b"1", "b.html": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert files_in(tmp_path / "old") == set(FIRST)


def test_the_old_folder_returns_when_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the last step fails, the earlier hand-outs are back where they were."""
    write_folder(tmp_path / "out", FIRST)
    real = Path.rename

    def stubborn(self: Path, target: Path) -> Path:
        if target == tmp_path / "out" and not self.name.endswith("-old"):
            raise PermissionError(13, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", stubborn)
    with pytest.raises(OSError, match="in use"):
        write_folder(tmp_path / "out", {"b.html": b"new"})
    assert files_in(tmp_path / "out") == set(FIRST)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(os.name != "posix", reason="modes of this kind exist on POSIX systems only")
def test_readable_by_the_owner_only(tmp_path: Path) -> None:
    """Folders 0700 and files 0600, whatever the umask says."""
    before = os.umask(0)
    try:
        write_folder(tmp_path / "out", FIRST)
    finally:
        os.umask(before)
    for path in [tmp_path / "out", *(tmp_path / "out").rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
