"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from itertools import count
from pathlib import Path


def write_whole(path: Path, content: bytes, *, overwrite: bool = True) -> Path:
    """Writes through a temporary file in the same folder, readable by its owner only, and returns the path written.

    Where the file is open elsewhere (Excel locks it), or is there and not to be overwritten, the content is saved
    beside it under the first free number: `Week (2).xlsx`. Raises OSError when the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        return _put_in_place(temporary, path, overwrite)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _put_in_place(temporary: Path, path: Path, overwrite: bool) -> Path:
    if overwrite or not path.exists():
        try:
            temporary.replace(path)
            return path
        except PermissionError:
            if not path.is_file():
                raise
    free = next(p for p in (path.with_stem(f"{path.stem} ({n})") for n in count(2)) if not p.exists())
    temporary.replace(free)
    return free
