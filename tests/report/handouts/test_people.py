"""How clients are called on paper."""

from __future__ import annotations

import pytest

from scheduler.domain.people import Client
from scheduler.report.people import own_name, short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Dana Smith", "Dana S."),
        ("Smith, Dana", "Dana S."),
        ("Smith, Dana Lee", "Dana S."),
        ("Mary Ann Lee", "Mary L."),
        ("Robert Downs Jr.", "Robert D."),
        ("Robert Downs, Jr.", "Robert D."),
        ("  élodie   ångström ", "élodie Å."),
        ("Kim", "Kim"),
        ("", "C01"),
        (",", "C01"),
    ],
)
def test_first_name_and_last_initial(name: str, short: str) -> None:
    """Of names in either order, with suffixes, of one word, or of none."""
    assert short_name(Client("C01", "P", ("T",), name)) == short


def test_the_own_sheet_is_headed_by_the_name() -> None:
    """The name with the id, or the id alone."""
    assert own_name(Client("C01", "P", ("T",), "Dana Smith")) == "Dana Smith (C01)"
    assert own_name(Client("C01", "P", ("T",))) == "C01"
