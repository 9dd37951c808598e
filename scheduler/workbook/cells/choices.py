"""Yes or no, in person or virtual, and other choices of a few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from scheduler.domain.modality import Modality
from scheduler.workbook.sheets import key
from scheduler.workbook.values import BadValue, Value

Choice = TypeVar("Choice")

_YES = {"yes", "y", "true", "t", "1", "x", "on", "✓", "✔"}
_NO = {"no", "n", "false", "f", "0", "off"}


def yes_no(value: Value) -> bool:
    """Whether the cell says yes."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str | int | float):
        word = key(value) if isinstance(value, str) else f"{value:g}"
        if word in _YES or word in _NO:
            return word in _YES
    raise BadValue("expected yes or no")


def one_of(choices: Mapping[str, Choice], expected: str) -> Callable[[Value], Choice]:
    """A reader of one of a few words; case, spaces and hyphens do not matter."""
    by_key = {key(word): choice for word, choice in choices.items()}

    def parse(value: Value) -> Choice:
        if isinstance(value, str) and key(value) in by_key:
            return by_key[key(value)]
        raise BadValue(f"expected {expected}")

    return parse


_PLACES = {
    "in person": Modality.IN_PERSON,
    "onsite": Modality.IN_PERSON,
    "virtual": Modality.VIRTUAL,
    "telehealth": Modality.VIRTUAL,
    "online": Modality.VIRTUAL,
    "remote": Modality.VIRTUAL,
}

group_modality = one_of({**_PLACES, "hybrid": Modality.HYBRID}, "in person, virtual or hybrid")
person_modality = one_of(
    {**_PLACES, "either": Modality.EITHER, "both": Modality.EITHER, "any": Modality.EITHER},
    "in person, virtual or either",
)
