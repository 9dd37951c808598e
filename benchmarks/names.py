"""Invented names for invented people."""

from __future__ import annotations

from random import Random

_FIRST = (
    *("Ada", "Amir", "Bea", "Carlos", "Dana", "Eli", "Femi", "Grace", "Hugo", "Ines", "Jonah", "Kira", "Leo", "Mara"),
    *("Nia", "Owen", "Priya", "Quinn", "Rosa", "Sam", "Tara", "Uma", "Victor", "Wren", "Ximena", "Yara", "Zane"),
    *("Noor", "Pavel", "Lena", "Theo", "Ivy", "Malik", "Sofia", "Dmitri", "Aiko"),
)
_LAST = (
    *("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fern", "Gorse", "Hazel", "Ivyson", "Juniper", "Kelp", "Larch"),
    *("Maple", "Nettle", "Oakes", "Pine", "Quince", "Rowan", "Sorrel", "Thistle", "Umber", "Vetch", "Willow", "Yarrow"),
)


def full_name(rng: Random) -> str:
    """A first name and a tree or herb: plainly invented."""
    return f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"
