"""File names that every system accepts, from ids and names that people typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
LONGEST = 80


def file_names(names: Iterable[str]) -> dict[str, str]:
    """A file name (without ending) for each name, no two alike even where capitals and accents are not told apart."""
    taken: set[str] = set()
    result: dict[str, str] = {}
    for name in names:
        safe, number = _safe(name), 1
        while _folded(candidate := safe if number == 1 else f"{safe} {number}") in taken:
            number += 1
        taken.add(_folded(candidate))
        result[name] = candidate
    return result


def _safe(name: str) -> str:
    text = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", name)).strip(" .")[:LONGEST].strip(" .") or "unnamed"
    return f"_{text}" if _RESERVED.fullmatch(text) or text.startswith("-") else text


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKD", name).casefold()
