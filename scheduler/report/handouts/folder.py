"""A folder of hand-outs that is complete or absent, readable by its owner only."""

from __future__ import annotations

import json
import shutil
import tempfile
import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

MARKER = ".scheduler-handouts.json"
_LITTER = frozenset({MARKER, ".DS_Store", "Thumbs.db", "desktop.ini"})


class FolderInUse(Exception):
    """The folder cannot be replaced; the message says why and what to do."""


def write_folder(target: Path, contents: Mapping[str, bytes]) -> None:
    """Write the files (path inside the folder with `/` -> bytes) as the folder `target`, whole or not at all.

    An existing folder is replaced only if it is empty or holds nothing but what an earlier call wrote.
    Raises FolderInUse if it holds anything else or cannot be moved, OSError if the disk refuses.
    """
    target = target.resolve()
    _refuse_what_is_not_ours(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    # mkdtemp gives the folder to its owner alone, so nothing inside is readable by others at any moment.
    staged = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        _fill(staged, contents)
        _swap(staged, target)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _refuse_what_is_not_ours(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise FolderInUse(f"{target} is a file; name a folder.")
    found = {_name(path.relative_to(target).as_posix()) for path in target.rglob("*") if not path.is_dir()}
    foreign = sorted(path for path in found - _ours(target) if not _is_litter(path))
    if foreign:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        raise FolderInUse(
            f"{target} holds files that are no hand-outs of ours ({foreign[0]}{more}); "
            "name a new folder, or move those files away."
        )


def _ours(target: Path) -> set[str]:
    """The files that the marker of an earlier run lists."""
    try:
        listed = json.loads((target / MARKER).read_text(encoding="utf-8"))["files"]
        return {_name(str(name)) for name in listed}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _name(path: str) -> str:
    """One form for one name: some disks give accents back in another."""
    return unicodedata.normalize("NFC", path)


def _is_litter(path: str) -> bool:
    """What systems and office programs leave behind by themselves."""
    name = PurePosixPath(path).name
    return name in _LITTER or name.startswith(("~$", ".~lock."))


def _fill(folder: Path, contents: Mapping[str, bytes]) -> None:
    listing = json.dumps({"written by": "scheduler handouts", "files": sorted(contents)}, indent=1)
    for name, content in {**contents, MARKER: listing.encode()}.items():
        path = folder.joinpath(*PurePosixPath(name).parts)
        for parent in reversed(path.relative_to(folder).parents[:-1]):
            folder.joinpath(parent).mkdir(mode=0o700, exist_ok=True)
        path.write_bytes(content)
        path.chmod(0o600)


def _swap(staged: Path, target: Path) -> None:
    """Put the new folder in the place of the old one; if that fails the old one stays."""
    if not target.exists():
        staged.rename(target)
        return
    aside = staged.with_name(f"{staged.name}-old")
    try:
        target.rename(aside)
    except OSError as error:
        raise FolderInUse(f"{target} cannot be replaced; close its files in other programs and try again.") from error
    try:
        staged.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)
