"""File names from whatever people typed."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from scheduler.report.handouts.filenames import file_names


def test_names_that_systems_refuse() -> None:
    """Separators, reserved names, trailing dots and names that are nothing but such."""
    assert file_names(["a/b", "CON", "x.", "..", 'q"<>|?*']) == {
        "a/b": "a-b",
        "CON": "_CON",
        "x.": "x",
        "..": "unnamed",
        'q"<>|?*': "q-",
    }


def test_names_that_a_disk_takes_for_the_same() -> None:
    """Capitals and accents are not told apart everywhere, so a number is."""
    assert list(file_names(["Ann", "ANN", "A/1", "A:1"]).values()) == ["Ann", "ANN 2", "A-1", "A-1 2"]


@given(st.lists(st.text(max_size=120), unique=True, max_size=12))
def test_any_names_give_usable_different_files(names: list[str]) -> None:
    """No forbidden character, no leading option dash, and no two alike after folding."""
    result = file_names(names)
    assert set(result) == set(names)
    folded = {unicodedata.normalize("NFKD", file).casefold() for file in result.values()}
    assert len(folded) == len(names)
    for file in result.values():
        assert file == file.strip(" .")
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', file)
        assert 0 < len(file) <= 90
        assert file[0] != "-"
