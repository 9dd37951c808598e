"""Names: cleaned, compared without regard to case, found among those that a sheet defines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from difflib import get_close_matches

from scheduler.workbook.values import BadValue, Value, collapsed

MOST_SUGGESTIONS = 200
"""Looking for the nearest of a thousand names takes a moment: after so many unknown names the rest go without."""

_OTHER_MARKS = re.compile(r"\s*[/&+|]\s*|\s+(?:and|or)\s+", re.IGNORECASE)
"""What people separate names by who have not read that lists are separated by `;` or `,`."""

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def name_of(value: Value) -> str:
    """The name that a cell holds: text trimmed and collapsed, a number as its digits (101.0 is `101`)."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return collapsed(value)
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() else repr(value)
    if isinstance(value, date):
        raise BadValue(
            f"expected a name; Excel has turned it into a date, probably {_MONTHS[value.month - 1]}{value.day} or "
            f"{value.month}-{value.day} was meant (format the column as Text and type it again)"
        )
    if isinstance(value, time | timedelta):
        raise BadValue("expected a name; Excel has turned it into a time (format the column as Text and type it again)")
    raise BadValue("expected a name")


def name_key(name: str) -> str:
    """What two spellings of one name share."""
    return unicodedata.normalize("NFC", collapsed(name)).casefold()


@dataclass(slots=True)
class Names:
    """The names of one kind (`track`) and where they are defined (`the sheet Tracks`).

    When that sheet cannot be read, `trusted` is False and every name passes: one error about the sheet is enough.
    """

    kind: str
    place: str
    trusted: bool = True
    spelling: dict[str, str] = field(default_factory=dict)
    suggested: int = 0

    def add(self, name: str) -> None:
        """Define the name, unless it is known already."""
        self.spelling.setdefault(name_key(name), collapsed(name))

    @property
    def all(self) -> tuple[str, ...]:
        return tuple(self.spelling.values())

    def find(self, name: str) -> str | None:
        """The defining sheet's spelling, or None."""
        return self.spelling.get(name_key(name))

    def adopt(self, name: str) -> str:
        """The defined spelling; for a name that nothing defines, the first spelling met."""
        self.add(name)
        return self.spelling[name_key(name)]

    def nearest(self, name: str) -> str | None:
        """The known name that resembles this one most, or None."""
        self.suggested += 1
        if self.suggested > MOST_SUGGESTIONS:
            return None
        bare = name_key(name).lstrip("0")
        alike = next((known for known in self.spelling if known.lstrip("0") == bare), None)
        if alike is not None:
            return self.spelling[alike]
        close = get_close_matches(name_key(name), self.spelling, n=1, cutoff=0.6) or self._alone_with(name)
        return self.spelling[close[0]] if close else None

    def _alone_with(self, words: str) -> list[str]:
        """The one name that holds these words among others: `Dana` is `Dana Smith, LCSW`; none if there are more."""
        if not collapsed(words):
            return []
        whole = re.compile(rf"(?<!\w){re.escape(name_key(words))}(?!\w)")
        found = [known for known in self.spelling if whole.search(known)]
        return found if len(found) == 1 else []

    def did_you_mean(self, name: str) -> str:
        nearest = self.nearest(name)
        return f'; did you mean "{nearest}"?' if nearest else ""

    def items(self, value: Value) -> tuple[str, ...]:
        """The names that a list cell holds, known ones in their defined spelling, each once, in order."""
        found = [self.find(item) or item for item in split_list(value, self.spelling)]
        return tuple({name_key(name): name for name in reversed(found)}.values())[::-1]

    def adopted(self, value: Value) -> tuple[str, ...]:
        """The names that a list cell holds, defined or not, each in one spelling from now on."""
        return tuple(self.adopt(item) for item in self.items(value))

    def one(self, value: Value) -> str:
        """The one known name that a cell holds."""
        name = name_of(value)
        known = self.find(name)
        if known is None and self.trusted:
            raise BadValue(f"no {self.kind} of that name in {self.place}{self.did_you_mean(name)}")
        return known or name

    def many(self, value: Value) -> tuple[str, ...]:
        """The known names that a list cell holds."""
        items = self.items(value)
        unknown = [item for item in items if self.find(item) is None]
        if unknown and self.trusted:
            problems = [f'no {self.kind} "{item}" in {self.place}{self._hint(item)}' for item in unknown]
            if self._has_name_with_comma() and ";" not in name_of(value):
                problems.append("names that hold a comma are separated by ;")
            raise BadValue("; ".join(problems))
        if not items:
            raise BadValue(f"expected the name of a {self.kind}")
        return items

    def _hint(self, item: str) -> str:
        parts = _OTHER_MARKS.split(item)
        if len(parts) > 1 and all(map(self.find, parts)):
            return "; names in a list are separated by ;"
        return self.did_you_mean(item)

    def _has_name_with_comma(self) -> bool:
        return any("," in name for name in self.all)


def split_list(value: Value, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The items of a list cell: a cell that is itself a known name is one; else `;` separates, else `,`.

    Where neither is there, each line of the cell is an item.
    """
    name = name_of(value)
    if name_key(name) in known:
        return (name,)
    text = value if isinstance(value, str) else name
    separator = next((mark for mark in (";", ",") if mark in text), "\n")
    return tuple(item for item in map(collapsed, text.split(separator)) if item)
